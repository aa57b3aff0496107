import { existsSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { penicillinText, run, workplace } from './run.ts'

const name = 'kritinfo.config.json'

describe('kritinfo init', () => {
  const place = workplace()
  place.write('package.json', '{ "name": "registry" }')
  place.write('records/one.json', penicillinText)
  place.write('records/deep/two.json', penicillinText)
  place.write('lines.ndjson', `${JSON.stringify({ resourceType: 'Patient' })}\n{`)
  place.write('docs/notes.json', '[1, 2]')
  place.write('docs/broken.json', '{')
  const options = { cwd: place.folder }

  test('writes a config for what lies in the folder, and says what and how to go on', async () => {
    expect(await run(['init'], options)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: [
        'lines.ndjson: 1 file (r4)',
        'records/**/*.json: 2 files (ki)',
        'Wrote kritinfo.config.json. Change it as you like. Next: kritinfo validate, or kritinfo convert',
        '',
      ].join('\n'),
    })
    expect(JSON.parse(place.read(name))).toEqual({
      validate: { input: ['lines.ndjson', 'records/**/*.json'], 'fail-on': 'error' },
      convert: { input: ['records/**/*.json'], to: 'eps', output: 'summaries' },
    })
  })

  test('what it wrote is what convert and validate can be called with', async () => {
    expect(await run(['convert'], options)).toMatchObject({ code: 0, stdout: '' })
    expect(readdirSync(place.path('summaries'))).toContain('one.eps.json')
    // The second line of lines.ndjson is no document.
    expect((await run(['validate', '-q'], options)).code).toBe(3)
  })

  test('does not write over a config, unless with --force', async () => {
    place.write(name, '{}')
    const { code, stdout, stderr } = await run(['init'], options)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^kritinfo\.config\.json: error CFG-004 .* with --force\.\n$/)
    expect(place.read(name)).toBe('{}')
    expect((await run(['init', '--force'], options)).code).toBe(0)
    expect(place.read(name)).toContain('records')
  })

  test('prints it with --print, and writes nothing', async () => {
    place.write(name, '{}')
    const { code, stdout, stderr } = await run(['init', '--print'], options)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toHaveProperty('validate')
    expect(stderr).toMatch(/^lines\.ndjson: /)
    expect(place.read(name)).toBe('{}')
  })
})

test('finds what is packed', async () => {
  const place = workplace()
  place.write('in/lines.ndjson.gz', gzipSync(`${JSON.stringify(JSON.parse(penicillinText))}\n`.repeat(20_000)))
  place.write('in/one.json.gz', gzipSync(penicillinText))
  place.write('in/broken.ndjson.gz', gzipSync(penicillinText).subarray(0, 12))
  const { stdout } = await run(['init'], { cwd: place.folder })
  expect(stdout).toMatch(/^in\/lines\.ndjson\.gz: 1 file \(ki\)\nin\/\*\.json\.gz: 1 file \(ki\)\nWrote /)
})

test('names the schema where it is installed', async () => {
  const place = workplace()
  const schema = 'node_modules/kritinfo/profiles/kritinfo.config/config.schema.json'
  place.write(schema, '{}')
  await run(['init'], { cwd: place.folder })
  expect(JSON.parse(place.read(name))).toMatchObject({ $schema: `./${schema}`, validate: { input: ['documents'] } })
})

test('leaves nothing behind where it cannot write', async () => {
  const place = workplace()
  place.write(`${name}/occupied`, '')
  const { code, stderr } = await run(['init', '--force'], { cwd: place.folder })
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^kritinfo\.config\.json: error CLI-006 /)])
  expect(readdirSync(place.folder)).toEqual([name])
  expect(existsSync(place.path(`${name}/occupied`))).toBe(true)
})
