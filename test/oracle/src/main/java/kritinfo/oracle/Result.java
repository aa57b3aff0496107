package kritinfo.oracle;

import java.util.List;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/**
 * What the engine says of one document.
 *
 * @param name the job's name
 * @param errors findings of severity fatal or error, in the engine's order
 * @param crash the exception that ended the validation, if one did: then nothing is known of the document
 */
record Result(String name, List<Finding> errors, String crash) {
  /**
   * @param id the engine's message id; for an invariant, the profile's canonical with the key: {@code …#txt-2}
   * @param path FHIRPath as the engine prints it
   */
  record Finding(String severity, String id, String path, String message) {
    static Finding of(ValidationMessage found) {
      String id = found.getMessageId() == null ? found.getType().toCode() : found.getMessageId();
      return new Finding(found.getLevel().toCode(), id, found.getLocation(), found.getMessage());
    }
  }

  static Result of(Job job, List<ValidationMessage> messages) {
    List<Finding> errors = messages.stream().filter(found -> found.getLevel().isError()).map(Finding::of).toList();
    return new Result(job.name(), errors, null);
  }

  static Result crashed(Job job, Throwable reason) {
    return new Result(job.name(), List.of(), String.valueOf(reason));
  }
}
