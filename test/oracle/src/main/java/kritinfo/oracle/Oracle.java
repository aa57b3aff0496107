package kritinfo.oracle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r5.context.ContextUtilities;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidationEngine;
import org.hl7.fhir.validation.instance.advisor.BasePolicyAdvisorForFullValidation;
import org.hl7.fhir.validation.service.StandAloneValidatorFetcher;
import org.hl7.fhir.validation.service.model.InstanceValidatorParameters;

/** The official engine, set up as its command line does when it has no terminology server. */
final class Oracle {
  private final ValidationEngine engine;
  private final Maps maps;

  private Oracle(ValidationEngine engine) {
    this.engine = engine;
    this.maps = new Maps(engine);
  }

  /** Makes known what jobs name of each other. */
  void prepare(List<Job> jobs) throws Exception {
    maps.load(jobs);
  }

  /** Loads R4 and all other packages of the store. Throws what the engine throws when a snapshot cannot be generated. */
  static Oracle load(PackageStore store) throws Exception {
    Oracle oracle = loadLazily(store);
    generateSnapshots(oracle.engine);
    return oracle;
  }

  /** As {@link #load}, but snapshots are generated when a document asks for them. */
  static Oracle loadLazily(PackageStore store) throws Exception {
    List<String> packages = store.identifiers();
    ValidationEngine engine = new ValidationEngine.ValidationEngineBuilder()
        .withVersion("4.0.1")
        .withNoTerminologyServer()
        .withDefaultInstanceValidatorParameters(parameters())
        .fromSource(packages.get(0));
    engine.setTerminologyServer(null, null, null, false);
    for (String name : packages.subList(1, packages.size())) {
      engine.getIgLoader().loadIg(engine.getIgs(), engine.getBinaries(), name, false);
    }
    setPolicies(engine);
    return new Oracle(engine);
  }

  /** What the command line has unless told otherwise, but for URLs of example.org, which published examples are full of. */
  private static InstanceValidatorParameters parameters() {
    return new InstanceValidatorParameters().setAllowExampleUrls(true);
  }

  /** References out of a document are not followed. */
  private static void setPolicies(ValidationEngine engine) throws Exception {
    StandAloneValidatorFetcher fetcher = new StandAloneValidatorFetcher(engine.getPcm(), engine.getContext(), engine);
    fetcher.setReferencePolicy(ReferenceValidationPolicy.IGNORE);
    fetcher.setPolicyAdvisor(
        new BasePolicyAdvisorForFullValidation(fetcher.getReferencePolicy(), fetcher.getCheckReferencesTo()));
    engine.setFetcher(fetcher);
    engine.setPolicyAdvisor(fetcher);
    engine.getContext().setLocator(fetcher);
  }

  /** All before the first document, so that what cannot be generated ends the run. */
  private static void generateSnapshots(ValidationEngine engine) {
    ContextUtilities context = new ContextUtilities(engine.getContext());
    for (StructureDefinition definition : context.allStructures()) {
      context.generateSnapshot(definition);
      if (!definition.hasSnapshot()) throw new IllegalStateException("no snapshot of " + definition.getUrl());
    }
  }

  Result validate(Job job) {
    if (job.isMap()) return maps.validate(job);
    List<ValidationMessage> messages = new ArrayList<>();
    try {
      byte[] bytes = job.text() == null
          ? Files.readAllBytes(Path.of(job.file()))
          : job.text().getBytes(StandardCharsets.UTF_8);
      engine.validate(bytes, formatOf(bytes), job.profiles(), messages);
      return Result.of(job, messages);
    } catch (Exception | Error reason) {
      return Result.crashed(job, reason);
    }
  }

  private static FhirFormat formatOf(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8).replace("\uFEFF", "");
    return start.stripLeading().startsWith("<") ? FhirFormat.XML : FhirFormat.JSON;
  }
}
