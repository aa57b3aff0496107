import { isObject, type JsonObject } from '../../document/json.ts'
import { escapeText, label, narrative } from './xhtml.ts'

/** A narrative of one line; nothing stands without one. */
export function addText(resource: JsonObject, body: string): void {
  resource.text = narrative(`<p>${body.trim() === '' ? label('Uten navn', 'unnamed') : body}</p>`)
}

/** Name and birth date. */
export function patientText(patient: JsonObject): string {
  const name = Array.isArray(patient.name) ? (patient.name[0] as JsonObject) : {}
  const given = Array.isArray(name.given) ? name.given.join(' ') : ''
  const text =
    typeof name.text === 'string' ? name.text : `${given} ${typeof name.family === 'string' ? name.family : ''}`.trim()
  return `${escapeText(text)}${typeof patient.birthDate === 'string' ? `, ${label('født', 'born')} ${escapeText(patient.birthDate)}` : ''}`
}

/** A health professional or organisation by name. */
export function actorText(resource: JsonObject): string {
  if (typeof resource.name === 'string') return escapeText(resource.name)
  const first =
    Array.isArray(resource.name) && isObject(resource.name[0] ?? null) ? (resource.name[0] as JsonObject) : undefined
  if (first !== undefined) {
    const given = Array.isArray(first.given) ? first.given.join(' ') : ''
    return escapeText(
      typeof first.text === 'string'
        ? first.text
        : `${given} ${typeof first.family === 'string' ? first.family : ''}`.trim(),
    )
  }
  return label('Helsepersonell', 'health professional')
}
