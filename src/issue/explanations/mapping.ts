import type { mappingEntries } from '../catalogue-mapping.ts'
import type { Explanations } from './explanation.ts'

const head =
  'table: mine\nleft: { root: Flag, profile: "http://hl7.org/fhir/StructureDefinition/Flag" }\nright: { root: Flag, profile: "http://hl7.org/fhir/StructureDefinition/Flag" }\nrows:\n'
const tail = '    note: why this is right\n    cite: https://hl7.org/fhir/R4/flag.html\n'
const good = `${head}  - id: mine.status\n    left: [Flag.status]\n    right: [Flag.status]\n    relation: equivalent\n    via: same\n${tail}`
const strict =
  'Tables decide what is said about a patient, so whatever is not understood in one is refused and never passed over.'
const assume = 'assume:\n  A-updater-url: "http://example.org/updater"\n'
const codes =
  'codes: mine\nleftSystem: urn:a\nrightSystem: urn:b\ncite: https://hl7.org/fhir/R4/flag.html\nrows:\n  - { left: "1", right: x }\n'
const side = '{ root: AllergyIntolerance, profile: "http://hl7.org/fhir/StructureDefinition/AllergyIntolerance" }'
const overlay = (name: string, drop: string) =>
  `table: ${name}\nextends: true\nleft: ${side}\nright: ${side}\nrows: []\ndrop: [${drop}]\n`

