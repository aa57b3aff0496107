import { getKey, isObject, type Json, type JsonObject, objectsIn, textOf } from '../../document/json.ts'

export const kjBase = 'http://nhn.no/kj/fhir/StructureDefinition/'

/**
 * The last part of the profile of NHN's API that a resource claims (`KjConditionInfection`); undefined for a resource that
 * claims none.
 */
export function kjProfileOf(resource: JsonObject): string | undefined {
  const meta = getKey(resource, 'meta')
  const profiles = isObject(meta) ? getKey(meta, 'profile') : undefined
  const claimed = (Array.isArray(profiles) ? profiles : []).find((one) => textOf(one).startsWith(kjBase))
  return claimed === undefined ? undefined : textOf(claimed).slice(kjBase.length).split('|')[0]
}

/** The codings of an element, which is one CodeableConcept or a list of them, with where they stand below it. */
export function codingsOf(resource: JsonObject, key: string): readonly JsonObject[] {
  const value = getKey(resource, key)
  const concepts = Array.isArray(value) ? value : [value]
  return concepts.flatMap((concept) => {
    const codings = isObject(concept) ? getKey(concept, 'coding') : undefined
    return objectsIn(codings)
  })
}

/** The codes of an element's codings; an absent code is none. */
export function codesOf(resource: JsonObject, key: string): readonly Json[] {
  return codingsOf(resource, key).flatMap((coding) => getKey(coding, 'code') ?? [])
}

/** The value of an extension of NHN, whose name is compared without regard to case, as clients do. */
export function kjExtension(holder: Json | undefined, name: string): Json | undefined {
  const extensions = isObject(holder) ? getKey(holder, 'extension') : undefined
  const wanted = (kjBase + name).toLowerCase()
  const found = (Array.isArray(extensions) ? extensions : []).find(
    (one) => isObject(one) && textOf(getKey(one, 'url')).toLowerCase() === wanted,
  )
  const key = isObject(found) ? Object.keys(found).find((one) => one.startsWith('value')) : undefined
  return key === undefined || !isObject(found) ? undefined : getKey(found, key)
}
