import type { structureEntries } from '../catalogue-structure.ts'
import type { Explanations } from './explanation.ts'
import { allergy, patient, show, weighing } from './show.ts'

const berg = { name: [{ text: 'Kari Berg' }] }
const empty =
  'What is empty looks like an answer and is none, and a reader cannot tell whether something was lost there.'
const kilogram = { value: 70, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' }
const weight = 'http://hl7.org/fhir/StructureDefinition/bodyweight'

/** Elements: whether they exist, their shape in JSON, how often they stand, and their types. */
export const structureExplanations: Explanations<keyof typeof structureEntries> = {
  'STR-001': {
    reason:
      'A name that FHIR does not define is misspelt, from another version, or an addition. Readers skip it, and with it what it says. Additions travel as extensions.',
    bad: patient({ activ: true }),
    good: patient({ active: true }),
  },
  'STR-002': {
    reason:
      'Each element has one shape. A text where an object belongs has lost the parts that the object would keep apart.',
    bad: patient({ name: ['Kari Berg'] }),
    good: patient(berg),
  },
  'STR-003': {
    reason:
      'What may stand more than once is always an array, also when it stands once, so that programs need to know one shape only.',
    bad: patient({ name: { text: 'Kari Berg' } }),
    good: patient(berg),
  },
  'STR-004': {
    reason: 'What stands once at most is never an array; of several values nobody could tell which is meant.',
    bad: patient({ active: [true] }),
    good: patient({ active: true }),
  },
  'STR-005': { reason: empty, bad: patient({ name: [] }), good: patient(berg) },
  'STR-006': { reason: empty, bad: patient({ name: [{}] }), good: patient(berg) },
  'STR-007': { reason: empty, bad: patient({ birthDate: null }), good: patient({ active: true }) },
  'STR-008': {
    reason:
      'Only a primitive needs a second member, with an underscore, for its id and extensions: a string has no room for them. An object has.',
    bad: patient({ ...berg, _name: [{ id: 'n1' }] }),
    good: patient({ name: [{ id: 'n1', text: 'Kari Berg' }] }),
  },
  'STR-009': {
    reason:
      'The types of a choice are alternatives. If two stand there, readers take the one that they know, so not all the same.',
    bad: patient({ deceasedBoolean: true, deceasedDateTime: '2026-01-31' }),
    good: patient({ deceasedDateTime: '2026-01-31' }),
  },
  'STR-010': {
    reason:
      'The type of a resource decides which rules it is held against. Without one there is nothing to check, and no reader knows what it is.',
    bad: show('Pasient', { active: true }),
    good: patient({ active: true }),
  },
  'STR-011': {
    reason: 'Where a profile says which resource belongs, another one does not say what is wanted, whatever it holds.',
    bad: '(a Bundle of type document whose first entry holds a Patient)',
    good: '(a Bundle of type document whose first entry holds a Composition)',
  },
  'CRD-001': {
    reason:
      'An element is required because the resource means nothing, or something else, without it: an allergy of nobody, an observation of nothing.',
    bad: allergy({}),
    good: allergy({ patient: { reference: 'Patient/1' } }),
  },
  'CRD-002': {
    reason: 'A profile that allows one value has readers that look at one: the second one would not be seen.',
    bad: '(an element with two values in a document whose profile has a maximum of 1 for it)',
    good: '(the same element with one value)',
  },
  'CRD-003': {
    reason:
      'A profile forbids an element when its meaning would be lost on the readers of the profile, or stands elsewhere for them.',
    bad: show('BodyStructure', {
      location: { text: 'Arm' },
      patient: { reference: 'Patient/1' },
    }),
    good: '(the place in the extension that the profile has for it, and no location)',
    profile: 'http://hl7.eu/fhir/base/StructureDefinition/bodyStructure-eu-core',
  },
  'TYP-001': {
    reason:
      'A profile that settles on one type has readers that know this type. A body weight in words cannot be drawn as a curve.',
    bad: weighing({ valueString: '70 kg' }),
    good: weighing({ valueQuantity: kilogram }),
    profile: weight,
  },
  'TYP-002': {
    reason: 'Where profiles of a type are named, only what meets one of them can be understood there.',
    bad: '(an identifier that meets none of the profiles that the element names for it)',
    good: '(an identifier that meets one of them)',
  },
}
