import { childOf, getKey, isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import type { Toolkit } from '../toolkit.ts'

/** The extension that a slice of the tables means (`mappings/slices.yaml`), by its address; NHN's are met in different case. */
export function extensionsOf(value: Json | undefined, slice: string, kit: Toolkit): JsonObject[] {
  const url = addressOf(slice, kit)
  if (url === undefined) return []
  const wanted = url.toLowerCase()
  return objectsIn(childOf(value, 'extension')).filter(
    (one) => typeof one.url === 'string' && one.url.toLowerCase() === wanted,
  )
}

/** The value that the first such extension has under `key`. */
export function extensionValue(value: Json | undefined, slice: string, key: string, kit: Toolkit): Json | undefined {
  const [first] = extensionsOf(value, slice, kit)
  return first === undefined ? undefined : getKey(first, key)
}

function addressOf(slice: string, kit: Toolkit): string | undefined {
  return kit.mappings.slices.find(({ id }) => id === `extension:${slice}`)?.match.url
}

const absentUrl = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

/** The reason why a primitive has no value (https://hl7.org/fhir/R4/extension-data-absent-reason.html): `element` is its `_name`. */
export function absentReason(element: Json | undefined): string | undefined {
  const found = objectsIn(childOf(element, 'extension')).find(({ url }) => url === absentUrl)?.valueCode
  return isObject(element) && typeof found === 'string' ? found : undefined
}
