import type { checkEntries } from '../catalogue-check.ts'
import type { Explanations } from './explanation.ts'

const cite = '    note: why this is right\n    cite: https://hl7.org/fhir/R4/datatypes.html#Coding\n'
const head = 'table: mine\nleft: { root: Coding }\nright: { root: Coding }\nrows:\n'
const row = (left: string, right: string, how: string) =>
  `  - id: mine.${left}\n    left: [Coding.${left}]\n    right: [Coding.${right}]\n    relation: equivalent\n${how}${cite}`
const good = head + row('display', 'display', '    via: same\n')
const grid = (cases: string) => head + row('userSelected', 'userSelected', `    required: true\n    cases:\n${cases}`)
const total = grid(
  '      - { left: [true], right: [true] }\n      - { left: [false], right: [false] }\n      - { left: [absent], right: [absent] }\n',
)
const use = (read: string) =>
  `table: mine\nleft: { root: Identifier }\nright: { root: Identifier }\nrows:\n  - id: mine.use\n    left: [Identifier.use]\n    right: [Identifier.use]\n    relation: equivalent\n    cases:\n      - { left: [old], right: [old] }\n      - { left: [old], right: [${read}], only: backward }\n${cite}`
const both = '      - { left: [true], right: [true] }\n      - { left: [false], right: [false] }\n'
const side =
  '{ root: AllergyIntolerance, profile: "http://hl7.eu/fhir/base/StructureDefinition/allergyIntolerance-eu-core" }'
const drop = (id: string) =>
  `table: r4-eps/allergy\nextends: true\nleft: ${side}\nright: ${side}\nrows: []\ndrop: [${id}]\n`
const codes = (rows: string, system = 'http://hl7.org/fhir/administrative-gender') =>
  `codes: mine\nleftSystem: kritisk-informasjon\nrightSystem: ${system}\ncite: https://hl7.org/fhir/R4/valueset-administrative-gender.html\nrows:\n${rows}`
const female = '  - { left: kvinne, right: female }\n'
const assumption = (concerns: string) =>
  `assumptions:\n  - id: A-mine\n    statement: ours\n    basis: a letter\n    breaks: nothing that we know of\n    override: none\n${concerns}`

/** What `kritinfo mapping check` finds. The examples are files of an overlay. */
export const checkExplanations: Explanations<keyof typeof checkEntries> = {
  'CHK-001': {
    reason:
      'What a table is about is looked up in its profile; one that is not at hand lets every slip in its rows pass.',
    bad: good.replace('right: { root: Coding }', 'right: { root: Coding, profile: "http://example.org/my-coding" }'),
    good,
  },
  'CHK-002': {
    reason: 'An element that the form or the profile does not have is never found, and its row never does anything.',
    bad: good.replace('left: { root: Coding }', 'left: { root: kode }').replace('[Coding.display]', '[kode.visningen]'),
    good,
  },
  'CHK-003': {
    reason:
      'Of an extension without a definition nobody can tell where it may stand and what it holds: a misspelt address looks just like it.',
    bad: 'assume:\n  A-updater-url: "http://example.org/updater"\n',
    good,
  },
  'CHK-004': {
    reason:
      'A value that crosses unchanged has to be of a type that both sides have, or the record is not valid there.',
    bad: head + row('display', 'userSelected', '    via: same\n'),
    good,
  },
  'CHK-005': {
    reason: 'A case that writes a value which its element cannot hold makes a record that is not valid.',
    bad: grid(both.replace('right: [false]', 'right: ["no"]')),
    good: total,
  },
  'CHK-006': {
    reason: 'A record without an element that its profile demands is refused by whoever receives it.',
    bad: 'table: mine\nleft: { root: kode }\nright: { root: Annotation }\nrows:\n  - id: mine.time\n    left: []\n    right: [Annotation.time]\n    relation: no-map\n    note: no time\n    cite: https://hl7.org/fhir/R4/datatypes.html#Annotation\n',
    good,
  },
  'CHK-007': {
    reason:
      'Guides oblige creators to fill what they know. A row of its own shows that somebody has thought about that element; the rest row shows nothing.',
    bad: drop('eps.allergy.onset'),
    good: drop('eps.allergy.note'),
  },
  'CHK-008': {
    reason:
      'A combination that nobody thought of keeps a record back, which may be the record that mattered. Whether that is meant has to be said.',
    bad: grid(both),
    good: total,
  },
  'CHK-009': {
    reason:
      'Cases are read from the top, and the first that fits is used. A reader would take the later one for a rule.',
    bad: total.replace(
      '{ left: [false], right: [false] }',
      '{ left: [true], right: [false], only: forward }\n      - { left: [false], right: [false] }',
    ),
    good: total,
  },
  'CHK-010': {
    reason: 'Whoever doubts a row wants to read what it rests on; a name without an address cannot be opened.',
    bad: good.replace('https://hl7.org/fhir/R4/datatypes.html#Coding', 'the FHIR specification'),
    good,
  },
  'CHK-011': {
    reason: 'Readers take the list of assumptions for what the tables rest on, so one that nothing rests on misleads.',
    bad: assumption(''),
    good: assumption('    concerns: profiles\n'),
  },
  'CHK-012': {
    reason: 'What rests on an assumption is listed, so that experts can see what is still open.',
    bad: good.replace('    note:', '    assumes: [A-evidence]\n    note:'),
    good,
  },
  'CHK-013': {
    reason: 'Rows run from the top down, and rest takes all that is left.',
    bad: `${head}  - id: mine.rest\n    left: [Coding]\n    right: [Coding]\n    relation: equivalent\n    via: rest\n${cite}${row('display', 'display', '    via: same\n')}`,
    good: `${good}  - id: mine.rest\n    left: [Coding]\n    right: [Coding]\n    relation: equivalent\n    via: rest\n${cite}`,
  },
  'CHK-014': {
    reason: 'Tables are read both ways. If two codes are equivalent to one, the way back is chance.',
    bad: codes(`${female}  - { left: jente, right: female }\n`),
    good: codes(`${female}  - { left: jente, right: female, relation: source-is-narrower-than-target }\n`),
  },
  'CHK-015': {
    reason: 'A row that does not cross has no code on the other side, and one that crosses has one.',
    bad: codes('  - { left: kvinne, right: female, relation: no-map }\n'),
    good: codes(female),
  },
  'CHK-016': {
    reason: 'A misspelt system is a system of its own, and no receiver knows the codes in it.',
    bad: codes('  - { left: kvinne, right: female }\n', 'http://hl7.org/fhir/administrativ-gender'),
    good: codes(female),
  },
  'CHK-017': {
    reason: 'Of a code system that is at hand as a whole, a code that is not in it does not exist.',
    bad: codes('  - { left: kvinne, right: femal }\n'),
    good: codes(female),
  },
  'CHK-018': {
    reason:
      'What is only read may be a code of later releases, so it is no error. One that differs by a letter or two from a code of the binding is a slip, and its case waits in vain.',
    bad: use('secondry'),
    good: use('secondary'),
  },
}
