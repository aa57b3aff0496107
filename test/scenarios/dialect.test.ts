import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { now, penicillin, run, workplace } from './run.ts'

const place = workplace()
const example = (name: string) => resolve('examples/dialects', name)

test('a dialect is named: an information, the summary line and the report', async () => {
  const report = place.path('report.json')
  const { code, stderr } = await run([
    'convert',
    example('no-basis/input.json'),
    '--to',
    'ki',
    '--now',
    now,
    '--report',
    report,
  ])
  expect(code).toBe(0)
  expect(stderr).toMatch(/input\.json: information DIA-001 The document is in the dialect no-basis\./)
  expect(stderr).toMatch(/input\.json: r4 \(no-basis\) → ki, 38 leaves: /)
  const { items } = JSON.parse(place.read('report.json')) as { items: { dialect: string; ledger: { row: string }[] }[] }
  expect(items[0]?.dialect).toBe('no-basis')
  expect(items[0]?.ledger.map(({ row }) => row)).toContain('no-basis.allergy.criticality')
})

test('--dialect writes in it', async () => {
  const { code, stdout } = await run(['convert', penicillin, '--to', 'r4', '--dialect', 'no-basis', '--now', now])
  expect([0, 4]).toContain(code)
  expect(stdout).toContain('urn:uid:2.16.578.1.12.4.1.1.7497')
  expect(stdout).not.toContain('"criticality"')
})

test('a dialect of another form, or of none, is a wrong use that says which fit', async () => {
  for (const name of ['sfm', 'nobody']) {
    const { code, stdout, stderr } = await run(['convert', penicillin, '--to', 'r4', '--dialect', name])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/error DIA-002 .*demo-at, eu-core, ips, no-basis\.\n$/)
  }
})

test('a form that has no dialects says so', async () => {
  const { code, stdout, stderr } = await run(['convert', penicillin, '--to', 'eps', '--dialect', 'sfm'])
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('error DIA-007 The form eps has no dialects')])
})

test('an export of SFM is XML: it is written as XML, and read again as what it was', async () => {
  const file = place.path('export.xml')
  const there = await run([
    'convert',
    example('sfm-xml/ki.json'),
    '--to',
    'kj',
    '--dialect',
    'sfm-xml',
    '--now',
    now,
    '-o',
    file,
  ])
  expect(there.code).toBe(0)
  expect(place.read('export.xml')).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<PasientExport xmlns="/)
  const back = await run(['convert', file, '--to', 'ki', '--now', now])
  expect(back.code).toBe(0)
  expect(back.stderr).toMatch(/kj \(sfm-xml\) → ki/)
  const json = await run(['convert', penicillin, '--to', 'kj', '--dialect', 'sfm-xml', '--format', 'json'])
  expect([json.code, json.stdout]).toEqual([2, ''])
})

test('what the export must have and the records lack keeps them back; nothing is made up', async () => {
  const file = place.path('none.xml')
  const { code, stderr } = await run([
    'convert',
    example('nhn-2021/input.json'),
    '--to',
    'kj',
    '--dialect',
    'sfm-xml',
    '-o',
    file,
  ])
  expect(code).toBe(3)
  expect(stderr).toMatch(/error DIA-004 /)
  expect(existsSync(file)).toBe(false)
})

test('XML of that namespace that is not about a patient is refused at its place', async () => {
  const text = '<ExportImport xmlns="http://www.kith.no/xmlstds/eresept/forskrivningsmodul/export/2019-11-13"/>'
  const { code, stderr } = await run(['convert', '-', '--to', 'ki'], { stdin: text })
  expect(code).toBe(3)
  expect(stderr).toMatch(/:1:1: error DIA-006 /)
})

test.each(['no-basis/input.json', 'nhn-2021/input.json'])('%s comes back as it was, in its dialect', async (name) => {
  const { code, stdout } = await run(['roundtrip', example(name), '--via', 'ki', '--now', now])
  expect([code, stdout]).toEqual([0, `${example(name)}: identical\n`])
})
