import type { norwegianEntries } from '../catalogue-norwegian.ts'
import type { Explanations } from './explanation.ts'
import { patient, show } from './show.ts'

const base = 'http://nhn.no/kj/fhir/'
const fnr = 'urn:oid:2.16.578.1.12.4.1.4.1'
const numbered = (system: string, value: string) => patient({ identifier: [{ system, value }] })
const mistyped =
  'A number with a wrong digit belongs to somebody else, or to nobody; the record would be filed on a stranger or lost.'
const about = { reference: 'Patient/1' }

const coded = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
})
const kj = (type: string, profile: string, members: object) =>
  show(type, { meta: { profile: [`${base}StructureDefinition/${profile}`] }, ...members })
const allergy = (clinical: string, verification: string, members: object = {}) =>
  kj('AllergyIntolerance', 'KjAllergyIntolerance', {
    clinicalStatus: coded('allergyintolerance-clinical', clinical),
    verificationStatus: coded('allergyintolerance-verification', verification),
    code: { text: 'Penicillin' },
    patient: about,
    ...members,
  })
const agent = (system: string, code: string, members: object = {}) => ({
  system: `${base}CodeSystem/${system}`,
  code,
  ...members,
})
const condition = (profile: string, category: string, code: object, members: object = {}) =>
  kj('Condition', profile, {
    clinicalStatus: coded('condition-clinical', 'active'),
    verificationStatus: coded('condition-ver-status', 'confirmed'),
    category: [{ coding: [{ code: category }] }],
    code,
    subject: about,
    ...members,
  })
const anaesthesia = (code: string) => condition('KjConditionComplicationsOfAnesthesia', '4', { coding: [{ code }] })
const critical = (code: string) =>
  condition('KjConditionCriticalMedicalCondition', '5', {
    coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7110', code }],
  })
const consent = (policy: string) =>
  kj('Consent', 'KjConsent', {
    extension: [{ url: `${base}StructureDefinition/KjValidUntil`, valueDateTime: '2027-01-31' }],
    status: 'active',
    scope: { coding: [{ code: 'adr' }] },
    category: [{ coding: [{ code: '8' }] }],
    patient: about,
    policyRule: { coding: [{ code: policy }] },
  })
const excipient = { extension: [{ url: `${base}StructureDefinition/KjInactiveIngredient`, valueBoolean: true }] }

