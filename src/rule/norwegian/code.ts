import type { Path } from '../../document/json.ts'
import type { Report } from '../report.ts'

const kj = 'http://nhn.no/kj/fhir/CodeSystem/'

/** ATC of any level (https://atcddd.fhi.no/atc/structure_and_principles/). */
const atc = /^[A-Z](?:\d{2}(?:[A-Z](?:[A-Z](?:\d{2})?)?)?)?$/
/** What NHN takes: 7, 5 or 4 characters, 3 for contrast media only (https://kj-opplaering.nhn.no/hjelp/kritisk-info/overfolsomhetsreaksjoner/). */
const atcOfRegister = /^(?:[A-Z]\d{2}[A-Z](?:[A-Z](?:\d{2})?)?|V08)$/
const fest = /^ID_[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/
/** Three characters, and up to two more after a point or without it, as the Norwegian edition has them. */
const icd10 = /^[A-Z]\d{2}(?:\.?[0-9A-Z]{1,2})?$/

/** The form of a code, by its system; and the code's name in messages. */
const forms: ReadonlyMap<string, readonly [name: string, form: RegExp]> = new Map([
  ['http://www.whocc.no/atc', ['ATC', atc]],
  [`${kj}ATC`, ['ATC', atcOfRegister]],
  [`${kj}DrugTradeName`, ['FEST LegemiddelMerkevare', fest]],
  [`${kj}ActiveSubstance`, ['FEST Virkestoff', fest]],
  ['urn:oid:2.16.578.1.12.4.1.1.7110', ['ICD-10', icd10]],
])
const icd10Systems: ReadonlySet<string> = new Set([
  'urn:oid:2.16.578.1.12.4.1.1.7110',
  'http://hl7.org/fhir/sid/icd-10',
])

/** A code that its system cannot have: NOR-010, a warning, since lists change and the pages tell only of the form. */
export function checkCode(system: string, code: string, path: Path, report: Report): void {
  const known = forms.get(system)
  if (known !== undefined && !known[1].test(code)) report([...path, 'code'], 'NOR-010', { list: known[0] })
}

/** Chapters XX (V to Y) and XXI (Z) of ICD-10, which NHN's API does not take (its page "codes", 16.03.2026). */
export function isBarredDiagnosis(system: string, code: string): boolean {
  return icd10Systems.has(system) && /^[V-Z]\d\d/.test(code)
}
