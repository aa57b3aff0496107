import { gzipSync } from 'node:zlib'
import type { Log, Result } from 'sarif'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../src/issue/catalogue.ts'
import { issue } from '../../src/issue/issue.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import { checkedOf, textOf } from './checked.ts'
import { manyDocuments } from './many.ts'
import { sarifProblems } from './sarif-schema.ts'

const run = (text: string) => {
  const { results = [], tool, invocations = [] } = (JSON.parse(text) as Log).runs[0] as Log['runs'][0]
  const said = invocations[0]?.toolExecutionNotifications?.map(({ message }) => message.text).join('\n') ?? ''
  return { results, rules: tool.driver.rules ?? [], said }
}
const printsOf = (results: readonly Result[]) => results.map((one) => one.partialFingerprints?.['kritinfo/v1'])

describe('50,000 findings, half of them errors', () => {
  let text = ''
  beforeAll(() => {
    text = textOf(sarifReport(), ...manyDocuments(5_000, 10))
  })

  test('one run of 25,000 results, all of them errors although they came last', () => {
    const { results } = run(text)
    expect((JSON.parse(text) as Log).runs).toHaveLength(1)
    expect(results).toHaveLength(25_000)
    expect(results.every(({ level }) => level === 'error')).toBe(true)
  })

  test('what is left out is said', () => {
    expect(run(text).said).toContain('25000 more findings are not listed here')
  })

  test('less than 10 MB packed', () => {
    expect(gzipSync(text).length).toBeLessThan(10_000_000)
  })

  test('as the schema wants it', () => {
    expect(sarifProblems(JSON.parse(text))).toEqual([])
  })

  test('no fingerprint comes twice; one location each; only the rules of these results', () => {
    const { results, rules } = run(text)
    expect(new Set(printsOf(results)).size).toBe(results.length)
    expect(results.every(({ locations }) => locations?.length === 1)).toBe(true)
    expect(rules.map(({ id }) => id)).toEqual(['KI-006'])
    expect(results.every(({ ruleId, ruleIndex }) => rules[ruleIndex ?? -1]?.id === ruleId)).toBe(true)
  })
})

test('what made room for graver findings can be found again, and is not taken for a repetition', () => {
  const report = sarifReport()
  const [warning, error] = checkedOf().issues
  const many = (kind: typeof warning, count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...kind, path: `a[${index}]` })) as never
  report.item(checkedOf({ input: 'warnings', issues: many(warning, 25_000) }))
  report.item(checkedOf({ input: 'errors', issues: many(error, 10) }))
  report.item(checkedOf({ input: 'warnings', issues: many(warning, 25_000) }))
  const { results, said } = run(textOf(report))
  expect(results.filter(({ level }) => level === 'error')).toHaveLength(10)
  expect(results).toHaveLength(25_000)
  expect(said).toContain('24990 findings have the rule and the place of another one')
  expect(said).toContain('20 more findings are not listed')
})

test('the same finding twice is one result', () => {
  const [, found] = checkedOf().issues
  const { results, said } = run(textOf(sarifReport(), checkedOf({ issues: [found, found] as never })))
  expect(results).toHaveLength(1)
  expect(said).toContain('1 findings have the rule and the place of another one')
})

test('findings of a rule on one line have a fingerprint for GitHub of their own, others leave it to GitHub', () => {
  const at = (path: string, line: number) => issue('KI-006', { path, line, column: 1 }, { allowed: 'a' })
  const { results } = run(textOf(sarifReport(), checkedOf({ issues: [at('a', 1), at('b', 1), at('c', 2)] })))
  const given = results.map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash)
  expect(new Set(given).size).toBe(3)
  expect(given[2]).toBeUndefined()
})

test('a long message is shortened, and no rule has a longer text than GitHub takes', () => {
  const long = issue('KI-006', { path: 'a', line: 1 }, { allowed: 'word, '.repeat(1000) })
  const { results } = run(textOf(sarifReport(), checkedOf({ issues: [long] })))
  expect(results[0]?.message.text).toHaveLength(1024)
  expect(Object.values(catalogue).filter(({ en }) => en.length > 1024)).toEqual([])
})