/** What Norway's registers and NHN's API ask beyond profiles. */
export const norwegianExplanations: Explanations<keyof typeof norwegianEntries> = {
  'NOR-001': { reason: mistyped, bad: numbered(fnr, '1389722002'), good: numbered(fnr, '13897220029') },
  'NOR-002': { reason: mistyped, bad: numbered(fnr, '13997220029'), good: numbered(fnr, '13897220029') },
  'NOR-003': { reason: mistyped, bad: numbered(fnr, '13897220028'), good: numbered(fnr, '13897220029') },
  'NOR-004': {
    reason: 'The system says which register gave the number out. Under the wrong one it is not found there.',
    bad: '(a D-nummer, whose day is raised by 40, under the system of fødselsnummer)',
    good: '(the same number under urn:oid:2.16.578.1.12.4.1.4.2)',
  },
  'NOR-005': {
    reason: 'Receivers compare systems letter by letter; without urn:oid: it is another one.',
    bad: numbered('2.16.578.1.12.4.1.4.1', '13897220029'),
    good: numbered(fnr, '13897220029'),
  },
  'NOR-006': {
    reason: 'One organisation under two systems is two organisations to a program.',
    bad: show('Organization', { identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.2.101', value: '100100223' }] }),
    good: show('Organization', { identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.101', value: '100100223' }] }),
  },
  'NOR-010': {
    reason: 'Warnings at prescription compare codes. One that is misspelt never matches, so nobody is warned.',
    bad: allergy('active', 'confirmed', { code: { coding: [agent('ATC', 'J01CE2')] } }),
    good: allergy('active', 'confirmed', { code: { coding: [agent('ATC', 'J01CE02')] } }),
  },
  'NOR-020': {
    reason:
      'A record at NHN is active, refuted or deleted. Another combination is read as one of these, and nobody knows as which.',
    bad: allergy('inactive', 'confirmed'),
    good: allergy('active', 'confirmed'),
  },
  'NOR-021': {
    reason:
      'FHIR R4 has no word for probable. NHN leaves the code out and says it with an extension; one of the two alone says something else.',
    bad: kj('AllergyIntolerance', 'KjAllergyIntolerance', {
      clinicalStatus: coded('allergyintolerance-clinical', 'active'),
      verificationStatus: {
        extension: [{ url: `${base}StructureDefinition/KjPresumed`, valueBoolean: true }],
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code: 'confirmed' },
        ],
      },
      code: { text: 'Penicillin' },
      patient: about,
    }),
    good: allergy('active', 'confirmed'),
  },
  'NOR-022': {
    reason:
      'An excipient is what one product contains beside its active substance. Without the product nobody can tell what to avoid.',
    bad: allergy('active', 'confirmed', { code: { ...excipient, coding: [agent('ATC', 'J01CE02')] } }),
    good: allergy('active', 'confirmed', {
      code: { ...excipient, coding: [agent('DrugTradeName', 'ID_35BFDFE2-90EF-48C5-A171-DDCC86D45076')] },
    }),
  },
  'NOR-023': {
    reason:
      'NHN uses one number for the kind and for the code of such a complication; if they differ, it cannot be told which holds.',
    bad: anaesthesia('3'),
    good: anaesthesia('4'),
  },
  'NOR-024': {
    reason: 'NHN’s screens no longer show this text, so what it says would not be seen.',
    bad: condition('KjConditionInfection', '10', { text: 'MRSA 2019' }),
    good: condition('KjConditionInfection', '10', { coding: [{ code: '1' }] }, { note: [{ text: 'MRSA 2019' }] }),
  },
  'NOR-025': {
    reason:
      'Chapters XX and XXI hold causes of injury and reasons for contact, which are no diagnoses, and NHN refuses them.',
    bad: critical('Z880'),
    good: critical('E271'),
  },
  'NOR-026': {
    reason:
      'NHN adds codes that follow from the one that was chosen. userSelected tells people and programs which that was.',
    bad: allergy('active', 'confirmed', {
      code: { coding: [agent('ATC', 'J01CE02'), agent('DrugTradeName', 'ID_35BFDFE2-90EF-48C5-A171-DDCC86D45076')] },
    }),
    good: allergy('active', 'confirmed', {
      code: {
        coding: [
          agent('ATC', 'J01CE02', { userSelected: true }),
          agent('DrugTradeName', 'ID_35BFDFE2-90EF-48C5-A171-DDCC86D45076'),
        ],
      },
    }),
  },
  'NOR-027': {
    reason: 'These values are constants of the API. Another one is refused, or read as another kind of limitation.',
    bad: consent('9'),
    good: consent('1'),
  },
  'NOR-028': {
    reason: 'NHN refuses the record (KI-0014), so nobody sees it.',
    bad: '(a note of a Condition or Consent with more than 500 characters)',
    good: '(the same note in fewer words)',
  },
  'NOR-029': {
    reason:
      'NHN states the limit for some resources only. It is most likely the same for the others, and a record that is refused is seen by nobody.',
    bad: '(a note of an AllergyIntolerance with more than 500 characters)',
    good: '(the same note in fewer words)',
  },
  'NOR-030': {
    reason:
      'Two active limitations contradict each other, and in an emergency there is no time to find out which holds.',
    bad: '(a Bundle with an active Consent of category 8 and one of category 11)',
    good: '(the same with the one of category 8 inactive)',
  },
  'NOR-040': {
    reason:
      'What a record is about stays as it was; otherwise its history would tell of something else. A new matter is a new record.',
    bad: '(an update that gives an allergy another code)',
    good: '(the allergy refuted, and a new one with the other code)',
  },
  'NOR-041': {
    reason: 'Somebody else has changed the record in the meantime. To write over it would undo what they did.',
    bad: '(an update with meta.versionId 1 where the newest version is 2)',
    good: '(the newest version read again, and the change made in it)',
  },
  'NOR-042': {
    reason: 'NHN has a call of its own to delete, which leaves a trace of who did it.',
    bad: '(PUT with verificationStatus entered-in-error)',
    good: '(DELETE)',
  },
  'NOR-043': {
    reason:
      'What is frozen can only be seen beside the version before. With another record beside it nothing was looked at, and that is not the same as fine.',
    bad: '(kritinfo validate pacemaker.json --previous penicillin.json)',
    good: '(kritinfo validate pacemaker.json --previous pacemaker-before.json)',
  },
}
