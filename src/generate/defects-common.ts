import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { Form } from '../form/detect.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Defect } from './defect.ts'
import { at, defect, partsOf, patientOf, put, take } from './defect-places.ts'

/** Elements in `ki` and in FHIR that are written the same way. */
const elements = {
  born: ['fodselsdato', 'birthDate'],
  gender: ['kjonn', 'gender'],
  name: ['navn', 'name'],
  concept: ['navn', 'maritalStatus'],
} as const

/** Errors that a document of any form can have, each in the form's own elements and with the form's own code. */
export const commonDefects: readonly Defect[] = [
  inAny('missing-element', 'KI-001', 'CRD-001', (root, form) =>
    form === 'ki' ? take(partsOf(root)[0], 'status') : take(root, 'type'),
  ),
  inAny('unknown-element', 'KI-002', 'STR-001', (root) => put(patientOf(root), 'zodiac', 'x')),
  inPatient('number-for-text', 'KI-005', 'FMT-001', 'born', 1990),
  inPatient('text-for-object', 'KI-005', 'STR-003', 'name', 'Prøve Eksempelvik'),
  inPatient('null', 'KI-005', 'STR-007', 'born', null),
  inPatient('empty-object', 'KI-010', 'STR-006', 'concept', {}),
  inPatient('word-not-allowed', 'KI-006', 'BND-001', 'gender', 'herre'),
  inPatient('no-such-day', 'KI-019', 'FMT-004', 'born', '1990-02-30'),
  inPatient('no-date', 'KI-007', 'FMT-003', 'born', '30. februar'),
  inName('blank-text', 'KI-008', 'FMT-008', ' '),
  inName('control-in-text', 'KI-020', 'FMT-008', 'Prøve\u0001vik'),
  inAny('empty-list', 'KI-010', 'STR-005', (root, form) =>
    form === 'ki' ? put(partsOf(root)[0], 'kilder', []) : put(patientOf(root), 'telecom', []),
  ),
  inAny('id-with-a-space', 'KI-007', 'FMT-003', (root) => put(partsOf(root).at(-1), 'id', 'en id')),
  inAny('repeated-id', 'KI-016', 'INV-001', repeatLast),
]

type Change = (root: JsonObject, form: Form) => boolean

function inAny(name: string, ki: IssueCode, fhir: IssueCode, change: Change): Defect {
  return defect(name, { ki: [ki], kj: [fhir], r4: [fhir], eps: [fhir] }, change)
}

function inPatient(name: string, ki: IssueCode, fhir: IssueCode, element: keyof typeof elements, value: Json): Defect {
  const [norwegian, english] = elements[element]
  return inAny(name, ki, fhir, (root, form) => put(patientOf(root), form === 'ki' ? norwegian : english, value))
}

function inName(name: string, ki: IssueCode, fhir: IssueCode, value: string): Defect {
  return inAny(name, ki, fhir, (root, form) => {
    const patient = patientOf(root) ?? null
    return form === 'ki' ? put(at(patient, 'navn'), 'etternavn', value) : put(at(patient, 'name', 0), 'family', value)
  })
}

/** The last record, or the last entry, stands twice. */
function repeatLast(root: JsonObject): boolean {
  const list = root.registreringer ?? root.entry
  const last = Array.isArray(list) ? list.at(-1) : undefined
  return Array.isArray(list) && isObject(last) && list.push({ ...last }) > 1
}
