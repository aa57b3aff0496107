import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { codeQualityReport } from '../../src/report/code-quality.ts'
import { checkedOf, cleanOf, textOf } from './checked.ts'

/** What GitLab asks for (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
const conforms = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', pattern: '^[A-Z]{2,3}-\\d{3}$' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
})

const written = (...documents: Parameters<typeof textOf>[1][]) => JSON.parse(textOf(codeQualityReport(), ...documents))

test.each([
  ['nothing', []],
  ['a clean document', [cleanOf()]],
  [
    'several, some of them clean',
    [cleanOf(), checkedOf(), cleanOf(), checkedOf({ file: './b.json', input: './b.json' })],
  ],
])('%s: an array as GitLab wants it', (_name, documents) => {
  const report: unknown = written(...documents)
  expect(conforms(report) ? [] : conforms.errors).toEqual([])
})

test('a finding has its line, its severity and its path from the root of the repository', () => {
  expect(written(checkedOf({ file: './in/a.json' }))).toMatchObject([
    { check_name: 'DOC-006', severity: 'minor', location: { path: 'in/a.json', lines: { begin: 1 } } },
    { check_name: 'KI-006', severity: 'critical', location: { path: 'in/a.json', lines: { begin: 3 } } },
  ])
})

test('fingerprints stay when lines move, and no two findings have the same one', () => {
  const prints = (checked: ReturnType<typeof checkedOf>) =>
    written(checked).map((one: { fingerprint: string }) => one.fingerprint)
  const { issues } = checkedOf()
  const moved = issues.map((one) => ({ ...one, line: (one.line ?? 0) + 9 }))
  expect(prints(checkedOf({ issues: moved }))).toEqual(prints(checkedOf()))
  expect(prints(checkedOf({ issues: [...issues, ...issues] }))).toEqual(prints(checkedOf()))
})
