import type { Json, JsonObject } from '../../src/document/json.ts'
import { edit, type Operator } from './mutation.ts'

const coded = (system: string, code: string): Json => ({ coding: [{ system, code }] })
const status = (type: string, code: string) => coded(`http://terminology.hl7.org/CodeSystem/${type}-clinical`, code)
const verified = (type: string, code: string) =>
  coded(`http://terminology.hl7.org/CodeSystem/${type}${type === 'condition' ? '-ver-status' : '-verification'}`, code)

/** What to lay over a resource of the type so that the invariant fails. `null` takes an element away. */
type Broken = readonly (readonly [key: string, over: JsonObject])[]

const allergy = 'allergyintolerance'
const quantity: Json = { value: 5, unit: 'mg' }
const reference: Json = { reference: 'Patient/a' }

/** The invariants of the resources themselves; those of data types are in `wrong-values.ts`. */
const broken: Readonly<Record<string, Broken>> = {
  AllergyIntolerance: [
    ['ait-1', { clinicalStatus: null, verificationStatus: verified(allergy, 'confirmed') }],
    ['ait-2', { clinicalStatus: status(allergy, 'active'), verificationStatus: verified(allergy, 'entered-in-error') }],
  ],
  Condition: [
    ['con-1', { stage: [{ type: { text: 'a' } }] }],
    ['con-2', { evidence: [{ id: 'a' }] }],
    ['con-3', { clinicalStatus: null, verificationStatus: null }],
    ['con-4', { clinicalStatus: status('condition', 'active'), abatementDateTime: '2020' }],
    [
      'con-5',
      { clinicalStatus: status('condition', 'active'), verificationStatus: verified('condition', 'entered-in-error') },
    ],
  ],
  Patient: [['pat-1', { contact: [{ gender: 'male' }] }]],
  Organization: [
    ['org-1', { name: null, identifier: null }],
    ['org-2', { address: [{ use: 'home', city: 'a' }] }],
    ['org-3', { telecom: [{ use: 'home', system: 'phone', value: '1' }] }],
  ],
  Observation: [
    ['obs-3', { referenceRange: [{ type: { text: 'a' } }] }],
    ['obs-6', { valueString: 'a', dataAbsentReason: { text: 'a' }, valueQuantity: null, valueCodeableConcept: null }],
    [
      'obs-7',
      {
        code: coded('http://loinc.org', '8480-6'),
        valueString: 'a',
        valueQuantity: null,
        component: [{ code: coded('http://loinc.org', '8480-6'), valueString: 'a' }],
      },
    ],
  ],
  Immunization: [
    ['imm-1', { education: [{ publicationDate: '2020' }] }],
    ['imm-doseQuantity sqty-1', { doseQuantity: { value: 1, comparator: '<' } }],
  ],
  Composition: [
    ['cmp-1', { section: [{ title: 'a' }] }],
    ['cmp-2', { section: [{ emptyReason: { text: 'a' }, entry: [reference] }] }],
  ],
  CarePlan: [['cpl-3', { activity: [{ detail: { status: 'unknown' }, reference }] }]],
  Consent: [
    ['ppc-1', { policy: null, policyRule: null }],
    ['ppc-2', { patient: null }],
    ['provision code', { provision: { type: 'perhaps' } }],
  ],
  DiagnosticReport: [['media without link', { media: [{ comment: 'a' }] }]],
  MedicationStatement: [
    ['dosage asNeeded twice', { dosage: [{ asNeededBoolean: true, asNeededCodeableConcept: {} }] }],
  ],
  FamilyMemberHistory: [
    ['fhs-1', { ageString: 'old', bornDate: '1950' }],
    ['fhs-2', { estimatedAge: true, ageString: null, ageAge: null, ageRange: null }],
  ],
  Goal: [['gol-1', { target: [{ detailQuantity: quantity }] }]],
  ServiceRequest: [['prr-1', { orderDetail: [{ text: 'a' }], code: null }]],
  RiskAssessment: [
    ['ras-1', { prediction: [{ probabilityRange: { low: { value: 1 }, high: { value: 200 } } }] }],
    ['ras-2', { prediction: [{ probabilityDecimal: 120 }] }],
  ],
  List: [
    ['lst-1', { emptyReason: { text: 'a' }, entry: [{ item: reference }] }],
    ['lst-2', { mode: 'working', entry: [{ item: reference, deleted: true }] }],
    ['lst-3', { mode: 'working', entry: [{ item: reference, date: '2020' }] }],
  ],
  QuestionnaireResponse: [
    ['qrs-1', { item: [{ linkId: '1', answer: [{ valueString: 'a' }], item: [{ linkId: '2' }] }] }],
  ],
  Provenance: [['prov entity role', { entity: [{ role: 'none', what: reference }] }]],
  Specimen: [['sqty-1', { collection: { quantity: { value: 1, comparator: '<' } } }]],
  Task: [['inv-1', { lastModified: '2010-01-01', authoredOn: '2020-01-01' }]],
  NutritionOrder: [['nor-1', { oralDiet: null, supplement: null, enteralFormula: null }]],
  Encounter: [['diagnosis without condition', { diagnosis: [{ rank: 1 }] }]],
  Medication: [['ingredient without item', { ingredient: [{ isActive: true }] }]],
}

const everywhere: Broken = [
  ['ele-1', { meta: { id: 'a' } }],
  ['implicitRules', { implicitRules: 'a b' }],
  ['language', { language: 'no such language' }],
  ['language of a form that is not', { language: 'nb_NO' }],
]

export const invariants: Operator = ({ root }) => {
  const type = String(root.resourceType)
  return [...(broken[type] ?? []), ...everywhere].map(([key, over]) =>
    edit(`invariant ${key}`, type, (copy) => lay(over, copy)),
  )
}

function lay(over: JsonObject, copy: JsonObject): void {
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete copy[key]
    else copy[key] = structuredClone(value)
  }
}
