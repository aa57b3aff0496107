/**
 * Invariants of R4 that do not say what they mean, with the text that is evaluated instead. The HL7 validator does so
 * too (class FHIRPathExpressionFixer of org.hl7.fhir.validation), and R5 has corrected most of them
 * (https://hl7.org/fhir/R5/references.html#invs and the like), so what follows is what counts as valid R4.
 */
const corrections: ReadonlyMap<string, string> = new Map([
  // ref-1: a reference by identifier or display alone has nothing that could start with '#'; '#' is the container.
  [
    `reference.startsWith('#').not() or (reference.substring(1).trace('url') in %rootResource.contained.id.trace('ids'))`,
    `reference.exists() implies (reference = '#' or reference.startsWith('#').not() or (reference.substring(1) in %rootResource.contained.id))`,
  ],
  // bdl-8: an entry need not have a fullUrl.
  [`fullUrl.contains('/_history/').not()`, `fullUrl.exists() implies fullUrl.contains('/_history/').not()`],
  // xxx-0: a name need not be there, and all of it counts.
  [`name.matches('[A-Z]([A-Za-z0-9_]){0,254}')`, `name.exists() implies name.matches('^[A-Z]([A-Za-z0-9_]){0,254}$')`],
  // ras-2: no probability is no decimal.
  [
    'probability is decimal implies (probability as decimal) <= 100',
    '(probability.exists() and probability is decimal) implies (probability as decimal) <= 100',
  ],
  // que-12: two conditions need a behaviour.
  ['enableWhen.count() > 2 implies enableBehavior.exists()', 'enableWhen.count() >= 2 implies enableBehavior.exists()'],
  // que-7: names FHIRPath's Boolean where FHIR's boolean stands.
  [`operator = 'exists' implies (answer is Boolean)`, `operator = 'exists' implies (answer is boolean)`],
  // tim-9: there may be several events.
  [
    `offset.empty() or (when.exists() and ((when in ('C' | 'CM' | 'CD' | 'CV')).not()))`,
    `offset.empty() or (when.exists() and when.where($this in ('C' | 'CM' | 'CD' | 'CV')).empty())`,
  ],
  // con-3: compares a CodeableConcept with a string; the validator's own text is true of every Condition.
  [
    `clinicalStatus.exists() or verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error').exists() or category.select($this='problem-list-item').empty()`,
    'true',
  ],
  // dom-6: a contained resource needs no narrative.
  ['text.`div`.exists()', '%rootResource != $this or text.`div`.exists()'],
  // opd-3: the name of a resource is a type of a parameter too.
  [
    `targetProfile.exists() implies (type = 'Reference' or type = 'canonical')`,
    `targetProfile.exists() implies (type = 'Reference' or type = 'canonical' or type.memberOf('http://hl7.org/fhir/ValueSet/resource-types'))`,
  ],
  // eld-19 and eld-20: all of the path counts.
  [
    String.raw`path.matches('[^\\s\\.,:;\\\'"\\/|?!@#$%&*()\\[\\]{}]{1,64}(\\.[^\\s\\.,:;\\\'"\\/|?!@#$%&*()\\[\\]{}]{1,64}(\\[x\\])?(\\:[^\\s\\.]+)?)*')`,
    String.raw`path.matches('^[^\\s\\.,:;\\\'"\\/|?!@#$%&*()\\[\\]{}]{1,64}(\\.[^\\s\\.,:;\\\'"\\/|?!@#$%&*()\\[\\]{}]{1,64}(\\[x\\])?(\\:[^\\s\\.]+)?)*$')`,
  ],
  [
    String.raw`path.matches('[A-Za-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*(\\[x])?)*')`,
    String.raw`path.matches('^[A-Za-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*(\\[x])?)*$')`,
  ],
])

/** The text that stands for an invariant: itself, but for the few that are known to be wrong. */
export function corrected(expression: string): string {
  return corrections.get(expression) ?? expression
}
