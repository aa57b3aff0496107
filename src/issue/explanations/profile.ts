import type { profileEntries } from '../catalogue-profile.ts'
import type { Explanations } from './explanation.ts'
import { allergy, patient, show } from './show.ts'

const pressure = 'http://hl7.org/fhir/StructureDefinition/bp'
const mmHg = (value: number) => ({ value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' })
const part = (code: string, value: number) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: mmHg(value),
})
const systolic = part('8480-6', 120)
const diastolic = part('8462-4', 80)
const bloodPressure = (...component: object[]) =>
  show('Observation', {
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
    subject: { reference: 'Patient/1' },
    effectiveDateTime: '2026-01-31',
    component,
  })
const status = (system: string, code: string, display?: string) =>
  patient({ maritalStatus: { coding: [{ system, code, ...(display === undefined ? {} : { display }) }] } })
const marital = 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus'
const condition = (members: object) =>
  show('Condition', { code: { text: 'Asthma' }, subject: { reference: 'Patient/1' }, ...members })
const snomed = 'http://snomed.info/sct'
const weight = (code: string) =>
  show('Observation', {
    status: 'final',
    code: { text: 'Weight' },
    valueQuantity: { value: 70, unit: 'kg', system: 'http://unitsofmeasure.org', code },
  })
const narrative = {
  text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Kari Berg</div>' },
}
const core = 'http://hl7.org/fhir/StructureDefinition/'
const birthPlace = { url: `${core}patient-birthPlace`, valueAddress: { city: 'Bodø' } }
const notDone = { url: `${core}request-doNotPerform`, valueBoolean: true }
const citizenship = (url: string) =>
  patient({
    extension: [{ url: `${core}patient-citizenship`, extension: [{ url, valueCodeableConcept: { text: 'Norge' } }] }],
  })

