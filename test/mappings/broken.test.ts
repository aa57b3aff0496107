import { describe, expect, test } from 'vitest'
import { checkMappingFiles, mappingCheckKit } from '../../src/check-mappings.ts'
import type { SourceFile } from '../../src/mapping/source.ts'
import { kiSchema, mappingFiles } from './files.ts'

/**
 * The tables of this package, each broken on purpose in one place, as a slip would break it: `mapping check` must say so at
 * that line. A break is a piece of a file's text and what stands there instead; both are of the tables as they are.
 */
const files = mappingFiles()
const kit = mappingCheckKit(kiSchema())

function check(all: readonly SourceFile[]) {
  return checkMappingFiles(all, kit).filter((one) => one.severity !== 'information')
}

/** The files with one change, and the line in which it stands: that of the last line which differs at its beginning. */
function broken(name: string, from: string, to: string) {
  const file = files.find((one) => one.name === name)
  if (file === undefined) throw new Error(`there is no ${name}`)
  const at = file.text.indexOf(from)
  if (at < 0) throw new Error(`${name} has no "${from}"`)
  const text = file.text.slice(0, at) + to + file.text.slice(at + from.length)
  const same = [...from].findIndex((letter, index) => letter !== to[index])
  const line = file.text.slice(0, at + Math.max(0, same)).split('\n').length
  return { line, files: files.map((one) => (one === file ? { name, text } : one)) }
}

test('unbroken, the tables pass', () => {
  expect(check(files).map(({ code, path, line }) => `${path}:${line} ${code}`)).toEqual([])
})

/** A break that is found on the line where it stands. */
const here: readonly (readonly [why: string, file: string, from: string, to: string, code: string])[] = [
  [
    'an element misspelt',
    'ki-r4/allergy.yaml',
    '[AllergyIntolerance.recordedDate]',
    '[AllergyIntolerance.recordDate]',
    'MAP-011',
  ],
  [
    'an element of another resource',
    'ki-r4/condition-common.yaml',
    '[Condition.recordedDate]',
    '[Flag.period]',
    'MAP-011',
  ],
  [
    'a member that the ki form has not',
    'ki-r4/allergy.yaml',
    '[registrering.gyldigTil]',
    '[registrering.gyldigtil]',
    'CHK-002',
  ],
  ['a member of a code that is not there', 'ki-r4/kode.yaml', '[kode.visning]', '[kode.visningen]', 'CHK-002'],
  [
    'a member of an age that is not there',
    'ki-r4/alder.yaml',
    'left: [alder.verdi]',
    'left: [alder.verdien]',
    'CHK-002',
  ],
  [
    'a type of a choice that is not allowed',
    'ki-r4/allergy.yaml',
    'onset[x]:onsetAge',
    'onset[x]:onsetMoney',
    'CHK-002',
  ],
  ['a slice that nobody described', 'ki-r4/allergy.yaml', 'extension:validUntil', 'extension:validuntil', 'MAP-017'],
  [
    'a profile that is not at hand',
    'ki-r4/allergy.yaml',
    'allergyIntolerance-eu-core" }',
    'allergyIntolerance-eu" }',
    'CHK-001',
  ],
  ['the profile of another type', 'ki-r4/condition.yaml', 'condition-eu-core" }', 'patient-eu-core" }', 'CHK-001'],
  ['a missing citation', 'ki-r4/pasient.yaml', '    cite: https', '    cites: https', 'MAP-005'],
  ['a citation that is no address', 'ki-r4/pasient.yaml', '    cite: https://', '    cite: see ', 'CHK-010'],
  ['a relation that is none', 'r4-eps/allergy.yaml', 'relation: equivalent', 'relation: equal', 'MAP-004'],
  ['a safety that is none', 'ki-r4/allergy.yaml', 'safety: status', 'safety: danger', 'MAP-004'],
  ['a codec that is not there', 'ki-r4/kode.yaml', 'via: system(systems-ki)', 'via: systems(systems-ki)', 'MAP-016'],
  [
    'a codec with too much',
    'ki-r4/allergy.yaml',
    'via: code(alvorlighetsgrad)',
    'via: code(alvorlighetsgrad, kjonn)',
    'MAP-018',
  ],
  ['a code table that is not there', 'ki-r4/pasient.yaml', 'via: code(kjonn)', 'via: code(kjønn)', 'MAP-017'],
  [
    'a table that is not there',
    'kj-r4/allergy.yaml',
    'via: table(kj-r4/reaction)',
    'via: table(kj-r4/reactions)',
    'MAP-017',
  ],
  [
    'an inner table about something else',
    'ki-r4/allergy.yaml',
    'via: table(ki-r4/alder)',
    'via: table(ki-r4/kode)',
    'CHK-004',
  ],
  [
    'a table for a reference',
    'kj-r4/allergy.yaml',
    'via: reference(kj-r4/practitioner-role, recorderRef)',
    'via: table(kj-r4/practitioner-role)',
    'CHK-004',
  ],
  ['a codec that takes a text', 'ki-r4/alder.yaml', 'via: completed', 'via: code(kjonn)', 'CHK-004'],
  [
    'an assumption that nobody stated',
    'ki-r4/allergy.yaml',
    'assumes: [A-7520-criticality]',
    'assumes: [A-7520-severity]',
    'MAP-017',
  ],
  [
    'a code that the binding has not',
    'ki-r4/condition-common.yaml',
    'right: [active, confirmed] }',
    'right: [aktive, confirmed] }',
    'CHK-005',
  ],
  [
    'a word that the ki form has not',
    'ki-r4/condition-common.yaml',
    '{ left: [avkreftet]',
    '{ left: [avkrefta]',
    'CHK-005',
  ],
  [
    'a misspelt code that is only read',
    'ki-r4/condition-common.yaml',
    'right: [recurrence, confirmed]',
    'right: [recurrance, confirmed]',
    'CHK-018',
  ],
  ['a flag for a code', 'ki-r4/procedure.yaml', 'right: [unknown, true]', 'right: [true, unknown]', 'CHK-005'],
  ['a case that is too narrow', 'ki-r4/flag.yaml', 'right: [inactive, true] }', 'right: [inactive] }', 'MAP-010'],
  [
    'two preferred cases for one target',
    'kj-r4/condition.yaml',
    'right: [recurrence, confirmed], only: backward',
    'right: [recurrence, confirmed]',
    'MAP-019',
  ],
  ['an "only" that is none', 'r4-eps/condition.yaml', 'only: forward', 'only: onward', 'MAP-004'],
  [
    'an included table that is not there',
    'ki-r4/anaesthesia.yaml',
    'include: [ki-r4/condition-common]',
    'include: [ki-r4/condition-commons]',
    'MAP-017',
  ],
  ['a code that its system has not', 'codes/alvorlighetsgrad.yaml', 'right: low', 'right: lower', 'CHK-017'],
  ['a number that the list has not', 'codes/7520.yaml', 'left: "3"', 'left: "4"', 'CHK-017'],
  [
    'a code with no-map and a target',
    'codes/7514-snomed.yaml',
    'left: "15", leftDisplay: Annen viktig allergi,',
    'left: "15", leftDisplay: Annen viktig allergi, right: "762952008",',
    'CHK-015',
  ],
  [
    'a code system misspelt',
    'codes/kjonn.yaml',
    'http://hl7.org/fhir/administrative-gender',
    'http://hl7.org/fhir/administrativ-gender',
    'CHK-016',
  ],
  ['two codes for one', 'codes/kjonn.yaml', 'right: other', 'right: male', 'CHK-014'],
  ['an overlay where ours belong', 'codes/kategori.yaml', 'about:', 'abuot:', 'MAP-005'],
  [
    'a reference to an assumption that is not there',
    'slices.yaml',
    'assumed(A-updater-url)',
    'assumed(A-updated-url)',
    'MAP-017',
  ],
  [
    'a reference to an assumption without a value',
    'slices.yaml',
    'assumed(A-updater-url)',
    'assumed(A-evidence)',
    'MAP-033',
  ],
  ['a slice without a citation', 'slices.yaml', '    cite: https', '    site: https', 'MAP-005'],
  ['an assumption without a basis', 'assumptions.yaml', '    basis:', '    bases:', 'MAP-005'],
  ['YAML that is none', 'mappings.yaml', 'mappings: ', 'mappings: a: ', 'MAP-001'],
]

