import { mkdirSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { penicillinText, run, workplace } from './run.ts'

const place = workplace()
const surname = '"Nordmann"'

/** What is given, under which name, the line that it gets, and the exit code. */
const table: readonly (readonly [
  why: string,
  name: string,
  content: string | Uint8Array,
  line: RegExp,
  code: number,
])[] = [
  ['an empty file', 'empty.json', '', /:1:1: error DOC-002 /, 3],
  ['spaces only', 'spaces.json', ' \n ', /:1:1: error DOC-002 /, 3],
  ['truncated JSON', 'truncated.json', penicillinText.slice(0, -40), /:\d+:\d+: error DOC-010 /, 3],
  ['two documents', 'two.json', penicillinText + penicillinText, /:97:1: error DOC-011 /, 3],
  ['not a resource', 'a.json', '{"a":1}', /:1:1: error CNV-001 /, 3],
  ['an array', 'array.json', '[1]', /:1:1: error CNV-001 /, 3],
  ['a bare word', 'word.json', 'hello', /:1:1: error DOC-008 /, 3],
  ['UTF-16', 'utf16.json', Buffer.from(`\ufeff${penicillinText}`, 'utf16le'), /:1:1: error DOC-004 /, 3],
  ['Latin-1', 'latin1.json', Buffer.from('{"a":"æ"}', 'latin1'), /:1:7: error DOC-005 /, 3],
  [
    'a picture',
    'picture.json',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1),
    /:1:1: error DOC-003 /,
    3,
  ],
  [
    '10 MB in one string',
    'long.json',
    penicillinText.replace(surname, `"${'a'.repeat(10_000_000)}"`),
    /:16:20: error DOC-017 /,
    3,
  ],
  ['5000 arrays deep', 'deep.json', '['.repeat(5000) + ']'.repeat(5000), /:1:101: error DOC-016 /, 3],
  [
    '5000 objects deep',
    'deep-objects.json',
    `${'{"extension":'.repeat(5000)}1${'}'.repeat(5000)}`,
    /: error DOC-016 /,
    3,
  ],
  [
    '5000 elements deep',
    'deep.xml',
    `<Patient xmlns="http://hl7.org/fhir">${'<a>'.repeat(5000)}`,
    /: error DOC-016 /,
    3,
  ],
  ['a key twice', 'twice.json', '{"resourceType":"Patient","id":"1","id":"2"}', /:1:36: error DOC-015 /, 3],
  [
    '__proto__ in ki',
    'proto.json',
    penicillinText.replace('"format"', '"__proto__":{"a":1},"format"'),
    /:2:\d+: error KI-002 /,
    3,
  ],
  [
    'DOCTYPE',
    'doctype.xml',
    '<!DOCTYPE Patient [<!ENTITY a "b">]><Patient xmlns="http://hl7.org/fhir"/>',
    /: error DOC-031 /,
    3,
  ],
  ['unknown XML', 'unknown.xml', '<a/>', /:1:1: error DOC-040 /, 3],
  [
    'truncated XML',
    'truncated.xml',
    '<Patient xmlns="http://hl7.org/fhir"><id value="1">',
    /:1:\d+: error DOC-035 /,
    3,
  ],
]

