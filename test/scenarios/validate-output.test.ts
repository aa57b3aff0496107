import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run, workplace } from './run.ts'

const place = workplace()
const wrong = '{ "resourceType": "Patient", "gender": "kvinne" }'

function validate(...args: string[]) {
  return run(['validate', ...args], { cwd: place.folder })
}

describe('several reports', () => {
  test('the n-th -o belongs to the n-th -f; one may go to standard output', async () => {
    place.write('in/wrong.json', wrong)
    const { code, stdout, stderr } = await validate(
      'in',
      '-f',
      'text',
      '-f',
      'sarif',
      '-f',
      'junit',
      '-o',
      '-',
      '-o',
      'a.sarif',
      '-o',
      'b.xml',
    )
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^in\/wrong\.json:1:40: error BND-001 /m)
    expect(JSON.parse(place.read('a.sarif'))).toMatchObject({ version: '2.1.0' })
    expect(place.read('b.xml')).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="kritinfo">/)
  })

  test('a report among the documents of a folder is not one of them the next time', async () => {
    place.write('again/wrong.json', wrong)
    for (let time = 0; time < 2; time++) {
      await validate('again', '-f', 'json', '-o', 'again/report.json')
      const { items } = JSON.parse(place.read('again/report.json')) as { items: { input: string }[] }
      expect(items.map(({ input }) => input)).toEqual(['again/wrong.json'])
    }
  })

  test('a report does not overwrite an input or the baseline', async () => {
    place.write('wrong.json', wrong)
    const { code, stderr } = await validate('wrong.json', '-o', 'wrong.json')
    expect([code, stderr, place.read('wrong.json')]).toEqual([2, expect.stringContaining('CLI-005'), wrong])
    await validate('wrong.json', '-f', 'json', '-o', 'known.json')
    const known = place.read('known.json')
    const args = ['wrong.json', '--baseline', 'known.json', '-f', 'json', '-o', 'known.json']
    expect([(await validate(...args)).code, place.read('known.json')]).toEqual([2, known])
  })

  test('a place that cannot be written to: one line, and no other report is left behind', async () => {
    place.write('wrong.json', wrong)
    const args = ['wrong.json', '-f', 'json', '-f', 'html', '-o', 'first.json', '-o', 'no/such/folder.html']
    const { code, stdout, stderr } = await validate(...args)
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      expect.stringMatching(/^no\/such\/folder\.html: error CLI-006 [^\n]*\n$/),
    ])
    expect(existsSync(place.path('first.json'))).toBe(false)
  })

  test('an empty folder still gives whole reports', async () => {
    place.write('empty/readme.txt', 'nothing')
    for (const format of ['json', 'sarif', 'outcome']) {
      const { code, stdout } = await validate('empty', '-f', format)
      expect([code, typeof JSON.parse(stdout)]).toEqual([5, 'object'])
    }
  })
})

describe('colour', () => {
  test('only where it is wanted', async () => {
    place.write('wrong.json', wrong)
    const sign = String.fromCharCode(27)
    expect((await validate('wrong.json')).stdout).not.toContain(sign)
    const env = { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' }
    const forced = await run(['validate', 'wrong.json'], { cwd: place.folder, env })
    expect(forced.stdout).toContain(`${sign}[31merror${sign}[39m`)
    const refused = await run(['validate', 'wrong.json'], { cwd: place.folder, env: { ...env, NO_COLOR: '1' } })
    expect(refused.stdout).not.toContain(sign)
  })
})