describe.each(here)('%s', (_why, name, from, to, code) => {
  test(`is ${code} in ${name}, at its line`, () => {
    const copy = broken(name, from, to)
    const found = check(copy.files).map((one) => [one.code, one.path, one.line])
    expect(found).toContainEqual([code, name, copy.line])
  })
})

/** What is missing stands nowhere: it is told at what asks for it. */
const missing: readonly (readonly [why: string, file: string, row: string, code: string, at: string])[] = [
  ['a required status', 'ki-r4/procedure.yaml', 'procedure.status', 'CHK-006', 'right:'],
  ['the default of a required device', 'ki-r4/device-use.yaml', 'deviceUse.device.absent', 'CHK-006', 'right:'],
  ['an obligation', 'r4-eps/allergy.yaml', 'eps.allergy.onset', 'CHK-007', 'right:'],
  ['an obligation of the patient', 'r4-eps/patient.yaml', 'eps.patient.birthDate', 'CHK-007', 'right:'],
  ['the default of a required code', 'ki-r4/condition.yaml', 'condition.absent', 'CHK-006', 'right:'],
]

function without(text: string, row: string): string {
  const parts = text.split(/(?=^ {2}- id: )/m)
  return parts.filter((part) => !part.startsWith(`  - id: ${row}\n`)).join('')
}

describe.each(missing)('without %s', (_why, name, row, code, at) => {
  test(`${code} stands in ${name} at "${at}"`, () => {
    const changed = files.map((one) => (one.name === name ? { name, text: without(one.text, row) } : one))
    const lines = changed.find((one) => one.name === name)?.text.split('\n') ?? []
    const line = lines.findIndex((one) => one.startsWith(at)) + 1
    expect(check(changed).map((one) => [one.code, one.path, one.line])).toContainEqual([code, name, line])
  })
})

/** A grid from which one case is taken away is no longer total. */
describe.each([
  ['ki-r4/allergy.yaml', 'allergy.status', '      - { left: [slettet, any]'],
  ['ki-r4/allergy.yaml', 'allergy.status', '      - { left: [any, any], right: [resolved, any, any]'],
  ['ki-r4/procedure.yaml', 'procedure.status', '      - { left: [any], right: [completed, any]'],
  ['r4-eps/condition.yaml', 'eps.condition.status', '      - { left: [provisional]'],
  ['r4-eps/flag.yaml', 'eps.flag.status', '      - { left: [any, true]'],
])('%s, %s without one case', (name, row, start) => {
  test('is not total', () => {
    const changed = files.map((one) =>
      one.name === name
        ? {
            name,
            text: one.text
              .split('\n')
              .filter((line) => !line.startsWith(start))
              .join('\n'),
          }
        : one,
    )
    const lines = changed.find((one) => one.name === name)?.text.split('\n') ?? []
    const line =
      lines.findIndex((one, index) => one === '    cases:' && lines.slice(0, index).includes(`  - id: ${row}`)) + 2
    expect(check(changed).map((one) => [one.code, one.path, one.line])).toContainEqual(['CHK-008', name, line])
  })
})
