import { isObject, type Json, type JsonObject, objectsIn, textOf } from '../document/json.ts'
import { actorOf, referred } from '../form/actor.ts'
import type { Hub } from '../form/hub.ts'
import { Account } from '../mapping/account.ts'
import type { Language } from './picture.ts'
import { type Pair, say } from './words.ts'

const thePatient: Pair = ['pasienten', 'the patient']

/** Whom a reference means, by name: what the reference says, else what the resource says. Patients are never named here. */
export function actorName(
  reference: Json | undefined,
  resource: JsonObject,
  hub: Hub,
  lang: Language,
): string | undefined {
  if (!isObject(reference)) return undefined
  const found = referred(reference, resource, hub)
  if (found?.resourceType === 'Patient' || /(^|\/)Patient\//.test(textOf(reference.reference)))
    return say(thePatient, lang)
  const stated = textOf(reference.display)
  const names = stated !== '' || found === undefined ? [stated] : namesOf(found, hub)
  const text = names.filter((one) => one !== '').join(' – ')
  return text === '' ? undefined : text
}

/** Person and organisation, drawn together as conversion does it; of anything else the name. */
function namesOf(found: JsonObject, hub: Hub): string[] {
  const role = actorOf(found, hub, new Account())
  if (role !== undefined)
    return [role.practitioner, role.organization].map((one) => (isObject(one) ? textOf(one.display) : ''))
  return [typeof found.name === 'string' ? found.name : humanName(objectsIn(found.name)[0])]
}

/** A HumanName as one text (https://hl7.org/fhir/R4/datatypes.html#HumanName). */
export function humanName(name: JsonObject | undefined): string {
  if (name === undefined) return ''
  if (typeof name.text === 'string') return name.text
  const given = Array.isArray(name.given) ? name.given.map(textOf) : []
  return [...given, textOf(name.family)].filter((one) => one !== '').join(' ')
}
