import fc from 'fast-check'
import { profileAliases } from '../../src/profile-alias.ts'
import { type Checked, type Report, type ReportOptions, tailOf } from '../../src/report/checked.ts'
import { codeQualityReport } from '../../src/report/code-quality.ts'
import { githubReport } from '../../src/report/github.ts'
import { htmlReport } from '../../src/report/html/report.tsx'
import { jsonReport } from '../../src/report/json.ts'
import { junitReport } from '../../src/report/junit.ts'
import { ndjsonReport } from '../../src/report/ndjson.ts'
import { outcomeReport } from '../../src/report/outcome.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import { summaryReport } from '../../src/report/summary.ts'
import { textReport } from '../../src/report/text.ts'
import { describe, issue } from '../../src/issue/issue.ts'
import { parseXml } from '../../src/document/xml-parse.ts'
import { standardLimits } from '../../src/document/limits.ts'
import { standardValidation, type Validation, validate } from '../../src/validate.ts'
import { damagedText, treeOf } from './target-convert.ts'
import { demandEqual, demandSilence, type Target } from './target.ts'

const kit = standardValidation()
const canonicals = [
  'http://hl7.eu/fhir/eps/StructureDefinition/bundle-eu-eps',
  'http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips',
  'http://hl7.org/fhir/StructureDefinition/Patient',
  'http://example.org/nowhere|1',
  '__proto__',
  '',
  ...profileAliases,
] as const

interface ValidateCase {
  readonly text: string
  readonly previous: string | undefined
  readonly profiles: readonly string[]
}
const cases = fc.record({
  text: damagedText,
  previous: fc.option(damagedText, { nil: undefined, freq: 1 }),
  profiles: fc.array(fc.constantFrom<string>(...canonicals), { maxLength: 2 }),
})

function validationOf({ text, previous, profiles }: ValidateCase): Validation | undefined {
  const tree = treeOf(text)
  const before = previous === undefined ? undefined : treeOf(previous)
  if (tree === undefined) return undefined
  return validate(kit, tree, { profiles, ...(before === undefined ? {} : { previous: before }) })
}

function checkValidate(one: ValidateCase): void {
  const first = validationOf(one)
  demandEqual('validating twice', first, validationOf(one))
  const told = [...(first?.issues ?? []), ...(first?.notChecked ?? [])]
  for (const found of told) demandSilence('a finding', [found, describe(found), describe(found, 'nb')])
}

/** Names of files as only an enemy or a bad day gives them. */
const names = [
  'a.json',
  'a\nb.json',
  '::error::a',
  ']]>.json',
  '<b>.json',
  '"\'.json',
  '\u0000',
  '\ud800',
  '%25%0A',
  '../../a',
  'a:1:2',
  '%',
  '\u202e',
  'æ.json',
  '\u001b[31m',
] as const

interface ReportCase extends ValidateCase {
  readonly file: string
  readonly flags: readonly [colour: boolean, verbose: boolean, quiet: boolean, many: boolean]
}
const reportCases: fc.Arbitrary<ReportCase> = fc
  .record({
    one: cases,
    file: fc.constantFrom<string>(...names),
    flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
  })
  .map(({ one, ...rest }) => ({ ...one, ...rest }))

/** Each format, and what reads it: throws if the text is not of the format. */
const formats: readonly (readonly [make: (options: ReportOptions) => Report, read: (text: string) => unknown])[] = [
  [jsonReport, JSON.parse],
  [sarifReport, JSON.parse],
  [codeQualityReport, JSON.parse],
  [outcomeReport, JSON.parse],
  [
    ndjsonReport,
    (text) =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as unknown),
  ],
  [junitReport, readXml],
  [htmlReport, (text) => readXml(text.replace('<!DOCTYPE html>', '').trimStart())],
  [githubReport, demandLines],
  [textReport, () => undefined],
  [summaryReport, () => undefined],
]

function readXml(text: string): void {
  parseXml(text.replace(/^<\?xml[^>]*>/, ''), { ...standardLimits, depth: 500 })
}

/** Every line is an annotation or a word to the reader: a name of a file cannot begin a command of its own. */
function demandLines(text: string): void {
  const strange = text
    .split('\n')
    .find((line) => line.startsWith('::') && !/^::(?:error|warning|notice|group|endgroup)[ :]/.test(line))
  if (strange !== undefined) throw new Error('a command that is none of ours')
}

function checkReports({ file, flags, ...one }: ReportCase): void {
  const [colour, verbose, quiet, many] = flags
  const options: ReportOptions = {
    command: 'kritinfo validate',
    colour,
    verbose,
    quiet,
    many,
    showValues: false,
    failOn: 'warning',
  }
  const { issues, notChecked } = validationOf(one) ?? {
    issues: [issue('DOC-001', { line: 1, column: 1 })],
    notChecked: [],
  }
  const lines = one.text.split('\n')
  const checked: Checked = {
    input: file,
    file,
    readable: true,
    issues,
    notChecked,
    known: 0,
    valid: issues.length === 0,
    line: (number) => lines[number - 1],
  }
  for (const [make, read] of formats) {
    const report = make(options)
    const text = report.head + report.item(checked) + (many ? report.item(checked) : '') + [...tailOf(report)].join('')
    demandSilence('a report', text)
    read(text)
  }
}

export const validateTarget: Target<ValidateCase> = { name: 'validate', cases, bound: 8000, check: checkValidate }
export const reportTarget: Target<ReportCase> = {
  name: 'reports',
  cases: reportCases,
  bound: 8000,
  check: checkReports,
}
