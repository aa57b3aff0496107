/** https://hl7.org/fhir/R4/references.html#literal: `Type/id`, also of one version, at the end of an absolute url or alone. */
const literal = /^([A-Z][A-Za-z]*)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/([A-Za-z0-9\-.]{1,64}))?$/
/** The addresses that https://hl7.org/fhir/R4/references.html#regex takes for those of a RESTful server. */
const restful =
  /^(https?:\/\/(?:[A-Za-z0-9\-\\.:%$]*\/)*)([A-Z][A-Za-z]*)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/([A-Za-z0-9\-.]{1,64}))?$/
const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/
const conditional = /^([A-Z][A-Za-z]*)\?/

export interface Literal {
  /** What stands before the type; empty for a relative reference. */
  readonly base: string
  readonly type: string
  readonly id: string
  readonly version?: string
}

/** The parts of a RESTful url or a relative reference; undefined for every other text. */
export function literalOf(reference: string): Literal | undefined {
  const relative = literal.exec(reference)
  if (relative !== null) return partsOf(['', '', ...relative.slice(1)])
  const absolute = restful.exec(reference)
  return absolute === null ? undefined : partsOf([...absolute])
}

function partsOf([, base = '', type = '', id = '', version]: readonly (string | undefined)[]): Literal {
  return version === undefined ? { base, type, id } : { base, type, id, version }
}

/** True for a text that begins with a scheme (`https:`, `urn:`): it means the same wherever it stands. */
export function isAbsolute(reference: string): boolean {
  return scheme.test(reference)
}

/** The type in a conditional reference, `Patient?identifier=…` (https://hl7.org/fhir/R4/http.html#trules). */
export function conditionalType(reference: string): string | undefined {
  return conditional.exec(reference)?.[1]
}

/** Splits off what follows `#`. */
export function withoutFragment(reference: string): { readonly address: string; readonly fragment?: string } {
  const at = reference.indexOf('#')
  return at === -1 ? { address: reference } : { address: reference.slice(0, at), fragment: reference.slice(at + 1) }
}
