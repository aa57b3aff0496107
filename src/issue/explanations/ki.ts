import type { kiEntries } from '../catalogue-ki.ts'
import type { Explanations } from './explanation.ts'

const allergy = '"id": "a1", "type": "legemiddelreaksjon"'
const closed =
  'The form is closed: a name that it does not know is a mistake more often than an addition, and would be lost in silence. Additions travel in utvidelser.'

/** A document with one record. */
function record(members: string): string {
  return `{\n  "format": "kritisk-informasjon",\n  "versjon": "1.0",\n  "pasient": {},\n  "registreringer": [\n    { ${members} }\n  ]\n}`
}

/** What can be wrong with a document of the `ki` form. */
export const kiExplanations: Explanations<keyof typeof kiEntries> = {
  'KI-001': {
    reason:
      'A few members are needed to know what a record is and whether it holds: its id, its type and its status. None of them has a default that would be safe.',
    bad: record(allergy),
    good: record(`${allergy}, "status": "aktiv"`),
  },
  'KI-002': {
    reason: closed,
    bad: record(`${allergy}, "status": "aktiv", "journalsystem": "x"`),
    good: record(`${allergy}, "status": "aktiv", "kommentar": "x"`),
  },
  'KI-003': {
    reason: closed,
    bad: record(`${allergy}, "status": "aktiv", "komentar": "x"`),
    good: record(`${allergy}, "status": "aktiv", "kommentar": "x"`),
  },
  'KI-004': {
    reason:
      'Each of the eleven types of record has members of its own. A member of another type says that the type is wrong, or the member.',
    bad: record(`${allergy}, "status": "aktiv", "intubasjon": {}`),
    good: record(`${allergy}, "status": "aktiv", "alvorlighetsgrad": "alvorlig"`),
  },
  'KI-005': {
    reason: 'A number that is text, or one thing where a list belongs, is read differently by each receiver.',
    bad: record(`${allergy}, "status": "aktiv", "versjonsnummer": 2`),
    good: record(`${allergy}, "status": "aktiv", "versjonsnummer": "2"`),
  },
  'KI-006': {
    reason:
      'These words are the ones that the mapping tables know. Another word has no meaning that could be translated.',
    bad: record(`${allergy}, "status": "active"`),
    good: record(`${allergy}, "status": "aktiv"`),
  },
  'KI-007': {
    reason: 'Dates, times, numbers and identifiers are compared and sorted by machines, which needs one form.',
    bad: record(`${allergy}, "status": "aktiv", "hendelse": { "dato": "6.2018" }`),
    good: record(`${allergy}, "status": "aktiv", "hendelse": { "dato": "2018-06" }`),
  },
  'KI-008': {
    reason: 'An empty text looks like an answer and is none.',
    bad: record(`${allergy}, "status": "aktiv", "kommentar": ""`),
    good: record(`${allergy}, "status": "aktiv"`),
  },
  'KI-009': {
    reason: 'The register cuts or refuses longer texts, and half a sentence about treatment is worse than none.',
    bad: '(a kommentar of avgrensningAvLivsforlengendeBehandling with more than 500 characters, or a begrunnelse with more than 80)',
    good: record(
      '"id": "b1", "type": "behandlingsavklaring", "status": "aktiv", "begrunnelse": "Etter samtale med pasienten"',
    ),
  },
  'KI-010': {
    reason:
      'An empty list or object looks like an answer and is none; and FHIR, to which this is translated, allows none.',
    bad: record(`${allergy}, "status": "aktiv", "kilder": []`),
    good: record(`${allergy}, "status": "aktiv", "kilder": [{ "kode": "1" }]`),
  },
  'KI-011': {
    reason: 'These members exclude each other: something happened on a date or at an age, or neither is known.',
    bad: record(`${allergy}, "status": "aktiv", "hendelse": { "dato": "2018", "mangler": "ukjent" }`),
    good: record(`${allergy}, "status": "aktiv", "hendelse": { "dato": "2018" }`),
  },
  'KI-012': {
    reason: 'An age below zero is a slip of the keyboard or of a calculation.',
    bad: record(`${allergy}, "status": "aktiv", "hendelse": { "alder": { "verdi": -2, "enhet": "a" } }`),
    good: record(`${allergy}, "status": "aktiv", "hendelse": { "alder": { "verdi": 2, "enhet": "a" } }`),
  },
  'KI-013': {
    reason:
      'In the register refuted and deleted take the place of a probability. A refuted reaction that is also confirmed would say two things at once.',
    bad: record(`${allergy}, "status": "avkreftet", "sannsynlighet": "bekreftet"`),
    good: record(`${allergy}, "status": "avkreftet"`),
  },
  'KI-014': {
    reason: 'The other types imply their system. A second one could contradict it.',
    bad: '{\n  "format": "kritisk-informasjon",\n  "versjon": "1.0",\n  "pasient": { "identifikator": { "type": "dNummer", "verdi": "1", "system": "urn:x" } },\n  "registreringer": []\n}',
    good: '{\n  "format": "kritisk-informasjon",\n  "versjon": "1.0",\n  "pasient": { "identifikator": { "type": "annet", "verdi": "1", "system": "urn:x" } },\n  "registreringer": []\n}',
  },
  'KI-015': {
    reason: 'The register keeps the two in resources of different types, so one record cannot be both.',
    bad: record(
      '"id": "i1", "type": "implantat", "status": "aktiv", "tilstand": { "spesifisering": "Nyre" }, "implantat": { "spesifisering": "Pacemaker" }',
    ),
    good: record('"id": "i1", "type": "implantat", "status": "aktiv", "implantat": { "spesifisering": "Pacemaker" }'),
  },
  'KI-016': {
    reason: 'An id names one record. Of two with one id the second would overwrite the first.',
    bad: record(`${allergy}, "status": "aktiv" }, { ${allergy}, "status": "aktiv"`),
    good: record(`${allergy}, "status": "aktiv" }, { "id": "a2", "type": "annenAllergi", "status": "aktiv"`),
  },
  'KI-017': {
    reason:
      'The XML form has the members of the schema and no others, so a document that breaks the schema cannot be written as XML without loss.',
    bad: '(a document with findings of kritinfo validate, converted with --format xml)',
    good: '(the same document corrected)',
  },
  'KI-018': {
    reason: 'What an extension holds is JSON whatever the form of the document is, so that it goes home as it came.',
    bad: '<verdi>{ "valueString": </verdi>',
    good: '<verdi>{ "valueString": "x" }</verdi>',
  },
  'KI-019': {
    reason: 'A day that does not exist is a mistake in day, month or year, and which of them cannot be told.',
    bad: record(`${allergy}, "status": "aktiv", "hendelse": { "dato": "2018-02-30" }`),
    good: record(`${allergy}, "status": "aktiv", "hendelse": { "dato": "2018-02" }`),
  },
  'KI-020': {
    reason: 'Such characters come from damaged text. XML has no way to write them, and FHIR allows none.',
    bad: record(`${allergy}, "status": "aktiv", "kommentar": "Kl\\u0007e"`),
    good: record(`${allergy}, "status": "aktiv", "kommentar": "Kløe"`),
  },
}
