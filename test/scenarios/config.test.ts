import { mkdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { now, penicillin, penicillinText, run, workplace } from './run.ts'

const name = 'kritinfo.config.json'

/** A folder with a record, and a config of this content. */
function project(place: ReturnType<typeof workplace>, folder: string, config: unknown) {
  place.write(`${folder}/record.json`, penicillinText)
  place.write(`${folder}/${name}`, typeof config === 'string' ? config : JSON.stringify(config))
  return { cwd: place.path(folder) }
}

describe('the config of the working directory', () => {
  const place = workplace()

  test('says what to validate and how', async () => {
    const options = project(place, 'validate', { validate: { input: ['*rd.json'], format: ['ndjson'] } })
    const { code, stdout, stderr } = await run(['validate'], options)
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ input: 'record.json', valid: true })
  })

  test('is not passed over if it cannot be read', async () => {
    place.write('folder/record.json', penicillinText)
    mkdirSync(place.path(`folder/${name}`))
    const { code, stderr } = await run(['validate', 'record.json'], { cwd: place.path('folder') })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^kritinfo\.config\.json: error CLI-003 /)])
  })

  test('says what to convert, to what, and to where', async () => {
    const options = project(place, 'convert', {
      convert: { input: ['record.json'], to: 'r4', output: 'out.json', now, quiet: true },
    })
    expect(await run(['convert'], options)).toMatchObject({ code: 0, stdout: '', stderr: '' })
    expect(place.read('convert/out.json')).toContain('"resourceType"')
  })

  test('gives way to the command line, option by option and input by input', async () => {
    const config = { convert: { input: ['nothing.json'], to: 'eps', format: 'xml', validate: false, quiet: true, now } }
    const options = project(place, 'less', config)
    const { code, stdout, stderr } = await run(['convert', 'record.json', '--to', 'ki', '--validate'], options)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^<kritiskInformasjon/m)
  })

  test('gives way with a list as a whole, and to the short name of an option', async () => {
    const config = { validate: { input: ['record.json'], format: ['json', 'text'], output: ['-', 'out.txt'] } }
    const { code, stdout } = await run(['validate', '-f', 'ndjson', '-o', '-'], project(place, 'list', config))
    expect(code).toBe(0)
    expect(stdout.split('\n')).toHaveLength(2)
  })

  test('- is standard input and output', async () => {
    const config = { convert: { input: ['-'], to: 'r4', output: '-', now } }
    const options = { ...project(place, 'streams', config), stdin: penicillinText }
    const { code, stdout, stderr } = await run(['convert'], options)
    expect(code).toBe(0)
    expect([stdout.slice(0, 1), stderr]).toEqual(['{', expect.stringMatching(/^<stdin>: ki → r4/)])
  })

  test('is not read with --no-config, nor by other commands, nor for --help', async () => {
    const options = project(place, 'broken', '{')
    expect((await run(['validate', 'record.json', '--no-config'], options)).code).toBe(0)
    expect((await run(['explain', 'CFG-001'], options)).code).toBe(0)
    expect((await run(['roundtrip', 'record.json', '--via', 'r4'], options)).code).toBe(0)
    expect((await run(['validate', '--help'], options)).code).toBe(0)
    expect((await run(['validate', 'record.json'], options)).code).toBe(2)
  })

  test('is not looked for in folders above', async () => {
    const { cwd } = project(place, 'above', { validate: { input: ['../record.json'] } })
    mkdirSync(`${cwd}/below`)
    const { code, stderr } = await run(['validate'], { cwd: `${cwd}/below` })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^kritinfo: error CLI-001 .*give an input, or "input" in kritinfo\.config\.json\./)
  })
})

test('paths in a config are counted from its folder', async () => {
  const place = workplace()
  project(place, 'far', {
    convert: { input: ['*rd.json'], to: 'eps', output: 'out', report: './ledger.json', now },
  })
  mkdirSync(place.path('away'))
  const { code, problems } = await run(['convert', '--config', '../far/kritinfo.config.json'], {
    cwd: place.path('away'),
  })
  expect([code, problems]).toEqual([0, []])
  expect(JSON.parse(place.read('far/ledger.json'))).toMatchObject({ items: [{ input: '../far/record.json' }] })
  expect(place.read('far/out/record.eps.json')).toContain('"Bundle"')
})

describe('what is wrong with a config is told with its place, and the exit code is 2', () => {
  const place = workplace()
  test.each<readonly [title: string, config: string, lines: readonly RegExp[]]>([
    ['no JSON', '{\n  "validate": {,\n}', [/^c\.json:2:16: error DOC-\d+ /]],
    ['no object', '[]', [/^c\.json:1:1: error CFG-002 This value has the wrong type\. Write an object\.$/]],
    [
      'an unknown member',
      '{\n  "validate": {\n    "fail_on": "error"\n  }\n}',
      [/^c\.json:3:16: error CFG-001 "fail_on" is no member of this part of the config \(fail-on\?\)\. /],
    ],
    [
      '__proto__',
      '{ "validate": { "__proto__": { "quiet": true } } }',
      [/^c\.json:1:30: error CFG-001 "__proto__" is no /],
    ],
    [
      'a wrong type',
      '{ "validate":\n { "input": "record.json" } }',
      [/^c\.json:2:13: error CFG-002 .* Write a list, as in \["…"\]\.$/],
    ],
    [
      'no choice, and more of the kind',
      '{ "convert": { "to": "epss", "fail-on": "all" },\n"validate": 1 }',
      [
        /^c\.json:1:22: error CFG-003 This value is none of the choices \(eps\?\)\. Write one of ki, kj, r4, eps\.$/,
        /^c\.json:1:41: error CFG-003 /,
        /^c\.json:2:13: error CFG-002 /,
      ],
    ],
    ['too much', `{ "$schema": "${'x'.repeat(2 ** 20)}" }`, [/^c\.json:1:1: error DOC-007 /]],
  ])('%s', async (_title, config, lines) => {
    place.write('c.json', config)
    const { code, stdout, stderr } = await run(['validate', penicillin, '--config', 'c.json'], { cwd: place.folder })
    const told = stderr.trimEnd().split('\n')
    expect(told).toEqual(lines.map((line) => expect.stringMatching(line)))
    expect([code, stdout]).toEqual([2, ''])
  })

  test('a file that is not there', async () => {
    const { code, stderr } = await run(['validate', penicillin, '--config', 'none.json'], { cwd: place.folder })
    expect(stderr).toMatch(/^none\.json: error CLI-003 The file cannot be read: there is no such file or folder\./)
    expect(code).toBe(2)
  })

  test.each(['--config', '--config=', '--config a --config b'])('%s', async (text) => {
    const { code, stderr } = await run(['validate', penicillin, ...text.split(' ')], { cwd: place.folder })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^[^\n]*error CLI-\d+ [^\n]*\n$/)])
  })
})

test('the config that the README shows is one', async () => {
  const place = workplace()
  const [, shown = ''] = /```json\n(\{\n {2}"\$schema[\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  place.write(name, shown)
  place.write('fsh-generated/resources/record.json', penicillinText)
  expect((await run(['validate'], { cwd: place.folder })).code).toBe(0)
  expect(JSON.parse(place.read('findings.sarif'))).toHaveProperty('runs')
})
