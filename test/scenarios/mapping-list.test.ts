import { describe, expect, test } from 'vitest'
import type { ListedRow } from '../../src/inspect/list.ts'
import { run, workplace } from './run.ts'

const place = workplace()

async function rows(...args: string[]): Promise<ListedRow[]> {
  const { code, stdout, stderr } = await run(['mapping', 'list', '-f', 'json', ...args])
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as ListedRow[]
}

test('every row of every table, and every code', async () => {
  const all = await rows()
  expect(new Set(all.map((row) => row.kind))).toEqual(new Set(['row', 'code']))
  expect(new Set(all.map((row) => row.id)).size).toBe(all.length)
  const status = all.find((row) => row.id === 'allergy.status')
  expect(status).toMatchObject({ table: 'ki-r4/allergy', safety: ['status'], how: 'cases', review: { state: 'draft' } })
  expect(all.find((row) => row.id === '7497-snomed#1')).toMatchObject({ kind: 'code', relation: 'equivalent' })
})

test('as text: a heading for each table, and a count', async () => {
  const { code, stdout } = await run(['mapping', 'list', '--table', 'ki-r4/allergy'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^ki-r4\/allergy \(\d+\)\n\nrow +left +relation +right +safety +review\n/)
  expect(stdout).toMatch(/^allergy\.criticality +registrering\.alvorlighetsgrad +equivalent .* criticality +draft$/m)
  expect(stdout).toMatch(/\d+ rows in 1 table, 0 accepted, 0 in review, \d+ draft\n$/)
  expect(stdout).not.toMatch(/ $/m)
})

describe('filters', () => {
  test('--could-flip: rows whose meaning a mistake could turn round, with the codes that they use', async () => {
    const found = await rows('--could-flip')
    expect(found.length).toBeGreaterThan(20)
    expect(found.every((row) => row.safety.length > 0)).toBe(true)
    expect(found.find((row) => row.id.startsWith('alvorlighetsgrad#'))?.safety).toEqual(['criticality'])
  })

  test.each([
    [['--table', 'kj-r4'], (row: ListedRow) => row.table.startsWith('kj-r4/')],
    [['--safety', 'criticality'], (row: ListedRow) => row.safety.includes('criticality')],
    [['--safety', 'none', '--relation', 'no-map'], (row: ListedRow) => row.relation === 'no-map'],
    [['--assumes', 'A-condition-status'], (row: ListedRow) => row.assumes.includes('A-condition-status')],
  ])('%j', async (args, fits) => {
    const found = await rows(...args)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(fits)).toBe(true)
  })

  test('--review, with an overlay whose rows somebody has accepted', async () => {
    place.write(
      'mine/codes/7497.yaml',
      'codes: 7497-snomed\nextends: true\ncite: https://example.org\nreview: { state: accepted, role: terminology board, date: 2026-05-04 }\nrows:\n  - { left: "1", right: "39579001" }\n',
    )
    const found = await rows('--review', 'accepted', '--mappings', place.path('mine'))
    expect(found.map((row) => [row.id, row.review.role])).toEqual([['7497-snomed#1', 'terminology board']])
    expect(await rows('--review', 'accepted', '--table', 'ki-r4')).toEqual([])
  })
})

test.each([
  ['--table ki-r4/alergy', 'There is no table "ki-r4/alergy". Did you mean ki-r4/allergy?'],
  ['--assumes nothing-like-it', 'There is no assumption "nothing-like-it".'],
  ['--safety danger', 'Argument: safety'],
  ['--table a --table b', '--table is given twice.'],
])('mapping list %s: wrong usage', async (args, text) => {
  const { code, stdout, stderr } = await run(['mapping', 'list', ...args.split(' ')])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(text)
})

test('mapping alone, or with a word that is none of its own', async () => {
  expect(await run(['mapping'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Give a subcommand') })
  expect(await run(['mapping', 'lisst'])).toMatchObject({ code: 2, stderr: expect.stringContaining('lisst') })
  expect((await run(['mapping', '--help'])).stdout).toContain('kritinfo mapping list')
})
