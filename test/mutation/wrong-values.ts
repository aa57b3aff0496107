import type { Json } from '../../src/document/json.ts'

type Wrong = readonly (readonly [rule: string, value: Json])[]

const texts: Wrong = [
  ['control character', 'a\u0001b'],
  ['no-break space only', '\u00a0'],
]
const dates: Wrong = [
  ['day that is not', '2020-02-30'],
  ['leap day of a common year', '2019-02-29'],
  ['month that is not', '2020-13-01'],
  ['no leading zeros', '2020-1-1'],
  ['no dashes', '20200101'],
  ['two-digit year', '20'],
  ['words', 'yesterday'],
  ['slashes', '01/02/2020'],
]
const uris: Wrong = [
  ['space inside', 'http://a b/c'],
  ['space before', ' http://a/b'],
  ['urn:oid that is not', 'urn:oid:9.9.9'],
  ['urn:uuid that is not', 'urn:uuid:1234'],
  ['urn:uuid in capitals', 'urn:uuid:53FEFA32-FCBB-4FF8-8A92-55EE120877B7'],
]

/** Values that are wrong wherever their type stands: formats (https://hl7.org/fhir/R4/datatypes.html) and invariants. */
export const wrongValues: Readonly<Record<string, Wrong>> = {
  date: [...dates, ['with time', '2020-01-01T10:00:00Z']],
  dateTime: [
    ...dates,
    ['time without zone', '2020-01-01T10:00:00'],
    ['hour 25', '2020-01-01T25:00:00Z'],
    ['minute 60', '2020-01-01T10:60:00Z'],
    ['space for T', '2020-01-01 10:00:00Z'],
    ['no seconds', '2020-01-01T10:00Z'],
    ['zone that is not', '2020-01-01T10:00:00+15:00'],
    ['time of a day that is not', '2020-04-31T10:00:00Z'],
  ],
  instant: [
    ['date only', '2020-01-01'],
    ['no zone', '2020-01-01T10:00:00'],
    ['day that is not', '2021-02-29T10:00:00Z'],
    ['hour 24 and more', '2020-01-01T24:30:00Z'],
  ],
  time: [
    ['hour 25', '25:00:00'],
    ['no seconds', '10:00'],
    ['with zone', '10:00:00Z'],
  ],
  boolean: [['word', 'yes']],
  integer: [
    ['fraction', 1.5],
    ['too large', 2147483648],
  ],
  positiveInt: [
    ['zero', 0],
    ['negative', -1],
    ['fraction', 2.5],
  ],
  unsignedInt: [
    ['negative', -1],
    ['too large', 4294967296],
  ],
  decimal: [['word', 'many']],
  uri: uris,
  url: uris,
  canonical: uris,
  oid: [
    ['no prefix', '1.2.3'],
    ['leading zero', 'urn:oid:1.02.3'],
  ],
  uuid: [['no prefix', '53fefa32-fcbb-4ff8-8a92-55ee120877b7']],
  id: [
    ['too long', 'a'.repeat(65)],
    ['underscore', 'a_b'],
    ['space', 'a b'],
  ],
  code: [
    ['space before', ' final'],
    ['space after', 'final '],
    ['two spaces', 'a  b'],
    ['line break', 'a\nb'],
  ],
  string: texts,
  markdown: texts,
  base64Binary: [
    ['not base 64', '!!!!'],
    ['a digit too few', 'YWJjZA='],
  ],
  Period: [
    ['end before start', { start: '2020-02-01', end: '2020-01-01' }],
    ['end a second before start', { start: '2020-02-01T10:00:01Z', end: '2020-02-01T10:00:00Z' }],
  ],
  Quantity: [
    ['code without system', { value: 1, code: 'mg' }],
    ['comparator that is not', { value: 1, comparator: '=' }],
    ['unknown unit of UCUM', { value: 1, system: 'http://unitsofmeasure.org', code: 'hectares' }],
  ],
  Range: [['high below low', { low: { value: 5, unit: 'mg' }, high: { value: 1, unit: 'mg' } }]],
  Ratio: [
    ['numerator alone', { numerator: { value: 1 } }],
    ['nothing but an id', { id: 'a' }],
  ],
  Age: [
    ['negative', { value: -1, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' }],
    ['no unit', { value: 5 }],
  ],
  Attachment: [
    ['data without type', { data: 'YWJj' }],
    ['type that is not', { contentType: 'no type', url: 'http://example.org/a' }],
  ],
  ContactPoint: [
    ['value without system', { value: '555' }],
    ['use that is not', { system: 'phone', value: '555', use: 'office' }],
  ],
  Timing: [
    ['period without unit', { repeat: { period: 1 } }],
    ['duration without unit', { repeat: { duration: 1 } }],
    ['negative period', { repeat: { period: -1, periodUnit: 'd' } }],
    ['time of day and when', { repeat: { when: ['AC'], timeOfDay: ['10:00:00'] } }],
    ['offset without when', { repeat: { offset: 5 } }],
    ['periodMax without period', { repeat: { periodMax: 2 } }],
    ['countMax without count', { repeat: { countMax: 2 } }],
  ],
  Reference: [
    ['nothing but a type', { type: 'Patient' }],
    ['contained that is not there', { reference: '#nowhere' }],
    ['not a reference', { reference: 'a b c' }],
    ['of a type nobody targets', { reference: 'VisionPrescription/1' }],
    ['of a type that is not', { reference: 'Pasient/1' }],
    ['type against reference', { reference: 'Practitioner/1', type: 'Substance' }],
    ['type that is not', { reference: 'Practitioner/1', type: 'Pasient' }],
    ['id that is not one', { reference: `Practitioner/${'a'.repeat(70)}` }],
  ],
  Identifier: [
    ['use that is not', { use: 'primary', value: '1' }],
    ['relative system', { system: 'Pasient', value: '1' }],
    ['urn value that is not', { system: 'urn:ietf:rfc:3986', value: 'not a urn' }],
  ],
  CodeableConcept: [
    ['coding not an array', { coding: { code: 'a', system: 'http://loinc.org' } }],
    ['system is a value set', { coding: [{ system: 'http://hl7.org/fhir/ValueSet/flag-code', code: 'a' }] }],
    ['relative system', { coding: [{ system: 'loinc', code: 'a' }] }],
    ['two user selections that are words', { coding: [{ userSelected: 'yes', code: 'a' }] }],
  ],
  Meta: [
    ['profile not a URI', { profile: ['a b'] }],
    ['profile that is not a profile', { profile: ['http://hl7.org/fhir/ValueSet/flag-code'] }],
    ['profile of another type', { profile: ['http://hl7.org/fhir/StructureDefinition/hdlcholesterol'] }],
    ['profile as a string', { profile: 'http://hl7.org/fhir/StructureDefinition/Patient' }],
    ['last update a date', { lastUpdated: '2020-01-01' }],
    ['version with a space', { versionId: 'a b' }],
  ],
}