describe('a bad input is one line with place and code, and leaves nothing behind', () => {
  test.concurrent.each(table)('%s', async (_why, name, content, line, code) => {
    const cwd = place.path(`of-${name}`)
    mkdirSync(cwd)
    place.write(`of-${name}/${name}`, content)
    for (const to of ['eps', 'ki']) {
      const result = await run(['convert', name, '--to', to, '-o', 'out.json'], { cwd })
      expect(result.stderr).toMatch(line)
      expect(result.stderr).toMatch(new RegExp(`^${name}:[^\\n]*\\n$`))
      expect([result.code, result.stdout, readdirSync(cwd)]).toEqual([code, '', [name]])
    }
  })

  test('a file that is not there', async () => {
    const { code, stderr } = await run(['convert', 'nowhere.json', '--to', 'eps'], { cwd: place.folder })
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/^nowhere\.json: error CLI-003 [^\n]*no such file[^\n]*\n$/),
    ])
  })

  test('a path that goes through a file', async () => {
    place.write('file.json', '{}')
    const { code, stderr } = await run(['convert', 'file.json/', '--to', 'eps'], { cwd: place.folder })
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^file\.json\/: error CLI-003 [^\n]*\n$/)])
  })

  test('a folder where a file is wanted', async () => {
    const file = place.write('fine.json', penicillinText)
    for (const option of ['--patient', '--base']) {
      const { code, stderr } = await run(['convert', file, '--to', 'eps', option, place.folder])
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^[^\n]*: error CLI-003 [^\n]*it is a folder[^\n]*\n$/)])
    }
  })

  test('a type of resource that does not exist makes no summary', async () => {
    const file = place.write('nonsense.json', '{"resourceType":"Nonsense"}')
    const { code, problems } = await run(['convert', file, '--to', 'eps'])
    expect([code, problems.length]).toEqual([3, 1])
  })

  test('__proto__ in FHIR is a key like any other: it stands in the account and changes nothing', async () => {
    const file = place.write('proto-fhir.json', '{"resourceType":"Patient","id":"1","__proto__":{"polluted":"x"}}')
    const { code, stdout } = await run(['convert', file, '--to', 'kj', '--report', place.path('proto-report.json')])
    const report = JSON.parse(place.read('proto-report.json')) as { items: { leaves: { total: number } }[] }
    expect([code, report.items[0]?.leaves.total]).toEqual([0, 3])
    expect(stdout).not.toContain('"polluted":')
  })
})

test('a byte order mark is accepted with one warning', async () => {
  const file = place.write('mark.json', `\ufeff${penicillinText}`)
  const { code, problems } = await run(['convert', file, '--to', 'eps'])
  expect([code, problems]).toEqual([0, [expect.stringMatching(/mark\.json:1:1: warning DOC-006 /)]])
})

describe('nothing matched is exit code 5', () => {
  mkdirSync(place.path('empty'))
  test.concurrent.each(['empty', '*.nothing', 'empty/**/*.json', 'nowhere/*.json'])('%s', async (input) => {
    const { code, stdout, stderr } = await run(['convert', input, '--to', 'eps'], { cwd: place.folder })
    expect([code, stdout]).toEqual([5, ''])
    expect(stderr).toBe(`${input}: ${stderr.slice(input.length + 2)}`)
    expect(stderr).toMatch(/: error CLI-002 [^\n]*\n$/)
  })
})

describe('no value of a record in messages and reports', () => {
  const secret = 'HEMMELIG'
  const marked = penicillinText.replace(
    /(: |\[\s+)"(Åse|Nordmann|Blodtrykksfall[^"]*|Fiktopen[^"]*|13897220029)"/g,
    `$1"${secret}"`,
  )
  const spoilt: readonly (readonly [string, string])[] = [
    ['whole', marked],
    ['truncated', marked.slice(0, -60)],
    ['unknown member', marked.replace('"versjon"', `"uvedkommende": "${secret}", "versjon"`)],
    ['wrong code', marked.replace('"aktiv"', `"${secret}"`)],
    ['wrong date', marked.replace('"1972-09-13"', `"${secret}"`)],
    ['wrong form', marked.replace('kritisk-informasjon', secret)],
    ['wrong type', `{"resourceType":"${secret}1 ","a":"${secret}"}`],
    [
      'no patient',
      `{"resourceType":"AllergyIntolerance","code":{"text":"${secret}"},"extension":[{"url":"${secret}"}]}`,
    ],
  ]
  test.concurrent.each(spoilt)('%s', async (name, text) => {
    const report = place.path(`${name}-report.json`)
    for (const to of ['eps', 'ki', 'kj']) {
      const { stderr } = await run(['convert', '-', '--to', to, '--report', report, '-o', place.path(`${name}.out`)], {
        stdin: text,
      })
      expect(text).toContain(secret)
      expect(stderr + place.read(`${name}-report.json`)).not.toContain(secret)
    }
    const { stdout, stderr } = await run(['roundtrip', '-', '--via', 'eps'], { stdin: text })
    expect(stdout + stderr).not.toContain(secret)
  })
})
