import { getKey, isObject, type Json, type JsonObject, type Path, textOf } from '../../document/json.ts'
import type { Report } from '../report.ts'
import { isBarredDiagnosis } from './code.ts'
import { codesOf, codingsOf, kjExtension, kjProfileOf } from './kj.ts'

const brand = 'http://nhn.no/kj/fhir/CodeSystem/DrugTradeName'

/** NOR-022: an excipient is what a brand contains beside its drug, so a brand is named (page overfolsomhetsreaksjoner). */
export function checkExcipient(resource: JsonObject, path: Path, report: Report): void {
  if (kjExtension(getKey(resource, 'code'), 'KjInactiveIngredient') !== true) return
  const hasBrand = codingsOf(resource, 'code').some((coding) => getKey(coding, 'system') === brand)
  if (!hasBrand) report([...path, 'code'], 'NOR-022', {})
}

/** NOR-023: the code of a complication of anaesthesia is that of its category (page kjconditioncomplicationsofanesthesiamd). */
export function checkAnaesthesia(resource: JsonObject, path: Path, report: Report): void {
  if (kjProfileOf(resource) !== 'KjConditionComplicationsOfAnesthesia') return
  const kinds = codesOf(resource, 'category')
  const codes = codesOf(resource, 'code')
  if (kinds.length > 0 && !codes.some((code) => kinds.includes(code))) report([...path, 'code'], 'NOR-023', {})
}

/** NOR-024: an infection has no specification in text since February 2025 (page kjconditioninfectionmd). */
export function checkInfectionText(resource: JsonObject, path: Path, report: Report): void {
  const code = getKey(resource, 'code')
  if (kjProfileOf(resource) !== 'KjConditionInfection' || !isObject(code)) return
  if (getKey(code, 'text') !== undefined) report([...path, 'code', 'text'], 'NOR-024', {})
}

/** NOR-025: diagnoses of ICD-10 chapters that the API does not take (page codesmd). */
export function checkDiagnosis(resource: JsonObject, path: Path, report: Report): void {
  if (getKey(resource, 'resourceType') !== 'Condition') return
  const isBarred = codingsOf(resource, 'code').some((coding) =>
    isBarredDiagnosis(textOf(getKey(coding, 'system')), textOf(getKey(coding, 'code'))),
  )
  if (isBarred) report([...path, 'code'], 'NOR-025', {})
}

/** NOR-026: of several codings one is marked as the one that was chosen (page kjallergyintolerancemd). */
export function checkChosen(resource: JsonObject, path: Path, report: Report): void {
  const codings = codingsOf(resource, 'code')
  const chosen = codings.filter((coding) => getKey(coding, 'userSelected') === true)
  if (codings.length > 1 && chosen.length !== 1)
    report([...path, 'code', 'coding'], 'NOR-026', { count: chosen.length })
}

/** The parts of a limitation of treatment that its kind fixes (pages kjconsent…md). */
const consents: ReadonlyMap<Json, { readonly policyRule: string; readonly scope: string }> = new Map([
  ['8', { policyRule: '1', scope: 'adr' }],
  ['11', { policyRule: '2', scope: 'treatment' }],
])

/** NOR-027: policyRule and scope of a Consent follow from its category. */
export function checkConsent(resource: JsonObject, path: Path, report: Report): void {
  if (getKey(resource, 'resourceType') !== 'Consent') return
  const [kind = null] = codesOf(resource, 'category')
  for (const [key, wanted] of Object.entries(consents.get(kind) ?? {})) {
    const codes = codesOf(resource, key)
    if (codes.length > 0 && !codes.includes(wanted)) report([...path, key], 'NOR-027', { element: key, code: wanted })
  }
}
