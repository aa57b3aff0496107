package kritinfo.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.r5.context.SimpleWorkerContext;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.StructureMap;
import org.hl7.fhir.r5.utils.structuremap.StructureMapUtilities;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidationEngine;

/**
 * Texts of the FHIR Mapping Language, as the engine reads them. All maps and what they use are made known before the first
 * is validated: they call each other. A map is validated as the R4 StructureMap that it becomes, whose paths the engine
 * holds against the definitions of both sides.
 */
final class Maps {
  private final ValidationEngine engine;
  private final Map<String, StructureMap> parsed = new HashMap<>();
  private final Map<String, Result> refused = new HashMap<>();

  Maps(ValidationEngine engine) {
    this.engine = engine;
  }

  /** Reads the jobs that are maps, and loads those that others may name. */
  void load(List<Job> jobs) throws Exception {
    SimpleWorkerContext context = engine.getContext();
    StructureMapUtilities utilities = new StructureMapUtilities(context);
    for (Job job : jobs) {
      if (job.isKnown()) context.getManager().cacheResource(canonical(job));
      if (!job.isMap()) continue;
      try {
        StructureMap map = utilities.parse(job.text(), job.name());
        parsed.put(job.name(), map);
        context.getManager().cacheResource(map);
      } catch (Exception reason) {
        refused.put(job.name(), Result.crashed(job, reason));
      }
    }
  }

  private static CanonicalResource canonical(Job job) throws Exception {
    var resource = new org.hl7.fhir.r4.formats.JsonParser().parse(job.text());
    return (CanonicalResource) VersionConvertorFactory_40_50.convertResource(resource);
  }

  Result validate(Job job) {
    StructureMap map = parsed.get(job.name());
    if (map == null) return refused.get(job.name());
    List<ValidationMessage> messages = new ArrayList<>();
    try {
      String text = new org.hl7.fhir.r4.formats.JsonParser()
          .composeString(VersionConvertorFactory_40_50.convertResource(map));
      engine.validate(text.getBytes(StandardCharsets.UTF_8), FhirFormat.JSON, List.of(), messages);
      return Result.of(job, messages);
    } catch (Exception | Error reason) {
      return Result.crashed(job, reason);
    }
  }
}
