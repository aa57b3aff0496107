import { isObject, type Json } from '../document/json.ts'
import type { CodeValue } from '../terminology/terminology.ts'

/**
 * The codes of a value, whatever its type: a code or another string, a Coding, a CodeableConcept, a Quantity with its unit
 * (https://hl7.org/fhir/R4/terminologies.html#4.1). Those without a code are left out.
 */
export function codesOf(value: Json | undefined): CodeValue[] {
  if (typeof value === 'string') return [{ code: value }]
  if (!isObject(value)) return []
  if (Array.isArray(value.coding)) return value.coding.flatMap(codesOf)
  const { system, version, code } = value
  if (typeof code !== 'string') return []
  return [
    {
      code,
      // A coding that names no system is from none: only a code element may be looked for in all systems.
      system: typeof system === 'string' ? system : '',
      ...(typeof version === 'string' ? { version } : {}),
    },
  ]
}
