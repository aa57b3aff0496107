import { isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'

/** List 7650, the kinds of critical information; which address NHN uses is not public (assumption A-category-system). */
export const kindSystem = 'urn:oid:2.16.578.1.12.4.1.1.7650'

/** NHN's number of the kind that a resource of the hub states; undefined for one that states none. */
export function kindOf(resource: JsonObject): string | undefined {
  const { resourceType, category } = resource
  // The profile of implants has no category: a device in use is kind 7 by being one.
  if (resourceType === 'DeviceUseStatement') return '7'
  return kindIn(category)
}

/** The number among the codings of one concept or of several. */
export function kindIn(concepts: Json | undefined): string | undefined {
  const list = (Array.isArray(concepts) ? concepts : [concepts ?? null]).filter(isObject)
  const codings = list.flatMap(({ coding }) => objectsIn(coding))
  const code = codings.find(({ system, code: one }) => system === kindSystem && typeof one === 'string')?.code
  return typeof code === 'string' ? code : undefined
}

/** The kinds in Norwegian and English, as headings name them. */
export const kindNames: Readonly<Record<string, readonly [nb: string, en: string]>> = {
  '1': ['Legemiddelreaksjon', 'adverse drug reaction'],
  '2': ['Annen allergi', 'other allergy'],
  '3': ['Intubasjonsproblem', 'intubation problem'],
  '4': ['Annet problem ved anestesi', 'other problem with anaesthesia'],
  '5': ['Kritisk medisinsk tilstand', 'critical medical condition'],
  '6': ['Pågående behandling', 'ongoing treatment'],
  '7': ['Implantat', 'implant or transplant'],
  '8': ['Avgrensning av livsforlengende behandling', 'limitation of life-prolonging treatment'],
  '9': ['Annen prosedyreendring', 'other change of procedure'],
  '10': ['Smitte', 'infection'],
  '11': ['Behandlingsavklaring', 'clarification of treatment; it may say no resuscitation'],
}
