import type { Relation } from '../../terminology/code-table.ts'

/**
 * R4's word for a relation. The two versions look from opposite ends: R5 says what the source is beside the target, R4 says
 * what the target is beside the source (https://hl7.org/fhir/R4/valueset-concept-map-equivalence.html: "wider: the target
 * mapping is wider in meaning than the source concept"). So a source that is narrower has a target that is `wider`.
 */
const equivalences: Readonly<Record<Relation, string>> = {
  equivalent: 'equivalent',
  'related-to': 'relatedto',
  'source-is-narrower-than-target': 'wider',
  'source-is-broader-than-target': 'narrower',
  'no-map': 'unmatched',
}

export function equivalenceOf(relation: Relation): string {
  return equivalences[relation]
}

/** The same statement read from right to left. */
export function inverse(relation: Relation): Relation {
  if (relation === 'source-is-narrower-than-target') return 'source-is-broader-than-target'
  return relation === 'source-is-broader-than-target' ? 'source-is-narrower-than-target' : relation
}
