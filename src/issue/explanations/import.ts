import type { importEntries } from '../catalogue-import.ts'
import type { Explanations } from './explanation.ts'

const criterion = (members: string, id = 'import.mine') => `criteria:
  - id: ${id}
    resource: Condition
${members}
    decision: leave
    reason: a problem like others
    cite: https://example.org/board/1
`

/** What is not taken from other countries, and what can be wrong in the criteria. */
export const importExplanations: Explanations<keyof typeof importEntries> = {
  'IMP-001': {
    reason:
      'The Norwegian register holds critical facts and nothing else: an alert that is shown for everything is read by nobody. What else a summary tells stays there, and mappings/criteria.yaml says why for each kind of entry. --import all takes whatever has a place.',
    bad: '(an Immunization in a summary, converted to ki)',
    good: '(an allergy in a summary, converted to ki)',
  },
  'IMP-002': {
    reason:
      'Some entries may be critical or not, and only a person can tell: the register has no word for "resolved", and to write it as refuted would say that it never was true.',
    bad: '(a haemophilia of clinicalStatus resolved, converted to ki)',
    good: '(the same problem of clinicalStatus active)',
  },
  'IMP-003': {
    reason:
      'That nothing is known, that nobody asked and that it may not be told are three statements about a list. None of them is a record, and a register without records says none of them.',
    bad: '(a section with emptyReason nilknown, converted to ki)',
    good: '(a section with entries)',
  },
  'IMP-004': {
    reason:
      'NHN keeps one kind of reaction with an allergy. What else was observed is still worth knowing, so it is told in words.',
    bad: '(an allergy with nausea and anaphylaxis, converted to kj)',
    good: '(an allergy with anaphylaxis alone)',
  },
  'IMP-005': {
    reason:
      'NHN refuses notes of more than 500 characters, and a note that is cut may say the opposite of what was meant.',
    bad: '(an allergy with a note of 490 characters and two reactions, converted to kj)',
    good: '(the same allergy with a shorter note)',
  },
  'IMP-006': {
    reason:
      'Words are for people and are read by none of our tables. A section with entries says in words what its entries say; one with words alone may name an allergy that stands nowhere else.',
    bad: '(a section of allergies with a narrative, without entries and without emptyReason)',
    good: '(the same section with an AllergyIntolerance as entry)',
  },
  'IMP-007': {
    reason:
      'What a section leads to is a record of the summary. If it is not among the entries of the Bundle, nobody has read it, and what was converted is less than what was sent.',
    bad: '(a section whose entry refers to #a1, contained in the Composition)',
    good: '(a section whose entry refers to the fullUrl of an entry of the Bundle)',
  },
  'IMP-010': {
    reason: 'Whatever comes in must be taken, left or asked about; nothing may fall between the criteria.',
    bad: '(criteria of which the last for Condition has a condition)',
    good: '(criteria of which the last for Condition has none)',
  },
  'IMP-011': {
    reason: 'The first criterion that holds decides, and one without conditions always holds.',
    bad: criterion('    when: []'),
    good: criterion('    when: []', 'import.condition'),
  },
  'IMP-012': {
    reason:
      'A condition with two questions can be read as "and" and as "or". Two conditions are "and"; "oneOf" is "or".',
    bad: criterion('    when: [{ element: Condition.severity.coding.code, is: ["24484000"], there: true }]'),
    good: criterion('    when: [{ element: Condition.severity.coding.code, is: ["24484000"] }]'),
  },
  'IMP-013': {
    reason: 'A ledger names rows and criteria in the same column.',
    bad: criterion('    when: [{ fact: flagged }]', 'mine'),
    good: criterion('    when: [{ fact: flagged }]'),
  },
  'IMP-014': {
    reason: 'The kind is that of the row by which a code was found; without a code table there is no such row.',
    bad: criterion('    when: [{ fact: flagged }]\n    kind: table'),
    good: criterion('    when: [{ element: Condition.code.coding, in: critical-conditions }]\n    kind: table'),
  },
}
