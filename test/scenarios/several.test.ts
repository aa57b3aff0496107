import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { now, penicillin, penicillinText, refuted, run, workplace } from './run.ts'

const place = workplace()
const one = (text: string) => `${JSON.stringify(JSON.parse(text))}\n`

function filesIn(name: string): string[] {
  const found = readdirSync(place.path(name), { recursive: true, encoding: 'utf8' })
  return found.filter((path) => path.includes('.')).sort()
}

describe('several inputs', () => {
  test('to a folder: named after the input and the form; a bad one does not stop the others', async () => {
    place.write('many/a/record.json', penicillinText)
    place.write('many/b/record.json', '{')
    place.write('many/c/record.json', penicillinText)
    place.write('many/c/notes.txt', 'not an input')
    const cwd = place.folder
    const { code, stdout, problems } = await run(['convert', 'many', '--to', 'eps', '-o', 'out', '--now', now], { cwd })
    expect([code, stdout, problems.length]).toEqual([3, '', 1])
    expect(problems[0]).toMatch(/^many\/b\/record\.json:1:\d+: error DOC-/)
    expect(filesIn('out')).toEqual(['a/record.eps.json', 'c/record.eps.json'])
    const alone = await run(['convert', 'many/a/record.json', '--to', 'eps', '--now', now], { cwd })
    expect(place.read('out/a/record.eps.json')).toBe(alone.stdout)
  })

  test('the gravest exit code wins', async () => {
    const args = ['convert', 'nothing/*.json', penicillin, '--to', 'eps', '-o', place.path('gravest')]
    expect((await run(args)).code).toBe(5)
    expect((await run([...args, 'nowhere.json'])).code).toBe(3)
  })

  test('patterns that the shell left alone', async () => {
    place.write('tree/x/one.json', penicillinText)
    place.write('tree/x/y/two.json', penicillinText)
    place.write('tree/x/y/three.xml', penicillinText)
    place.write('tree/.hidden/four.json', penicillinText)
    const cases = [
      ['tree/**/*.json', ['x/one.json', 'x/y/two.json']],
      ['tree/*/*.json', ['x/one.json']],
      ['tree/x/y/t??.json', ['x/y/two.json']],
      ['tree', ['x/one.json', 'x/y/three.xml', 'x/y/two.json']],
    ] as const
    for (const [pattern, names] of cases) {
      const { stderr } = await run(['convert', pattern, '--to', 'r4'], { cwd: place.folder })
      expect(stderr.split('\n').flatMap((line) => (/^tree\/(.*?): ki/.exec(line) ?? []).slice(1))).toEqual(names)
    }
  })

  test('names that would be the same stay apart', async () => {
    place.write('same/record.json', penicillinText)
    place.write('same/record.xml', (await run(['convert', penicillin, '--to', 'ki', '--format', 'xml'])).stdout)
    expect((await run(['convert', 'same', '--to', 'r4', '-o', 'apart'], { cwd: place.folder })).code).toBe(0)
    expect(filesIn('apart')).toEqual(['record.r4.json', 'record.xml.r4.json'])
  })

  test('outputs inside the folder of inputs are not taken for inputs the next time', async () => {
    place.write('inside/record.json', penicillinText)
    for (let time = 0; time < 2; time++)
      await run(['convert', 'inside', '--to', 'r4', '-o', 'inside/out'], { cwd: place.folder })
    expect(filesIn('inside')).toEqual(['out/record.r4.json', 'record.json'])
  })

  test('to standard output: NDJSON, in the order given', async () => {
    const { code, stdout } = await run(['convert', penicillin, refuted, '--to', 'ki'])
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { registreringer: { status: string }[] })
    expect([code, documents.map(({ registreringer }) => registreringer[0]?.status)]).toEqual([
      0,
      ['aktiv', 'avkreftet'],
    ])
  })
})