/** What profiles ask for: slices, bindings, invariants, extensions. */
export const profileExplanations: Explanations<keyof typeof profileEntries> = {
  'SLC-001': {
    reason:
      'A slice with a minimum is what makes the profile what it is: a blood pressure has a systolic and a diastolic value.',
    bad: bloodPressure(systolic),
    good: bloodPressure(systolic, diastolic),
    profile: pressure,
  },
  'SLC-002': {
    reason: 'Of two values for one slice a reader would take one, and which one cannot be told.',
    bad: bloodPressure(systolic, diastolic, part('8480-6', 130)),
    good: bloodPressure(systolic, diastolic),
    profile: pressure,
  },
  'SLC-003': {
    reason: 'A closed list of slices says that readers look at these and at nothing else.',
    bad: '(an extension inside another one whose definition does not list it)',
    good: '(only the parts that the definition lists)',
  },
  'SLC-004': {
    reason:
      'The profile lets additions stand after its slices, so that readers find the slices where they expect them.',
    bad: '(an identifier of no slice, followed by one that is a slice, where the slicing is openAtEnd)',
    good: '(the same two the other way round)',
  },
  'SLC-005': {
    reason: 'Where the order is part of the meaning, as in a document, the profile asks for it.',
    bad: '(two slices of an ordered slicing in the wrong order)',
    good: '(the same slices in the order of the profile)',
  },
  'SLC-006': {
    reason:
      'To know which slice something is, a profile may ask to look at a resource that is not at hand. What is not known is said, and never taken for valid.',
    bad: '(an entry whose slice is told by the profile of a resource elsewhere)',
    good: '(a Bundle that holds that resource too)',
  },
  'BND-001': {
    reason:
      'A required binding is a closed list that programs branch on. A code outside of it is read as nothing, or refused.',
    bad: patient({ gender: 'kvinne' }),
    good: patient({ gender: 'female' }),
  },
  'BND-002': {
    reason: 'An extensible binding is to be used wherever one of its codes fits; others are for what it lacks.',
    bad: status('urn:example:marital', 'gift'),
    good: status(marital, 'M'),
  },
  'BND-003': {
    reason: 'The preferred codes are those that most receivers know.',
    bad: condition({ severity: { coding: [{ system: 'urn:example:severity', code: 'mye' }] } }),
    good: condition({ severity: { coding: [{ system: snomed, code: '24484000' }] } }),
  },
  'BND-004': {
    reason: 'Besides the codes that are preferred, the profile states the widest list that is allowed at all.',
    bad: patient({ language: 'norsk bokmål' }),
    good: patient({ language: 'nb' }),
  },
  'BND-005': {
    reason:
      'A large terminology such as SNOMED CT is not part of this package. What is not known is said, and never taken for valid.',
    bad: '(a SNOMED CT code where the value set is "all below" some concept)',
    good: '(the same document, checked with a terminology server besides)',
  },
  'BND-006': {
    reason:
      'The list of this system is at hand and complete, and the code is not in it: it is misspelt, withdrawn, or of another system.',
    bad: status(marital, 'XX'),
    good: status(marital, 'M'),
  },
  'BND-007': {
    reason:
      'A value set is a selection of codes; the codes themselves belong to a code system, and only its URI makes two of them the same.',
    bad: status('http://hl7.org/fhir/ValueSet/marital-status', 'M'),
    good: status(marital, 'M'),
  },
  'BND-008': {
    reason:
      'People read the display and programs the code. If they disagree, people and programs act on different things.',
    bad: status(marital, 'M', 'Divorced'),
    good: status(marital, 'M', 'Married'),
  },
  'BND-009': {
    reason:
      'Units are compared and converted by their UCUM code. A dose in an unknown unit is a number without meaning.',
    bad: weight('kilos'),
    good: weight('kg'),
  },
  'INV-001': {
    reason:
      'An invariant is a rule between elements, written in FHIRPath in the definition. Here: a contact has at least a name, an address, a phone or an organisation.',
    bad: patient({ contact: [{ gender: 'female' }] }),
    good: patient({ contact: [{ name: { text: 'Kari Berg' } }] }),
  },
  'INV-002': {
    reason:
      'A guideline is good practice that the definition does not insist on. Here: a resource has a text that people can read.',
    bad: patient({ active: true }),
    good: patient({ ...narrative, active: true }),
  },
  'INV-003': {
    reason:
      'Some rules ask for a resource or a code list that is elsewhere. What is not known is said, and never taken for valid.',
    bad: '(a document under a profile with a rule that looks into a resource which is not in it)',
    good: '(a Bundle that holds that resource too)',
  },
  'EXT-001': {
    reason:
      'Anybody may define extensions, and a receiver may skip one that it does not know. What it holds can be checked only with its definition.',
    bad: patient({ extension: [{ url: 'https://example.org/shoe-size', valueInteger: 42 }] }),
    good: patient({ extension: [birthPlace] }),
  },
  'EXT-002': {
    reason:
      'A modifier extension can turn the meaning of what it stands in around. Who does not know it may not use the record.',
    bad: patient({ modifierExtension: [{ url: 'https://hospital.invalid/not', valueBoolean: true }] }),
    good: patient({ active: false }),
  },
  'EXT-003': {
    reason:
      'The definition of an extension says what it is about. Elsewhere it means nothing: a birth place of an allergy.',
    bad: allergy({ extension: [birthPlace], patient: { reference: 'Patient/1' } }),
    good: patient({ extension: [birthPlace] }),
  },
  'EXT-004': {
    reason:
      'Receivers may skip what stands in extension. What changes the meaning stands in modifierExtension, which they may not skip.',
    bad: show('NutritionOrder', {
      extension: [notDone],
      status: 'active',
      intent: 'order',
      patient: { reference: 'Patient/1' },
      dateTime: '2026-01-31',
    }),
    good: show('NutritionOrder', {
      modifierExtension: [notDone],
      status: 'active',
      intent: 'order',
      patient: { reference: 'Patient/1' },
      dateTime: '2026-01-31',
    }),
  },
  'EXT-005': {
    reason:
      'What stands in modifierExtension makes receivers refuse a record that they do not fully understand. An addition that changes nothing must not do that.',
    bad: patient({ modifierExtension: [birthPlace] }),
    good: patient({ extension: [birthPlace] }),
  },
  'EXT-006': {
    reason: 'The URL says which extension this is, wherever it is read.',
    bad: patient({ extension: [{ url: 'patient-birthPlace', valueAddress: { city: 'Bodø' } }] }),
    good: patient({ extension: [birthPlace] }),
  },
  'EXT-007': {
    reason: 'The parts of an extension have short names that its definition lists; another name means nothing.',
    bad: citizenship('country'),
    good: citizenship('code'),
  },
  'EXT-008': {
    reason:
      'HL7’s own URLs are not free for others, and those of R4 are at hand: one that is not there is misspelt, or of another version.',
    bad: patient({ extension: [{ url: `${core}patient-birthplace`, valueAddress: { city: 'Bodø' } }] }),
    good: patient({ extension: [birthPlace] }),
  },
  'PRF-001': {
    reason:
      'A document that names a profile says that it meets it. Without the profile that cannot be checked, and it is not taken for valid.',
    bad: patient({ meta: { profile: ['https://example.org/StructureDefinition/my-patient'] } }),
    good: patient({ meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Patient'] } }),
  },
  'PRF-002': {
    reason: 'A profile constrains one type. Held against another it says nothing.',
    bad: patient({ meta: { profile: ['http://hl7.org/fhir/StructureDefinition/vitalsigns'] } }),
    good: patient({ meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Patient'] } }),
  },
  'OBL-001': {
    reason:
      'Whether the source knew it cannot be seen in the document, so its absence is no error; but who makes such documents shall fill it in when it is known.',
    bad: allergy({ patient: { reference: 'Patient/1' } }),
    good: '(the same with clinicalStatus, type, criticality and onset, where the source knows them)',
    profile: 'http://hl7.eu/fhir/eps/StructureDefinition/allergyintolerance-obl-eu-eps',
  },
}
