import { isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import { isClinical } from '../form/patient.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Defect } from './defect.ts'
import { at, type Change, defect, partsOf, patientOf, put, resourceOf, take } from './defect-places.ts'

/** Errors that documents of every form of FHIR can have. */
export const fhirDefects: readonly Defect[] = [
  inFhir('unknown-resource', ['STR-010'], (root) => put(partsOf(root).at(-1), 'resourceType', 'Allergi')),
  inFhir('no-resource-type', ['STR-010'], (root) => take(partsOf(root).at(-1), 'resourceType')),
  inFhir('missing-subject', ['CRD-001'], inRecord(withoutSubject)),
  inFhir(
    'reference-in-words',
    ['TGT-007'],
    inRecord((record) => put(subjectOf(record), 'reference', 'pasienten selv')),
  ),
  inFhir(
    'contained-not-there',
    ['INV-001'],
    inRecord((record) => put(record.recorder, 'reference', '#nobody')),
  ),
  inFhir('status-not-allowed', ['BND-001'], inRecord(withOtherStatus)),
  inFhir('status-combination', ['INV-001'], inRecord(withBothStatuses)),
  inFhir('two-times', ['STR-009'], inRecord(withTwoTimes)),
  inFhir('profile-of-another-type', ['PRF-002'], inRecord(withOtherProfile)),
  inFhir(
    'extension-without-url',
    ['CRD-001'],
    inRecord((record) => put(record, 'extension', [{ valueString: 'x' }])),
  ),
  inFhir('check-digit', ['NOR-003'], (root) => changeNumber(root, withOtherLastDigit)),
  inFhir('number-cut-short', ['NOR-001'], (root) => changeNumber(root, (number) => number.slice(0, 9))),
  inFhir('no-address', ['BDL-001'], (root) => take(objectsIn(root.entry).at(-1), 'fullUrl')),
  inFhir('relative-address', ['BDL-002'], (root) => put(objectsIn(root.entry).at(-1), 'fullUrl', 'pasient')),
  inFhir('script-in-narrative', ['NAR-006'], narrative('<script>1</script>')),
  inFhir('broken-narrative', ['NAR-001'], narrative('<p>to <b>ord</p>')),
]

function inFhir(name: string, codes: readonly IssueCode[], change: Change): Defect {
  return defect(name, { kj: codes, r4: codes, eps: codes }, change)
}

/** In the first record that has a place for it. A summary may have none: what it cannot say is not in it. */
export function inRecord(change: (record: JsonObject) => boolean): Change {
  return (root) => partsOf(root).some((part) => isClinical(part) && change(part))
}

function subjectOf(record: JsonObject): Json | undefined {
  return record.patient ?? record.subject
}

/** A Consent may do without. */
function withoutSubject(record: JsonObject): boolean {
  return record.resourceType !== 'Consent' && (take(record, 'patient') || take(record, 'subject'))
}

function withOtherStatus(record: JsonObject): boolean {
  if (record.status !== undefined) return put(record, 'status', 'muligens')
  return put(at(record, 'verificationStatus', 'coding', 0), 'code', 'muligens')
}

/** What was entered in error has no clinical status (R4 invariants ait-2 and con-5). */
function withBothStatuses(record: JsonObject): boolean {
  if (!isObject(record.verificationStatus) || record.clinicalStatus === undefined) return false
  const list = record.resourceType === 'Condition' ? 'condition-ver-status' : 'allergyintolerance-verification'
  const system = `http://terminology.hl7.org/CodeSystem/${list}`
  return put(record, 'verificationStatus', { coding: [{ system, code: 'entered-in-error' }] })
}

function withTwoTimes(record: JsonObject): boolean {
  if (record.onsetDateTime === undefined) return false
  return put(record, 'onsetAge', { value: 4, unit: 'år', system: 'http://unitsofmeasure.org', code: 'a' })
}

function withOtherProfile(record: JsonObject): boolean {
  return put(record, 'meta', { profile: ['http://hl7.eu/fhir/base/StructureDefinition/patient-eu-core'] })
}

function changeNumber(root: JsonObject, change: (number: string) => string): boolean {
  const identifier = at(resourceOf(root, 'Patient') ?? null, 'identifier', 0)
  const number = isObject(identifier) ? identifier.value : undefined
  return typeof number === 'string' && put(identifier, 'value', change(number))
}

function withOtherLastDigit(number: string): string {
  return number.slice(0, -1) + ((Number(number.slice(-1)) + 1) % 10)
}

function narrative(inner: string): Change {
  const div = `<div xmlns="http://www.w3.org/1999/xhtml" lang="nb" xml:lang="nb">${inner}</div>`
  return (root) => put(patientOf(root), 'text', { status: 'generated', div })
}
