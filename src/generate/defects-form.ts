import { isObject, type JsonObject } from '../document/json.ts'
import type { Defect } from './defect.ts'
import { at, defect, partsOf, put, resourceOf, take } from './defect-places.ts'
import { inRecord } from './defects-fhir.ts'

const nobody = 'urn:uuid:00000000-0000-4000-8000-000000000000'

/** Errors against what Norsk helsenett asks of its resources, which no other form asks. */
export const kjDefects: readonly Defect[] = [
  defect('excipient-without-brand', { kj: ['NOR-022'] }, inRecord(asExcipient)),
  defect('code-of-another-kind', { kj: ['NOR-023'] }, inRecord(withOtherCode)),
  defect('barred-diagnosis', { kj: ['NOR-025'] }, inRecord(withBarredDiagnosis)),
  defect(
    'scope-of-another-kind',
    { kj: ['NOR-027'] },
    inRecord((record) => {
      return record.resourceType === 'Consent' && put(at(record, 'scope', 'coding', 0), 'code', 'research')
    }),
  ),
  defect(
    'note-too-long',
    { kj: ['NOR-028'] },
    inRecord((record) => {
      return record.resourceType === 'Condition' && put(record, 'note', [{ text: 'Langt notat. '.repeat(40) }])
    }),
  ),
]

/** Errors of a summary as a document. */
export const epsDefects: readonly Defect[] = [
  defect('dangling-subject', { eps: ['BDL-030'] }, (root) =>
    put(at(resourceOf(root, 'Composition') ?? null, 'subject'), 'reference', nobody),
  ),
  defect('no-title', { eps: ['CRD-001'] }, (root) => take(resourceOf(root, 'Composition'), 'title')),
  defect('lost-section', { eps: ['SLC-001'] }, (root) => {
    const sections = at(partsOf(root)[0] ?? null, 'section')
    return Array.isArray(sections) && sections.splice(1, 1).length > 0
  }),
  defect('unreachable-entry', { eps: ['BDL-034'] }, (root) => {
    const resource = { resourceType: 'Basic', code: { text: 'Uten forbindelse' } }
    return Array.isArray(root.entry) && root.entry.push({ fullUrl: nobody, resource }) > 0
  }),
  defect('begins-with-no-composition', { eps: ['INV-001'] }, (root) => {
    return Array.isArray(root.entry) && root.entry.reverse().length > 1
  }),
]

/** A reaction to an excipient that names no brand that has it. */
function asExcipient(record: JsonObject): boolean {
  if (record.resourceType !== 'AllergyIntolerance') return false
  const url = 'http://nhn.no/kj/fhir/StructureDefinition/KjInactiveIngredient'
  return put(record, 'code', { extension: [{ url, valueBoolean: true }], text: 'Tabletter' })
}

/** The code of a problem with anaesthesia is that of its category. */
function withOtherCode(record: JsonObject): boolean {
  const profile = at(record, 'meta', 'profile', 0)
  if (profile !== 'http://nhn.no/kj/fhir/StructureDefinition/KjConditionComplicationsOfAnesthesia') return false
  const coding = at(record, 'code', 'coding', 0)
  return put(coding, 'code', isObject(coding) && coding.code === '3' ? '4' : '3')
}

/** A diagnosis of ICD-10's chapter XXI. */
function withBarredDiagnosis(record: JsonObject): boolean {
  const coding = at(record, 'code', 'coding', 0)
  if (!isObject(coding) || coding.system !== 'urn:oid:2.16.578.1.12.4.1.1.7110') return false
  return put(coding, 'code', 'Z99.2')
}
