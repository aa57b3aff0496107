package kritinfo.oracle;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A home folder with the package cache that the engine looks in, filled with links to what npm has installed and to
 * folders, so that nothing is downloaded and nothing in the user's own home is read or written.
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
  private final List<String> identifiers = new ArrayList<>();

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
  List<String> identifiers() {
    return identifiers;
  }

  /** Makes a folder of conformance resources a package of the cache. */
  void add(Path from) throws IOException {
    link(manifestOf(from).get("name").getAsString(), from);
  }

  private static JsonObject manifestOf(Path from) throws IOException {
    return new Gson().fromJson(Files.readString(from.resolve("package.json")), JsonObject.class);
  }

  private void link(String name, Path from) throws IOException {
    JsonObject manifest = manifestOf(from);
    manifest.addProperty("name", name);
    // The names and versions of the dependencies are those of FHIR's registry, and all there are, are here.
    manifest.add("dependencies", new JsonObject());
    if (name.endsWith(".core")) manifest.addProperty("type", "Core");
    identifiers.add(name + "#" + manifest.get("version").getAsString());
    Path folder = folder(name, manifest.get("version").getAsString());
    // The engine writes an index of what it found; what was there before may have changed.
    clear(folder);
    Files.writeString(folder.resolve("package.json"), manifest.toString());
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(PackageStore::isDefinition).toList()) {
        Files.createSymbolicLink(folder.resolve(file.getFileName()), file.toAbsolutePath());
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) Files.delete(file);
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
