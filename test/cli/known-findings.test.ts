import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KnownFinding, KnownFindings } from '../../src/cli/known-findings.ts'
import { issue } from '../../src/issue/issue.ts'
import { checkedOf } from '../report/checked.ts'

const at = (...paths: string[]) => paths.map((path) => issue('DOC-006', { path }))
const listed = (input: string, ...paths: string[]): KnownFinding[] =>
  paths.map((path) => ({ input, code: 'DOC-006', path }))
const document = (input: string, ...paths: string[]) => checkedOf({ input, file: input, issues: at(...paths) })
const newOf = (baseline: KnownFindings, input: string, ...paths: string[]) =>
  baseline.without(document(input, ...paths)).issues.map(({ path }) => path)

describe('what is known', () => {
  test('is left out and counted', () => {
    const baseline = new KnownFindings(listed('a.json', 'Patient.gender'))
    const { issues, known } = baseline.without(document('a.json', 'Patient.gender', 'Patient.name'))
    expect([issues.map(({ path }) => path), known]).toEqual([['Patient.name'], 1])
  })

  test('is known of its document, however the file is named', () => {
    const paths = ['Patient.gender']
    const names = ['./in/a.json', 'in/a.json', 'in\\a.json', 'in/../in/a.json', `${process.cwd()}/in/a.json`]
    for (const one of names)
      for (const other of names) expect(newOf(new KnownFindings(listed(one, ...paths)), other, ...paths)).toEqual([])
    expect(newOf(new KnownFindings(listed('in/a.json', ...paths)), 'in/b.json', ...paths)).toEqual(paths)
  })

  test('may stand elsewhere in an array, but not more often', () => {
    const baseline = () => new KnownFindings(listed('a.json', 'Bundle.entry[2].fullUrl', 'Bundle.entry[4].fullUrl'))
    expect(newOf(baseline(), 'a.json', 'Bundle.entry[3].fullUrl', 'Bundle.entry[5].fullUrl')).toEqual([])
    expect(
      newOf(baseline(), 'a.json', 'Bundle.entry[0].fullUrl', 'Bundle.entry[2].fullUrl', 'Bundle.entry[4].fullUrl'),
    ).toEqual(['Bundle.entry[0].fullUrl'])
  })

  test('lines of a file may move', () => {
    const baseline = () => new KnownFindings([...listed('a.ndjson:1', 'Patient.gender'), ...listed('a.ndjson:7', 'x')])
    const moved = baseline()
    expect([newOf(moved, 'a.ndjson:2', 'Patient.gender'), newOf(moved, 'a.ndjson:8', 'x'), moved.gone]).toEqual([
      [],
      [],
      0,
    ])
    const more = baseline()
    expect([newOf(more, 'a.ndjson:1', 'Patient.gender'), newOf(more, 'a.ndjson:2', 'Patient.gender')]).toEqual([
      [],
      ['Patient.gender'],
    ])
  })

  test('no new finding is let through because another one is corrected elsewhere', () => {
    const path = fc.constantFrom('a', 'b[0].c', 'b[1].c', 'b[2].c')
    fc.assert(
      fc.property(fc.array(path), fc.array(path), (before, after) => {
        const baseline = new KnownFindings(listed('a.json', ...before))
        const fresh = newOf(baseline, 'a.json', ...after)
        const kinds = (paths: string[], kind: RegExp) => paths.filter((one) => kind.test(one)).length
        for (const kind of [/^a$/, /^b/])
          expect(kinds(fresh, kind)).toBe(Math.max(0, kinds(after, kind) - kinds(before, kind)))
        expect(baseline.gone).toBe(before.length - (after.length - fresh.length))
      }),
    )
  })
})

describe('what is gone', () => {
  test('of documents that were checked, or are no longer there', () => {
    const baseline = new KnownFindings([...listed('package.json', 'x', 'y'), ...listed('no/such.json', 'x')])
    expect(baseline.gone).toBe(1)
    baseline.without(document('package.json', 'x'))
    expect(baseline.gone).toBe(2)
  })

  test('nothing, if nothing is known', () => {
    expect(new KnownFindings([]).gone).toBe(0)
  })
})
