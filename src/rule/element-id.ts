import type { Check, Run } from './run.ts'

/**
 * The id of an element is unique in its resource (https://hl7.org/fhir/R4/element-definitions.html#Element.id). Contained
 * resources and entries of a Bundle are on their own. So are the snapshot and the differential of a StructureDefinition,
 * where the id of an element is its name, and the same in both.
 */
export const elementIdCheck: Check = (value, _extra, run) => {
  if (typeof value !== 'string' || isNameOfElement(run)) return
  if (run.scope.elementIds.has(value)) run.report('CTN-003')
  else run.scope.elementIds.add(value)
}

function isNameOfElement({ scope, path }: Run): boolean {
  const first = path[scope.at.length]
  return scope.resource.resourceType === 'StructureDefinition' && (first === 'snapshot' || first === 'differential')
}
