import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { now, penicillin, run, workplace } from './run.ts'

const place = workplace()

interface Report {
  readonly items: readonly {
    readonly leaves: { readonly total: number; readonly claimed: number; readonly ledger: number }
    readonly ledger: readonly { readonly side?: string }[]
  }[]
}

test('--report: tool, account, ledger and issues, with these members and no others', async () => {
  await run(['convert', penicillin, '--to', 'eps', '--report', 'report.json', '-o', 'out.json'], { cwd: place.folder })
  const report = JSON.parse(place.read('report.json')) as { items: [Record<string, unknown>] }
  expect(report).toMatchObject({ tool: { name: 'kritinfo', version: '0.1.0', mappings: expect.any(String) } })
  expect(Object.keys(report)).toEqual(['tool', 'items'])
  expect(Object.keys(report.items[0])).toEqual([
    'input',
    'from',
    'to',
    'dialect',
    'leaves',
    'ledger',
    'issues',
    'written',
  ])
  expect(report.items[0]).toMatchObject({
    input: penicillin,
    from: 'ki',
    to: 'eps',
    dialect: 'ki',
    leaves: { total: 46 },
  })
  const [entry] = report.items[0].ledger as object[]
  expect(Object.keys(entry ?? {})).toEqual(['path', 'row', 'outcome', 'grade', 'safety', 'recoverable'])
})

test('claimed and ledger are the total, for every example and target; the bytes are those of the last time', async () => {
  const inputs = readdirSync('examples', { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() && existsSync(`examples/${one.name}/ki.json`) ? [`examples/${one.name}/ki.json`] : [],
  )
  for (const to of ['eps', 'kj', 'r4', 'ki']) {
    const args = [
      'convert',
      ...inputs,
      '--to',
      to,
      '--now',
      now,
      '--carry',
      'none',
      '--fail-on',
      'none',
      '--report',
      place.path('all.json'),
      '-o',
      place.path('all.ndjson'),
      '--format',
      'ndjson',
    ]
    expect((await run(args)).code).toBe(0)
    const texts = [place.read('all.json'), place.read('all.ndjson')]
    await run(args)
    expect([place.read('all.json'), place.read('all.ndjson')]).toEqual(texts)
    const { items } = JSON.parse(texts[0] ?? '') as Report
    expect(items.length).toBe(inputs.length)
    for (const { leaves, ledger } of items) {
      expect(leaves.claimed + leaves.ledger).toBe(leaves.total)
      expect(ledger.filter(({ side }) => side === undefined).length).toBe(leaves.ledger)
    }
  }
})

test('dialects, standard input, issues with their places, and inputs that could not be converted', async () => {
  const kj = (await run(['convert', penicillin, '--to', 'kj'])).stdout
  await run(['convert', '-', 'nowhere.json', '--to', 'ki', '--report', place.path('several.json')], {
    stdin: `\ufeff${kj}`,
  })
  const { items } = JSON.parse(place.read('several.json')) as Report
  expect(items).toEqual([
    expect.objectContaining({
      input: '<stdin>',
      dialect: 'nhn-2025',
      issues: [{ code: 'DOC-006', severity: 'warning', path: '', line: 1, column: 1 }],
      written: true,
    }),
    {
      input: 'nowhere.json',
      from: null,
      to: 'ki',
      dialect: null,
      leaves: { total: 0, claimed: 0, ledger: 0 },
      ledger: [],
      issues: [{ code: 'CLI-003', severity: 'error', path: '' }],
      written: false,
    },
  ])
})