/** Problems in mapping tables. The examples are files of an overlay. */
export const mappingExplanations: Explanations<keyof typeof mappingEntries> = {
  'MAP-001': {
    reason: 'Tables are YAML; indentation and signs carry its structure.',
    bad: 'table: [mine\nrows: ]]',
    good,
  },
  'MAP-002': { reason: strict, bad: good.replace(/rows:[\s\S]*/, 'rows: none\n'), good },
  'MAP-003': {
    reason: 'A row without id, note or citation could be neither discussed nor checked.',
    bad: good.replace(/ {4}cite: .*\n/, ''),
    good,
  },
  'MAP-004': {
    reason:
      'The relations are those of FHIR’s ConceptMap, and the other words are closed lists too, so that a reader knows what a row claims.',
    bad: good.replace('equivalent', 'same as'),
    good,
  },
  'MAP-005': { reason: strict, bad: good.replace('    via: same', '    via: same\n    vai: code(x)'), good },
  'MAP-006': {
    reason:
      'The first key says what a file is: a table of rows, a table of codes, slices, assumptions, or the version.',
    bad: 'rows: []\n',
    good,
  },
  'MAP-007': {
    reason: 'An id names one row. A row that is stated twice is a contradiction in waiting.',
    bad: `${good}${good.slice(good.indexOf('  - id'))}`,
    good,
  },
  'MAP-008': {
    reason: 'A codec and a grid of cases are two ways to say how values cross; with both it is open which holds.',
    bad: good.replace('    via: same', '    via: same\n    cases:\n      - { left: [active], right: [active] }'),
    good,
  },
  'MAP-009': {
    reason: 'A row that crosses says how; one that does not (no-map) has nothing to say of it.',
    bad: good.replace('    via: same\n', ''),
    good,
  },
  'MAP-010': {
    reason: 'Each place of a case belongs to one element of its side.',
    bad: good.replace('    via: same', '    cases:\n      - { left: [active, absent], right: [active] }'),
    good: good.replace('    via: same', '    cases:\n      - { left: [active], right: [active] }'),
  },
  'MAP-011': {
    reason:
      'A row about an element that the definitions do not have would never fire, and its data would be lost unseen.',
    bad: good.replace('[Flag.status]', '[Flag.stauts]'),
    good,
  },
  'MAP-012': {
    reason:
      'Codecs are called by name with constants: tables hold no expressions, so that they can be read by people and run both ways.',
    bad: good.replace('via: same', 'via: "a + b"'),
    good,
  },
  'MAP-013': {
    reason:
      'An overlay changes a table that is there. If it is not, the name is wrong or the table belongs to another version.',
    bad: overlay('nowhere', 'a'),
    good: overlay('r4-eps/allergy', 'eps.allergy.profile'),
  },
  'MAP-014': {
    reason: 'To write a table anew by mistake would throw ours away.',
    bad: codes.replace('mine', 'kjonn'),
    good: codes,
  },
  'MAP-015': {
    reason:
      'To drop what is not there means that the row has another name in this version, so the overlay would not do what it was written for.',
    bad: overlay('r4-eps/allergy', 'eps.allergy.profiles'),
    good: overlay('r4-eps/allergy', 'eps.allergy.profile'),
  },
  'MAP-016': {
    reason: 'The list of codecs is closed and each has laws that tests hold; a new one is code, not data.',
    bad: good.replace('via: same', 'via: copy'),
    good,
  },
  'MAP-017': {
    reason: 'A name that leads nowhere would make the row say nothing.',
    bad: good.replace('via: same', 'via: code(nowhere)'),
    good: good.replace('via: same', 'via: code(kjonn)'),
  },
  'MAP-018': {
    reason: 'A codec takes a fixed number of constants; one too many or too few is a slip.',
    bad: good.replace('via: same', 'via: code(kjonn, kjonn)'),
    good: good.replace('via: same', 'via: code(kjonn)'),
  },
  'MAP-019': {
    reason:
      'A row serves both directions. If two cases end at one value, on the way back it cannot be told which of them was meant: that would invent a status.',
    bad: good.replace(
      '    via: same',
      '    cases:\n      - { left: [active], right: [active] }\n      - { left: [inactive], right: [active] }',
    ),
    good: good.replace(
      '    via: same',
      '    cases:\n      - { left: [active], right: [active] }\n      - { left: [inactive], right: [active], only: forward }',
    ),
  },
  'MAP-020': {
    reason:
      'A row counts as accepted because somebody who may judge it has done so; who that was, and when, is asked first.',
    bad: good.replace('    via: same', '    via: same\n    review: { state: accepted }'),
    good: good.replace(
      '    via: same',
      '    via: same\n    review: { state: accepted, role: pharmacist, date: 2026-05-04 }',
    ),
  },
  'MAP-021': {
    reason: 'Reviews are compared with versions of the tables by their dates, so a date must be one.',
    bad: good.replace('    via: same', '    via: same\n    review: { state: in review, date: May }'),
    good: good.replace('    via: same', '    via: same\n    review: { state: in review, date: 2026-05-04 }'),
  },
  'MAP-030': {
    reason:
      'The option says what the file is, so that a table of rows does not take part where somebody meant to bring codes alone.',
    bad: '(kritinfo convert record.json --to eps --codes allergy.yaml, where allergy.yaml is a table of rows)',
    good: '(kritinfo convert record.json --to eps --codes our-reactions.yaml, which begins with codes:)',
  },
  'MAP-031': {
    reason: 'An assumption about more than one address or code cannot be set by one value; rows have to be changed.',
    bad: 'assume:\n  A-evidence: "http://example.org/evidence"\n',
    good: assume,
  },
  'MAP-032': {
    reason: 'An address and a code are not exchanged for one another: what refers to the value would mean nothing.',
    bad: 'assume:\n  A-updater-url: updater\n',
    good: assume,
  },
  'MAP-033': {
    reason: 'A reference stands for a value; without one the words of the reference would be written into records.',
    bad: codes.replace('urn:b', 'assumed(A-evidence)'),
    good: codes.replace('urn:b', 'assumed(A-updater-url)'),
  },
  'MAP-034': {
    reason: 'Whoever gives a value expects that something changes; if nothing does, he has to hear of it.',
    bad: '(assume: { A-mine: urn:b } for an assumption of an overlay that no table refers to)',
    good: assume,
  },
}
