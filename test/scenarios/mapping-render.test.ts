import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mappingFiles } from '../mappings/files.ts'
import { run, workplace } from './run.ts'

const place = workplace()
const render = (...args: readonly string[]) => run(['mapping', 'render', ...args], { cwd: place.folder })
const diff = (...args: readonly string[]) => run(['mapping', 'diff', ...args], { cwd: place.folder })

/** A copy of the tables, with one text of one file replaced. */
function tables(folder: string, file = '', from = '', to = ''): string {
  for (const { name, text } of mappingFiles())
    place.write(`${folder}/${name}`, name === file ? text.replace(from, to) : text)
  return folder
}

describe('kritinfo mapping render', () => {
  test('writes a page, CSV or a Bundle to standard output', async () => {
    expect(await render('--table', 'ki-r4/allergy')).toMatchObject({ code: 0, stderr: '' })
    expect((await render('--table', 'ki-r4/allergy')).stdout).toMatch(/^# Mappings .*allergy\.criticality/s)
    expect((await render('-f', 'csv', '--edge', 'kj-r4')).stdout).toMatch(/^"kind","table","id",/)
    const { stdout } = await render('-f', 'conceptmap', '--table', 'ki-r4/kode')
    expect(JSON.parse(stdout)).toMatchObject({ resourceType: 'Bundle', entry: expect.any(Array) })
  })

  test('writes files, into a folder where there are several', async () => {
    expect(await render('-f', 'xlsx', '-o', 'tables.xlsx')).toMatchObject({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(place.path('tables.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(await render('-f', 'fml', '-o', 'fml/')).toMatchObject({ code: 0, stdout: '' })
    expect(readdirSync(place.path('fml'))).toContain('ki-r4-allergy-forward.fml')
    expect(await render('-f', 'html', '-o', 'fml')).toMatchObject({ code: 0 })
    expect(existsSync(place.path('fml/mappings.html'))).toBe(true)
  })

  test('says what is wrong with the call, and writes nothing', async () => {
    const fml = await render('-f', 'fml')
    expect([fml.code, fml.stdout]).toEqual([2, ''])
    expect(fml.stderr).toMatch(/error CLI-001 .*-o <folder>/)
    const name = await render('--table', 'ki-r4/alergy', '-o', 'none.md')
    expect([name.code, name.stderr]).toEqual([2, expect.stringContaining('Did you mean ki-r4/allergy?')])
    expect(existsSync(place.path('none.md'))).toBe(false)
    expect((await render('-f', 'pdf')).code).toBe(2)
  })
})

describe('kritinfo mapping diff', () => {
  test('what is not there is told so, and not taken for a package', async () => {
    tables('here')
    const gone = [3, '', expect.stringMatching(/^nowhere: error CLI-003 The file cannot be read: [^\n]*\n$/)]
    for (const two of [
      ['here', 'nowhere'],
      ['nowhere', 'here'],
    ] as const) {
      const { code, stdout, stderr } = await diff(...two)
      expect([code, stdout, stderr]).toEqual(gone)
    }
  })

  test('0 for the same tables, 1 for others, told in words', async () => {
    tables('old')
    tables('new', 'ki-r4/allergy.yaml', 'right: [active, confirmed, absent]', 'right: [active, unconfirmed, false]')
    expect(await diff('old', 'old')).toMatchObject({ code: 0, stdout: expect.stringContaining('No differences.') })
    const { code, stdout } = await diff('old', 'new')
    expect(code).toBe(1)
    expect(stdout).toMatch(/row allergy\.status of ki-r4\/allergy: changed, could turn status round/)
    const json = await diff('old', 'new', '-f', 'json')
    expect(JSON.parse(json.stdout)).toMatchObject({ kind: 'tables', changes: [{ id: 'allergy.status' }] })
    expect((await diff('old', 'new', '-f', 'md', '-o', 'diff.md')).stdout).toBe('')
    expect(place.read('diff.md')).toMatch(/^# Mappings /)
  })

  test('an overlay may be criteria, or one file, and nothing else', async () => {
    const cite = 'cite: https://example.org/x'
    const criterion = `- { id: import.mine, resource: Condition, decision: take, reason: ours, ${cite},`
    place.write('mine/criteria.yaml', `criteria:\n  ${criterion} when: [{ fact: flagged }] }\n`)
    const { code, stdout } = await diff(tables('old'), 'mine')
    expect([code, stdout]).toEqual([1, expect.stringContaining('criterion import.mine: added')])
    const assume = 'assume:\n  A-updater-url: "http://example.org/updater"\n'
    const changed = await diff('old', place.write('mine.yaml', assume))
    expect([changed.code, changed.stdout]).toEqual([1, expect.stringContaining('assumption A-updater-url: changed')])
    place.write('mine.yaml', assume.replace('-url', ''))
    expect((await diff('old', 'mine.yaml')).stderr).toMatch(/^mine\.yaml:2:14: error MAP-017 /)
    expect((await diff('old', 'mine', '--assume', 'mine.yaml')).code).toBe(2)
  })

  test('packages, with the rows that a change touches', async () => {
    const eps = resolve('profiles/hl7.fhir.eu.eps')
    expect((await diff(eps, eps)).code).toBe(0)
  })

  test('says what is wrong with what it was given', async () => {
    const broken = tables('broken', 'ki-r4/allergy.yaml', 'relation: equivalent', 'relation: alike')
    const { code, stdout, stderr } = await diff(broken, broken)
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/^broken\/ki-r4\/allergy\.yaml:\d+:\d+: error MAP-004 /)
    expect((await diff('nowhere', 'nowhere')).code).toBe(3)
    mkdirSync(place.path('hollow'))
    expect((await diff('hollow', 'hollow')).code).toBe(2)
    tables('old')
    expect((await diff('old', resolve('package.json'))).code).toBe(2)
  })
})