describe('NDJSON', () => {
  const lines = `${one(penicillinText)}\n{"a":1}\n${one(penicillinText)}`

  test('each line is a document; messages count lines as an editor does', async () => {
    const file = place.write('records.ndjson', lines)
    const report = place.path('lines.json')
    const { code, stdout, problems } = await run(['convert', file, '--to', 'ki', '--report', report])
    expect([code, stdout.trimEnd().split('\n').length]).toEqual([3, 2])
    expect(problems).toEqual([expect.stringMatching(/records\.ndjson:3:1: error CNV-001 /)])
    const { items } = JSON.parse(place.read('lines.json')) as { items: { input: string }[] }
    expect(items.map(({ input }) => input)).toEqual([1, 3, 4].map((line) => `${file}:${line}`))
  })

  test('to one file, whole or not at all', async () => {
    const file = place.write('all.ndjson', lines)
    await run(['convert', file, '--to', 'kj', '-o', place.path('out.ndjson')])
    const types = place
      .read('out.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { resourceType: string }).resourceType)
    expect(types).toEqual(['Patient', 'AllergyIntolerance', 'Patient', 'AllergyIntolerance'])
    const bad = place.write('bad.ndjson', '{"a":1}\n{"a":1}\n')
    expect((await run(['convert', bad, '--to', 'kj', '-o', place.path('none.ndjson')])).code).toBe(3)
    expect(() => place.read('none.ndjson')).toThrow('ENOENT')
  })

  test('from standard input with --format ndjson', async () => {
    const { code, stdout, stderr } = await run(['convert', '-', '--to', 'ki', '--format', 'ndjson'], {
      stdin: one(penicillinText).repeat(3),
    })
    expect([code, stdout.trimEnd().split('\n').length]).toEqual([0, 3])
    expect(stderr).toMatch(/^kritinfo: 3 documents: 3 written\nkritinfo: \d+ leaves: \d+ claimed, 0 in the ledger\n$/)
  })

  test('from standard input, which shows that it has lines, there and back too', async () => {
    const stdin = one(penicillinText).repeat(2)
    const lines = await run(['convert', '-', '--to', 'ki'], { stdin })
    expect([lines.code, lines.stdout.trimEnd().split('\n').length, lines.problems]).toEqual([0, 2, []])
    const trip = await run(['roundtrip', '-', '--via', 'eps'], { stdin })
    expect([trip.code, trip.stdout]).toEqual([0, '<stdin>:1: identical\n<stdin>:2: identical\n'])
    const whole = await run(['convert', '-', '--to', 'ki', '-o', place.path('one.json')], { stdin })
    expect([whole.code, whole.problems]).toEqual([2, [expect.stringContaining('CLI-001 Of several documents no ')]])
  })

  test('of a file named *.jsonl as of one named *.ndjson', async () => {
    const file = place.write('records.jsonl', one(penicillinText).repeat(2))
    const { code, stdout } = await run(['convert', file, '--to', 'ki'])
    expect([code, stdout.trimEnd().split('\n').length]).toEqual([0, 2])
  })

  test('--format ndjson writes one resource a line also of a document on many lines', async () => {
    const { code, stdout } = await run(['convert', penicillin, '--to', 'kj', '--format', 'ndjson'])
    expect([code, stdout.trimEnd().split('\n').length]).toEqual([0, 2])
  })

  test('--format json with -o makes a file of each line', async () => {
    const file = place.write('apiece.ndjson', one(penicillinText).repeat(2))
    expect((await run(['convert', file, '--to', 'eps', '--format', 'json', '-o', place.path('apiece')])).code).toBe(0)
    expect(filesIn('apiece')).toEqual(['apiece.1.eps.json', 'apiece.2.eps.json'])
  })

  test('a byte order mark is warned of once', async () => {
    const file = place.write('mark.ndjson', `\ufeff${one(penicillinText).repeat(2)}`)
    const { code, problems } = await run(['convert', file, '--to', 'ki'])
    expect([code, problems]).toEqual([0, [expect.stringMatching(/mark\.ndjson:1:1: warning DOC-006 /)]])
  })
})

describe('--jobs', () => {
  test('gives the same bytes in the same order as one after the other', async () => {
    const file = place.write('jobs.ndjson', `${one(penicillinText).repeat(30)}{\n${one(penicillinText).repeat(10)}`)
    const args = ['convert', file, 'examples', '--to', 'eps', '--now', now, '--report', place.path('jobs-report.json')]
    const alone = await run(args)
    const report = place.read('jobs-report.json')
    const together = await run([...args, '--jobs', '3'])
    // How far a run has come is told by the clock.
    expect(together).toMatchObject({ code: alone.code, stdout: alone.stdout, problems: alone.problems })
    expect(place.read('jobs-report.json')).toBe(report)
  })

  test('hands --patient, --base and --mappings on', async () => {
    place.write('overlay/mappings.yaml', 'mappings: mine\n')
    const lines = (await run(['convert', penicillin, '--to', 'kj', '--format', 'ndjson'])).stdout.split('\n')
    const record = place.write('handed.ndjson', `${lines[1]}\n${lines[1]}\n`)
    const args = [
      'convert',
      record,
      '--to',
      'eps',
      '--patient',
      penicillin,
      '--mappings',
      place.path('overlay'),
      '--now',
      now,
    ]
    const together = await run([...args, '--jobs', '2'])
    expect(together).toEqual(await run(args))
    expect([together.code, together.stdout.trimEnd().split('\n').length]).toEqual([0, 2])
  })
})
