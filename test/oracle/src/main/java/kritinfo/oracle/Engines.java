package kritinfo.oracle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidationEngine;
import org.hl7.fhir.validation.instance.advisor.BasePolicyAdvisorForFullValidation;
import org.hl7.fhir.validation.service.StandAloneValidatorFetcher;
import org.hl7.fhir.validation.service.model.InstanceValidatorParameters;

/** The official engine, set up as its command line does without a terminology server; one for each set of packages. */
final class Engines {
  private final ValidationEngine base;
  private final Map<List<String>, ValidationEngine> byPackages = new HashMap<>();

  private Engines(ValidationEngine base) {
    this.base = base;
  }

  static Engines load(PackageStore store) throws Exception {
    List<String> packages = store.identifiers();
    ValidationEngine base = new ValidationEngine.ValidationEngineBuilder()
        .withVersion("4.0.1")
        .withNoTerminologyServer()
        .withDefaultInstanceValidatorParameters(parameters())
        .fromSource(packages.get(0));
    base.setTerminologyServer(null, null, null, false);
    for (String name : packages.subList(1, packages.size())) loadInto(base, name);
    return new Engines(base);
  }

  /** What the command line has unless told otherwise, but for URLs of example.org, which published examples are full of. */
  private static InstanceValidatorParameters parameters() {
    return new InstanceValidatorParameters().setAllowExampleUrls(true);
  }

  /** Loads what the jobs need. Only `validate` may be called by several threads. */
  void prepare(List<Job> jobs) throws Exception {
    for (Job job : jobs) {
      if (!byPackages.containsKey(job.packages())) byPackages.put(job.packages(), withPackages(job.packages()));
    }
  }

  private ValidationEngine withPackages(List<String> packages) throws Exception {
    ValidationEngine engine = new ValidationEngine(base);
    for (String one : packages) loadInto(engine, one);
    StandAloneValidatorFetcher fetcher = new StandAloneValidatorFetcher(engine.getPcm(), engine.getContext(), engine);
    fetcher.setReferencePolicy(ReferenceValidationPolicy.IGNORE);
    engine.setFetcher(fetcher);
    engine.getContext().setLocator(fetcher);
    engine.setPolicyAdvisor(fetcher);
    fetcher.setPolicyAdvisor(
        new BasePolicyAdvisorForFullValidation(fetcher.getReferencePolicy(), fetcher.getCheckReferencesTo()));
    engine.prepare();
    return engine;
  }

  private static void loadInto(ValidationEngine engine, String source) throws Exception {
    engine.getIgLoader().loadIg(engine.getIgs(), engine.getBinaries(), source, true);
  }

  Result validate(Job job) {
    List<ValidationMessage> messages = new ArrayList<>();
    try {
      byte[] bytes = job.text() == null
          ? Files.readAllBytes(Path.of(job.file()))
          : job.text().getBytes(StandardCharsets.UTF_8);
      byPackages.get(job.packages()).validate(bytes, formatOf(bytes), job.profiles(), messages);
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
