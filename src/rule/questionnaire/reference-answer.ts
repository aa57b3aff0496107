import { getKey, isObject, type JsonObject } from '../../document/json.ts'
import { conditionalType, literalOf } from '../reference-form.ts'
import type { Asking, Given } from './asking.ts'
import { listsOf, shown } from './lists.ts'
import { textOf } from './parts.ts'

/** Types that a reference may lead to (https://hl7.org/fhir/R4/extension-questionnaire-referenceresource.html). */
export function checkReference({ question, value, path }: Given, asking: Asking): void {
  if (!isObject(value)) return
  const { types } = listsOf(question, asking)
  if (types.size === 0) return
  const params = { linkId: question.linkId, allowed: shown(types) }
  const type = typeOf(value, asking)
  if (type === undefined) asking.around.cannotTell(path, 'QRS-044', params)
  else if (!types.has(type)) asking.report(path, 'QRS-031', params)
}

/** By the resource itself; else by what the reference says of it. */
function typeOf(value: JsonObject, { around }: Asking): string | undefined {
  const reference = textOf(value, 'reference')
  const target = reference === undefined ? undefined : around.resolve(reference)
  const found = target === undefined ? undefined : getKey(target, 'resourceType')
  if (typeof found === 'string') return found
  const named = reference === undefined ? undefined : (literalOf(reference)?.type ?? conditionalType(reference))
  return named ?? textOf(value, 'type')?.replace(/^http:\/\/hl7\.org\/fhir\/StructureDefinition\//, '')
}
