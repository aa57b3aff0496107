package kritinfo.oracle;

import java.util.List;

/**
 * One document to validate.
 *
 * @param name what the result is called by; the file's path unless given
 * @param file path of the document, unless {@code text} has it
 * @param text the document itself
 * @param profiles canonicals that it is to meet besides those of {@code meta.profile}
 * @param kind {@code map} for a text of the FHIR Mapping Language, {@code known} for a resource that maps may name
 */
record Job(String name, String file, String text, List<String> profiles, String kind) {
  /** What was left out of the line, filled in. */
  Job complete() {
    return new Job(name == null ? file : name, file, text, profiles == null ? List.of() : profiles, kind);
  }

  boolean isMap() {
    return "map".equals(kind);
  }

  boolean isKnown() {
    return "known".equals(kind);
  }
}
