import { getKey, isObject, type JsonObject } from '../../document/json.ts'
import { conditionalType, literalOf } from '../reference-form.ts'
import type { Asking, Given } from './asking.ts'
import { extensionsOf, textOf } from './parts.ts'

const allowedUrl = 'http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource'

/** Types that a reference may lead to (https://hl7.org/fhir/R4/extension-questionnaire-referenceresource.html). */
export function checkReference({ question, value, path }: Given, asking: Asking): void {
  if (!isObject(value)) return
  const allowed = extensionsOf(question.json, allowedUrl).filter((one) => typeof one === 'string')
  if (allowed.length === 0) return
  const params = { linkId: question.linkId, allowed: allowed.join(', ') }
  const type = typeOf(value, asking)
  if (type === undefined) asking.around.cannotTell(path, 'QRS-044', params)
  else if (!allowed.includes(type)) asking.report(path, 'QRS-031', params)
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
