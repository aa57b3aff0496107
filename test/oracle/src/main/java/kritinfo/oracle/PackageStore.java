package kritinfo.oracle;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A home folder with the package cache that the engine looks in, filled with links to what npm has installed, so that
 * nothing is downloaded and nothing in the user's own home is read or written.
 */
final class PackageStore {
  /** Packages by the name that npm has installed them under, in the order in which the command line loads them. */
  private static final List<String> NAMES =
      List.of("hl7.fhir.r4.core", "hl7.terminology.r4", "hl7.fhir.uv.extensions.r4", "hl7.fhir.uv.ips");

  /**
   * R4 core is installed with its examples, and those of conformance resources are not definitions; the engine's own
   * copy of the package has none.
   */
  private static final Set<String> TYPES = Set.of(
      "StructureDefinition", "ValueSet", "CodeSystem", "SearchParameter", "OperationDefinition", "ConceptMap",
      "CompartmentDefinition", "NamingSystem", "ImplementationGuide");

  private final Path packages;

  private PackageStore(Path packages) {
    this.packages = packages;
  }

  static PackageStore create(Path modules, Path work) throws IOException {
    Path home = work.resolve("home").toAbsolutePath();
    // Read once, when the engine's cache is made.
    System.setProperty("user.home", home.toString());
    PackageStore store = new PackageStore(home.resolve(".fhir/packages"));
    Files.createDirectories(store.packages);
    Files.writeString(home.resolve(".fhir/fhir-settings.json"), "{\"prohibitNetworkAccess\": true}");
    // A cache of another version is emptied on start.
    Files.writeString(store.packages.resolve("packages.ini"), "[cache]\nversion = 4\n");
    for (String name : NAMES) store.link(name, modules.resolve(name));
    store.addEmpty("hl7.fhir.xver-extensions", "0.1.0", "5.0.0");
    return store;
  }

  /** {@code name#version} of the packages, R4 core first. */
  List<String> identifiers() throws IOException {
    try (Stream<Path> folders = Files.list(packages)) {
      List<String> found = folders.map(folder -> folder.getFileName().toString()).toList();
      return NAMES.stream().flatMap(name -> found.stream().filter(one -> one.startsWith(name + "#"))).toList();
    }
  }

  private void link(String name, Path from) throws IOException {
    JsonObject manifest = new Gson().fromJson(Files.readString(from.resolve("package.json")), JsonObject.class);
    manifest.addProperty("name", name);
    // The names and versions of the dependencies are those of FHIR's registry, and all there are, are here.
    manifest.add("dependencies", new JsonObject());
    if (name.endsWith(".core")) manifest.addProperty("type", "Core");
    Path folder = folder(name, manifest.get("version").getAsString());
    Files.writeString(folder.resolve("package.json"), manifest.toString());
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(PackageStore::isDefinition).toList()) {
        Path link = folder.resolve(file.getFileName());
        if (!Files.exists(link)) Files.createSymbolicLink(link, file.toAbsolutePath());
      }
    }
  }

  private static boolean isDefinition(Path file) {
    String name = file.getFileName().toString();
    int dash = name.indexOf('-');
    return name.endsWith(".json") && dash > 0 && TYPES.contains(name.substring(0, dash));
  }

  /** The engine asks for a package of cross-version extensions before it starts; no document here uses one. */
  private void addEmpty(String name, String version, String fhirVersion) throws IOException {
    JsonObject manifest = new JsonObject();
    manifest.addProperty("name", name);
    manifest.addProperty("version", version);
    manifest.addProperty("type", "IG");
    manifest.addProperty("canonical", "http://hl7.org/fhir/xver");
    JsonArray versions = new JsonArray();
    versions.add(fhirVersion);
    manifest.add("fhirVersions", versions);
    Files.writeString(folder(name, version).resolve("package.json"), manifest.toString());
  }

  private Path folder(String name, String version) throws IOException {
    return Files.createDirectories(packages.resolve(name + "#" + version).resolve("package"));
  }
}
