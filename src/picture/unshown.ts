import { type JsonObject, wordOf } from '../document/json.ts'
import { keysOf } from '../document/places.ts'

/** What every record has that is told, or that is no part of what it says; whose it is stands in the head of the picture. */
const always: readonly string[] = [
  ...['resourceType', 'id', 'meta', 'implicitRules', 'language', 'text', 'contained', 'identifier'],
  ...['extension', 'modifierExtension', 'subject', 'patient', 'note'],
]
const statuses: readonly string[] = ['clinicalStatus', 'verificationStatus']
const made: readonly string[] = ['recordedDate', 'recorder', 'asserter']
const what: readonly string[] = ['category', 'code', 'bodySite', 'reasonCode']

/** The elements that a picture reads, by type; a choice of types by its stem. */
const shown: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: [...statuses, ...made, ...what, 'type', 'criticality', 'onset', 'lastOccurrence', 'reaction'],
  Condition: [...statuses, ...made, ...what, 'severity', 'onset', 'abatement', 'stage', 'evidence'],
  Procedure: [...made, ...what, 'status', 'statusReason', 'performed', 'outcome'],
  DeviceUseStatement: [...what, 'status', 'timing', 'recordedOn', 'source', 'device'],
  Flag: [...what, 'status', 'period', 'author'],
  Consent: [...what, 'status', 'scope', 'dateTime', 'performer', 'provision', 'verification', 'policyRule'],
}

/** Names of the elements of a record that its picture leaves out; of types that are no records none. */
export function unshownIn(resource: JsonObject): string[] {
  const type = wordOf(resource.resourceType)
  const own = Object.hasOwn(shown, type) ? shown[type] : undefined
  if (own === undefined) return []
  const told = new Set([...always, ...own])
  const names = keysOf(resource).map((key) => String(key).replace(/^_/, ''))
  return [...new Set(names)].filter((name) => !told.has(name) && !told.has(name.replace(choice, '')))
}

/** The types that a time may have (https://hl7.org/fhir/R4/formats.html#choice). */
const choice = /(DateTime|Period|Age|Range|String)$/
