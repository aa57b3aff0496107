import type { documentEntries } from '../catalogue-document.ts'
import type { Explanations } from './explanation.ts'

type Code = Extract<keyof typeof documentEntries, 'DOC-001' | 'DOC-009' | `DOC-01${number}` | `DOC-02${number}`>

const good = '{ "resourceType": "Patient", "active": true }'
const strict = 'JSON has one grammar, and what is outside it is read differently by different parsers, or not at all.'

/** What can be wrong with the syntax of JSON. */
export const jsonExplanations: Explanations<Code> = {
  'DOC-001': { reason: strict, bad: '{ "resourceType": "Patient", "active": ; }', good },
  'DOC-009': {
    reason: 'What follows a complete document would be thrown away in silence by a lenient parser.',
    bad: '{ "resourceType": "Patient" } end',
    good: '{ "resourceType": "Patient" }',
  },
  'DOC-010': {
    reason:
      'A document that stops in the middle lacks what came after, which may be the very allergy that matters. Nothing of it is used.',
    bad: '{ "resourceType": "Patient", "name": [',
    good: '{ "resourceType": "Patient", "name": [{ "family": "Berg" }] }',
  },
  'DOC-011': {
    reason: 'Two documents in one file are two records; which one is meant cannot be told.',
    bad: '{ "resourceType": "Patient" }\n{ "resourceType": "Flag" }',
    good: '[the same two lines in a file named *.ndjson]',
  },
  'DOC-012': {
    reason: `${strict} A comma at the end is allowed in JavaScript, and is left by editing.`,
    bad: '{ "resourceType": "Patient", "active": true, }',
    good,
  },
  'DOC-013': {
    reason: `${strict} What a comment says would be lost on the way; FHIR has elements for remarks.`,
    bad: '{ "resourceType": "Patient", /* checked */ "active": true }',
    good,
  },
  'DOC-014': { reason: strict, bad: "{ 'resourceType': 'Patient' }", good: '{ "resourceType": "Patient" }' },
  'DOC-015': {
    reason:
      'Parsers keep the first or the last of two members of one name, so two systems would read two records. In a list of allergies that is dangerous.',
    bad: '{ "resourceType": "Patient", "active": true, "active": false }',
    good,
  },
  'DOC-016': {
    reason:
      'A bound on nesting keeps a hostile document from exhausting the stack. Real records have some twenty levels.',
    bad: '(two hundred brackets, one inside the other)',
    good,
  },
  'DOC-017': {
    reason:
      'FHIR bounds the size of a string to about a million characters. What is larger is a file, and has a place as an attachment.',
    bad: '(a text of forty million characters in one member)',
    good: '{ "resourceType": "DocumentReference", "status": "current", "content": [{ "attachment": { "url": "https://hospital.invalid/image.png" } }] }',
  },
  'DOC-018': {
    reason: `${strict} In JavaScript a name needs no quotes, in JSON it does.`,
    bad: '{ "resourceType": "Patient", active: true }',
    good,
  },
  'DOC-019': {
    reason:
      'Without the sign between two members it cannot be told where one ends; often a whole member has been lost there.',
    bad: '{ "resourceType": "Patient" "active": true }',
    good,
  },
  'DOC-020': {
    reason: `${strict} A leading zero often means that the value is a code or a number of a person, which is text.`,
    bad: '{ "resourceType": "Patient", "multipleBirthInteger": 02 }',
    good: '{ "resourceType": "Patient", "multipleBirthInteger": 2 }',
  },
  'DOC-021': {
    reason: `${strict} A line break inside a string is written \\n.`,
    bad: '{ "resourceType": "Patient", "id": "a\\q" }',
    good: '{ "resourceType": "Patient", "id": "a-q" }',
  },
  'DOC-022': {
    reason: `${strict} Python writes True and None, other languages undefined.`,
    bad: '{ "resourceType": "Patient", "active": True }',
    good,
  },
}
