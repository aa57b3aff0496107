import { isObject, type JsonObject, objectsIn } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import type { Hub, HubEntry } from '../hub.ts'
import { dropNarrative, type Mapper } from '../mapper.ts'
import { patientOf } from '../patient.ts'
import { addText, patientText } from './narrative-actors.ts'
import { around, type EpsOptions, type Fail } from './options.ts'

/** The patient of a summary; without a name and a birth date there can be none. */
export function patientEntry(hub: Hub, options: EpsOptions, mapper: Mapper, fail: Fail): HubEntry {
  const found = patientOf(hub, () => fail('CNV-005'))
  const missing = found === undefined ? ['name', 'birthDate'] : missingDemographics(found.resource)
  if (found === undefined || missing.length > 0) return fail('CNV-003', { missing: missing.join(' and ') })
  const made: JsonObject = { resourceType: 'Patient' }
  mapper.books.claim(found.resource, 'resourceType')
  dropNarrative(found.resource, mapper)
  mapper.map(
    'r4-eps/patient',
    'forward',
    found.resource,
    made,
    around(options, () => undefined),
  )
  if (typeof made.id !== 'string') made.id = uuid5(`Patient/${found.fullUrl}`)
  addText(made, patientText(made))
  return { fullUrl: found.fullUrl === '' ? `urn:uuid:${made.id}` : found.fullUrl, resource: made }
}

/** What EPS asks of the patient: ips-pat-1 wants a real name, EU core a birth date or the reason why there is none. */
function missingDemographics(patient: JsonObject): string[] {
  const names = objectsIn(patient.name)
  const named = names.some(
    (name) => typeof name.text === 'string' || typeof name.family === 'string' || Array.isArray(name.given),
  )
  const born = patient.birthDate !== undefined || isObject(patient._birthDate)
  return [...(named ? [] : ['name']), ...(born ? [] : ['birthDate'])]
}
