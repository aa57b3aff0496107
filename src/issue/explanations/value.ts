import type { valueEntries } from '../catalogue-value.ts'
import type { Explanations } from './explanation.ts'
import { patient, show, weighing } from './show.ts'

const coded = 'Dates, numbers and addresses are compared and sorted by machines, which needs one way of writing.'
const uri =
  'A system tells whose codes or numbers these are, and it does so only if it is the same whole URI everywhere.'
const bodyWeight = (system: string, code: string) =>
  weighing({ valueQuantity: { value: 70, unit: 'kg', system, code } })
const tobacco = (code: string) =>
  show('Observation', {
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject: { reference: 'Patient/1' },
    effectiveDateTime: '2026-01-31',
    valueCodeableConcept: { text: 'never smoked' },
  })

/** How values are written, and values that a profile prescribes. */
export const valueExplanations: Explanations<keyof typeof valueEntries> = {
  'FMT-001': {
    reason:
      'JSON has types of its own. The text "true" is not the truth value, and programs that compare it get it wrong.',
    bad: patient({ active: 'true' }),
    good: patient({ active: true }),
  },
  'FMT-002': {
    reason: 'An empty text looks like an answer and is none.',
    bad: patient({ name: [{ text: '' }] }),
    good: patient({ name: [{ text: 'Kari Berg' }] }),
  },
  'FMT-003': { reason: coded, bad: patient({ birthDate: '13.9.1972' }), good: patient({ birthDate: '1972-09-13' }) },
  'FMT-004': {
    reason: 'A day that does not exist is a mistake in day, month or year, and which of them cannot be told.',
    bad: patient({ birthDate: '1972-02-30' }),
    good: patient({ birthDate: '1972-02' }),
  },
  'FMT-005': {
    reason:
      'A longer text is cut or refused by the receiver, and half a sentence about a treatment is worse than none.',
    bad: '(a note of a Kj profile with more than 500 characters)',
    good: '(the same note in fewer words)',
  },
  'FMT-006': {
    reason: 'Programs keep numbers in the room that the type gives them; outside of it they are cut, or turn negative.',
    bad: patient({ telecom: [{ system: 'phone', value: '12345678', rank: 0 }] }),
    good: patient({ telecom: [{ system: 'phone', value: '12345678', rank: 1 }] }),
  },
  'FMT-007': {
    reason: 'White space at the ends cannot be seen, and two texts that look the same differ.',
    bad: patient({ name: [{ family: 'Berg ' }] }),
    good: patient({ name: [{ family: 'Berg' }] }),
  },
  'FMT-008': {
    reason: 'Such characters cannot be seen, come from damaged text, and cannot be written in XML.',
    bad: patient({ name: [{ family: ' ' }] }),
    good: patient({ name: [{ family: 'Berg' }] }),
  },
  'FMT-009': {
    reason:
      'The prefix promises a form: urn:uuid: a UUID in small letters, urn:oid: numbers with dots. What does not keep it is no name of anything.',
    bad: patient({ identifier: [{ system: 'urn:oid:fnr', value: '13897220029' }] }),
    good: patient({ identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '13897220029' }] }),
  },
  'FMT-010': {
    reason:
      'A canonical names a definition wherever the document is read, so it cannot depend on the place where it stands.',
    bad: patient({ meta: { profile: ['StructureDefinition/Patient'] } }),
    good: patient({ meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Patient'] } }),
  },
  'FMT-011': {
    reason: 'A time without zone is another moment in each country. Without the time the date may stand alone.',
    bad: patient({ deceasedDateTime: '2026-01-31T12:00:00' }),
    good: patient({ deceasedDateTime: '2026-01-31T12:00:00+01:00' }),
  },
  'FMT-012': {
    reason: uri,
    bad: patient({ identifier: [{ system: 'fnr', value: '13897220029' }] }),
    good: patient({ identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '13897220029' }] }),
  },
  'FMT-013': {
    reason: 'This system says that the value is itself a URI, and a bare number or UUID is none.',
    bad: patient({
      identifier: [{ system: 'urn:ietf:rfc:3986', value: '2f6d6d3a-5a0b-4a3d-9a53-0f8a3a1b2c3d' }],
    }),
    good: patient({
      identifier: [{ system: 'urn:ietf:rfc:3986', value: 'urn:uuid:2f6d6d3a-5a0b-4a3d-9a53-0f8a3a1b2c3d' }],
    }),
  },
  'FMT-014': {
    reason: 'Size and hash are there to find damage. If they do not agree with the data, either is damaged.',
    bad: patient({ photo: [{ contentType: 'image/png', data: 'iVBORw0=', size: 500 }] }),
    good: patient({ photo: [{ contentType: 'image/png', data: 'iVBORw0=', size: 5 }] }),
  },
  'FMT-015': {
    reason: 'An id alone says nothing. If the value is not known, an extension can say why.',
    bad: patient({ _birthDate: { id: 'b1' } }),
    good: patient({
      _birthDate: {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
      },
    }),
  },
  'FMT-016': {
    reason:
      'HL7’s own URLs are not free for others, and the systems of R4 are at hand: one that is not there is misspelt, or of another version.',
    bad: patient({ maritalStatus: { coding: [{ system: 'http://hl7.org/fhir/marital', code: 'M' }] } }),
    good: patient({
      maritalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code: 'M' }] },
    }),
  },
  'FMT-017': {
    reason: 'A profile that asks for a least length does so to keep out what only fills the place.',
    bad: '(a text of two letters, under a profile that asks for twenty)',
    good: '(a text of twenty letters or more)',
  },
  'FMT-018': {
    reason: 'A fragment means something inside the same resource. If it is not there, nobody can look it up.',
    bad: '(a Questionnaire with an item whose answerValueSet is #colours, and no contained resource)',
    good: '(the same with a contained ValueSet whose id is colours)',
  },
  'FIX-001': {
    reason: 'A fixed value is what readers of the profile rely on without looking: here the units of UCUM.',
    bad: bodyWeight('urn:units', 'kg'),
    good: bodyWeight('http://unitsofmeasure.org', 'kg'),
    profile: 'http://hl7.org/fhir/StructureDefinition/bodyweight',
  },
  'FIX-002': {
    reason: 'A pattern is the part that must be there for the reader to know what this is; more may stand beside it.',
    bad: tobacco('29463-7'),
    good: tobacco('72166-2'),
    profile: 'http://hl7.org/fhir/uv/ips/StructureDefinition/Observation-tobaccouse-uv-ips',
  },
  'FIX-003': {
    reason: 'Below its bounds a value is a slip of the keyboard or of a unit.',
    bad: '(a value below the minValue of its profile)',
    good: '(the value in the unit that the profile means)',
  },
  'FIX-004': {
    reason: 'Above its bounds a value is a slip of the keyboard or of a unit.',
    bad: '(a value above the maxValue of its profile)',
    good: '(the value in the unit that the profile means)',
  },
  'FIX-005': {
    reason: 'A profile can allow a reason in place of a value, and then it is one of these reasons and no other.',
    bad: '(an element with an extension that the profile does not name, and no value)',
    good: '(an element with a value, or with the extension data-absent-reason, which the profile names)',
  },
}
