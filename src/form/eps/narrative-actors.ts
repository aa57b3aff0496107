import { isObject, type JsonObject, objectsIn } from '../../document/json.ts'
import { conceptText } from './narrative-words.ts'
import { escapeText, label, narrative } from './xhtml.ts'

/** A narrative of one line; nothing stands without one. */
export function addText(resource: JsonObject, body: string): void {
  resource.text = narrative(`<p>${body.trim() === '' ? label('Uten navn', 'unnamed') : body}</p>`)
}

/** Name and birth date. */
export function patientText(patient: JsonObject): string {
  const [name = {}] = objectsIn(patient.name)
  return `${escapeText(humanName(name))}${typeof patient.birthDate === 'string' ? `, ${label('født', 'born')} ${escapeText(patient.birthDate)}` : ''}`
}

/** A health professional, organisation or device by name. */
export function actorText(resource: JsonObject): string {
  if (resource.resourceType === 'Device') return escapeText(conceptText(resource.type) ?? '')
  if (typeof resource.name === 'string') return escapeText(resource.name)
  const first = Array.isArray(resource.name) && isObject(resource.name[0]) ? resource.name[0] : undefined
  return first === undefined ? label('Helsepersonell', 'health professional') : escapeText(humanName(first))
}

/** A HumanName as one text. */
function humanName(name: JsonObject): string {
  if (typeof name.text === 'string') return name.text
  const given = Array.isArray(name.given) ? name.given.filter((one) => typeof one === 'string').join(' ') : ''
  return `${given} ${typeof name.family === 'string' ? name.family : ''}`.trim()
}
