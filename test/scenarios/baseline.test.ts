import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { run, workplace } from './run.ts'

/** Years of a repository that was full of findings when it began to be checked. */
const place = workplace()
const validate = (...args: string[]) => run(['validate', ...args], { cwd: place.folder })
const line = (...members: string[]) => `{ "resourceType": "Patient", ${members.join(', ')} }\n`
const gender = '"gender": "kvinne"'
const birth = '"birthDate": "1972-13-01"'

function entries(...resources: string[]): string {
  const all = resources.map(
    (one, index) => `{ "fullUrl": "urn:uuid:0b6ef3d1-2f0c-4a52-9d0e-00000000000${index}", "resource": ${one} }`,
  )
  return `{ "resourceType": "Bundle", "type": "collection", "entry": [${all}] }`
}

async function errorsOf(...args: string[]) {
  const { code, stdout, stderr } = await validate(...args, '-f', 'ndjson')
  const items: { input: string; issues: { severity: string; code: string; path: string }[] }[] = stdout
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one))
  const errors = items.flatMap(({ input, issues }) =>
    issues.filter(({ severity }) => severity === 'error').map((one) => `${input} ${one.code} ${one.path}`),
  )
  return { code, errors, stderr }
}

test('a repository with findings passes until there is a new one, and again when it is mended', async () => {
  place.write('old/a.json', line(gender))
  place.write('old/b.json', line(birth))
  expect((await validate('old', '-f', 'json', '-o', 'known.json')).code).toBe(1)
  expect(await errorsOf('old', '--baseline', 'known.json')).toEqual({ code: 0, errors: [], stderr: '' })
  place.write('old/b.json', `\n\n${line(birth, gender)}`)
  const { code, errors } = await errorsOf('old', '--baseline', 'known.json')
  expect([code, errors]).toEqual([1, ['old/b.json BND-001 Patient.gender']])
  place.write('old/b.json', line(birth))
  expect((await validate('old', '--baseline', 'known.json')).code).toBe(0)
})

test('what was mended is told, so that the baseline shrinks; a document that was not checked is not', async () => {
  place.write('mend/a.json', line(gender))
  place.write('mend/b.json', line(birth))
  await validate('mend', '-f', 'json', '-o', 'known.json')
  place.write('mend/a.json', line('"gender": "female"'))
  const one = await validate('mend', '--baseline', 'known.json')
  expect([one.code, one.stderr]).toEqual([
    0,
    expect.stringMatching(/^known\.json: information CLI-030 [^\n]*: 1\. [^\n]*\n$/),
  ])
  expect((await validate('mend/b.json', '--baseline', 'known.json')).stderr).toBe('')
  expect((await validate('mend', '--baseline', 'known.json', '--quiet')).stderr).toBe('')
  rmSync(place.path('mend/b.json'))
  expect((await validate('mend', '--baseline', 'known.json')).stderr).toMatch(/: 3\. /)
  await validate('mend', '-f', 'json', '-o', 'known.json')
  expect(await validate('mend', '--baseline', 'known.json')).toMatchObject({ code: 0, stderr: '' })
})

test('a document that has moved is a new one', async () => {
  place.write('move/a.json', line(gender))
  await validate('move', '-f', 'json', '-o', 'known.json')
  renameSync(place.path('move/a.json'), place.path('move/b.json'))
  const { code, errors, stderr } = await errorsOf('move', '--baseline', 'known.json')
  expect([code, errors, stderr]).toEqual([
    1,
    ['move/b.json BND-001 Patient.gender'],
    expect.stringMatching(/^known\.json: information CLI-030 /),
  ])
})

test('entries of a Bundle and lines of a file may move', async () => {
  const wrong = `{ "resourceType": "Patient", ${gender} }`
  const other = '{ "resourceType": "Patient", "gender": "male" }'
  place.write('shift/bundle.json', entries(wrong))
  place.write('shift/lines.ndjson', line(gender))
  await validate('shift', '-f', 'ndjson', '-o', 'known.ndjson')
  place.write('shift/bundle.json', entries(other, wrong))
  place.write('shift/lines.ndjson', line('"gender": "male"') + line(gender))
  expect((await errorsOf('shift', '--baseline', 'known.ndjson')).errors).toEqual([])
  place.write('shift/bundle.json', entries(wrong, wrong))
  place.write('shift/lines.ndjson', line(gender) + line(gender))
  expect((await errorsOf('shift', '--baseline', 'known.ndjson')).errors).toEqual([
    expect.stringContaining('shift/bundle.json BND-001 Bundle.entry[1].resource'),
    'shift/lines.ndjson:2 BND-001 Patient.gender',
  ])
})

test('a document that could not be read then still cannot be: that is known too', async () => {
  place.write('broken/a.json', '{ "resourceType": ')
  expect((await validate('broken', '-f', 'json', '-o', 'known.json')).code).toBe(3)
  const known = await validate('broken', '--baseline', 'known.json')
  expect([known.code, known.stdout]).toEqual([0, expect.stringMatching(/could not be read; 0 findings; 1 left out/)])
  place.write('broken/b.json', '{')
  expect((await validate('broken', '--baseline', 'known.json')).code).toBe(3)
})

describe('the file', () => {
  test('may be packed, and have every format beside it', async () => {
    place.write('packed/a.json', line(gender))
    const made = await validate(
      'packed',
      '-f',
      'text',
      '-f',
      'sarif',
      '-f',
      'json',
      '-o',
      '-',
      '-o',
      'a.sarif',
      '-o',
      'k.json',
    )
    expect(made.code).toBe(1)
    await validate('packed', '-f', 'json', '-o', 'k.json.gz')
    expect(gunzipSync(readFileSync(place.path('k.json.gz'))).toString()).toBe(place.read('k.json'))
    for (const baseline of ['k.json', 'k.json.gz']) {
      const args = ['-f', 'sarif', '-f', 'junit', '-f', 'codequality', '-o', 'a.sarif', '-o', 'a.xml', '-o', 'a.json']
      expect((await validate('packed', '--baseline', baseline, ...args)).code).toBe(0)
      expect(JSON.parse(place.read('a.sarif')).runs[0].results).toEqual([])
      expect(place.read('a.xml')).not.toContain('<failure')
      expect(JSON.parse(place.read('a.json'))).toEqual([])
    }
  })

  test('that is damaged or not there: one line, and nothing is checked', async () => {
    mkdirSync(place.path('none'), { recursive: true })
    place.write('none/a.json', line(gender))
    place.write('cut.json.gz', gzipSync('{}').subarray(0, 12))
    for (const [file, code] of [
      ['cut.json.gz', 'CLI-013'],
      ['no-such.json', 'CLI-003'],
    ] as const) {
      const { code: exit, stdout, stderr } = await validate('none', '--baseline', file)
      expect([exit, stdout, stderr]).toEqual([
        2,
        '',
        expect.stringMatching(new RegExp(`^${file}[^\\n]* error ${code} [^\\n]*\\n$`)),
      ])
    }
  })
})
