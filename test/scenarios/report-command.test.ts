import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { now, refuted, run, workplace } from './run.ts'

const place = workplace()
const stories = ['penicillin-anaphylaxis', 'refuted-brand-reaction', 'whole-register', 'pacemaker']
const value = 'Kari Nordmann'

function report(...args: string[]) {
  return run(['report', ...args], { cwd: place.folder })
}

const itemsIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { input: string; ledger: { grade: string; safety: string }[] })
    .filter((one) => 'input' in one)

beforeAll(async () => {
  const records = stories.map((name) => {
    const ki = JSON.parse(readFileSync(`examples/${name}/ki.json`, 'utf8')) as object
    return JSON.stringify(ki)
  })
  place.write('in.ndjson', [...records, `{"resourceType":"${value}"`, ''].join('\n'))
  const args = [
    'convert',
    'in.ndjson',
    '--to',
    'eps',
    '--carry',
    'none',
    '--now',
    now,
    '--fail-on',
    'none',
    '-o',
    'out.ndjson',
  ]
  for (const name of ['all.ndjson', 'all.ndjson.gz', 'all.json'])
    await run([...args, '--report', name, '--rejects', 'rejects.ndjson'], { cwd: place.folder })
})

describe('what convert writes is what the published schemas say', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
  for (const name of ['ledger', 'rejects'])
    ajv.addSchema(JSON.parse(readFileSync(`profiles/kritinfo.report/${name}.schema.json`, 'utf8')) as object)
  const problems = (reference: string, text: string) => {
    const conforms = ajv.getSchema(reference)
    return conforms?.(JSON.parse(text)) === true ? [] : [conforms?.errors]
  }
  const linesIn = (name: string) => place.read(name).trimEnd().split('\n')

  test('--report', () => {
    expect(problems('urn:kritinfo:schema:ledger:1.0', place.read('all.json'))).toEqual([])
    const lines = linesIn('all.ndjson')
    expect(lines).toHaveLength(6)
    for (const line of lines) expect(problems('urn:kritinfo:schema:ledger:1.0#/$defs/line', line)).toEqual([])
  })

  test('--rejects', () => {
    const lines = linesIn('rejects.ndjson')
    expect(lines).toHaveLength(1)
    for (const line of lines) expect(problems('urn:kritinfo:schema:rejects:1.0', line)).toEqual([])
  })
})

describe('summary', () => {
  test('the same of a report as JSON, as lines, packed, and from standard input', async () => {
    const texts = await Promise.all(['all.json', 'all.ndjson', 'all.ndjson.gz'].map((name) => report('summary', name)))
    const stdin = await run(['report', 'summary', '-'], { stdin: place.read('all.ndjson') })
    for (const one of [...texts, stdin]) expect(one).toEqual({ ...texts[0], problems: [] })
    const [{ code = 1, stdout = '', stderr = '' } = {}] = texts
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^documents {2}5: 4 written, 1 not written\n {11}4 ki → eps$/m)
    expect(stdout).toMatch(/^Why no output was written\n.*\n +1 +1 +error +DOC-\d{3}$/m)
    expect(stdout).toMatch(/^ +\d+ +1 +withheld +X +negation +eps\.procedure\.status$/m)
  })

  test('several reports, and one after another in a file, are counted together', async () => {
    const twice = JSON.parse((await report('summary', 'all.json', 'all.ndjson', '-f', 'json')).stdout) as object
    place.write('joined.ndjson', place.read('all.ndjson').repeat(2))
    const joined = JSON.parse((await report('summary', 'joined.ndjson', '-f', 'json')).stdout) as object
    expect(joined).toEqual(twice)
    expect(twice).toMatchObject({ tools: [{ reports: 2 }], documents: { total: 10, written: 8, notWritten: 2 } })
  })

  test('a pattern; one that nothing matches is no empty report', async () => {
    const { stdout } = await report('summary', 'all*.ndjson.gz', '-f', 'json')
    expect(JSON.parse(stdout)).toMatchObject({ tools: [{ reports: 1 }] })
    const { code, stderr } = await report('summary', 'all.ndjson', 'none*.ndjson')
    expect([code, stderr]).toEqual([5, expect.stringContaining('CLI-002')])
  })

  test('--top cuts lists, -o writes a file', async () => {
    await report('summary', 'all.ndjson', '-f', 'json', '--top', '1', '-o', 'summary.json')
    const { losses } = JSON.parse(place.read('summary.json')) as { losses: { lines: object[]; left: number } }
    expect([losses.lines.length, losses.left > 0]).toEqual([1, true])
  })
})

describe('filter', () => {
  test('the entries asked for, as a report that can be read again', async () => {
    const { code, stdout, stderr } = await report(
      'filter',
      'all.ndjson',
      '--safety',
      'negation',
      '--safety',
      'agent',
      '--grade',
      'X',
    )
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.split('\n')[0]).toBe(place.read('all.ndjson').split('\n')[0])
    const entries = itemsIn(stdout).flatMap(({ ledger }) => ledger)
    expect(entries.length).toBeGreaterThan(5)
    expect(entries.every(({ grade, safety }) => grade === 'X' && ['negation', 'agent'].includes(safety))).toBe(true)
    const again = await run(['report', 'summary', '-', '-f', 'json'], { stdin: stdout })
    expect(JSON.parse(again.stdout)).toMatchObject({ entries: { total: entries.length } })
  })

  test('names of documents alone', async () => {
    const ids = async (...args: string[]) => (await report('filter', 'all.ndjson', '--ids', ...args)).stdout
    expect(await ids('--not-written')).toBe('in.ndjson:5\n')
    expect(await ids('--input', 'in.ndjson:1', '--input', 'in.ndjson:3')).toBe('in.ndjson:1\nin.ndjson:3\n')
    expect(await ids('--input', '*.ndjson')).toBe([1, 2, 3, 4, 5].map((line) => `in.ndjson:${line}\n`).join(''))
    expect(await ids('--row', 'eps.procedure.*')).toBe('in.ndjson:3\n')
    expect(await ids('--code', 'eps-001')).toBe('in.ndjson:3\n')
  })

  test('nothing found: exit code 5, and a report of no documents', async () => {
    const { code, stdout } = await report('filter', 'all.ndjson', '--row', 'nothing')
    expect([code, stdout]).toEqual([5, `${place.read('all.ndjson').split('\n')[0]}\n`])
  })

  test('to a packed file; not over a report', async () => {
    await report('filter', 'all.json', '--not-written', '-o', 'failed.ndjson.gz')
    const text = gunzipSync(readFileSync(place.path('failed.ndjson.gz'))).toString()
    expect(itemsIn(text).map(({ input }) => input)).toEqual(['in.ndjson:5'])
    const over = await report('filter', 'all.json', '-o', 'all.json')
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('CLI-005')])
  })
})

test('html: one page with documents to be opened, the same bytes again', async () => {
  await report('html', 'all.ndjson', '-o', 'a.html')
  await report('html', 'all.ndjson.gz', '-o', 'b.html')
  expect(place.read('a.html')).toBe(place.read('b.html'))
  expect(place.read('a.html')).toMatch(/<details><summary>1 document<\/summary>\s*<ul>\s*<li>\s*<bdi>in\.ndjson:3/)
})

test('no value of a record is in anything that is written', async () => {
  for (const command of ['summary', 'filter', 'html']) {
    const { stdout } = await report(command, 'all.ndjson')
    expect(stdout).not.toContain(value)
    expect(stdout).not.toMatch(/penicillin|Penicillin/)
  }
})

describe('what cannot be read is one line with its place, exit code 3, and leaves nothing behind', () => {
  const head = '{"tool":{"name":"kritinfo","version":"1","mappings":"1"}}'
  const cases: readonly (readonly [name: string, content: string | Uint8Array, message: RegExp])[] = [
    ['no-report.json', readFileSync(refuted), /^no-report\.json: error RPT-001 [^\n]*\n$/],
    ['empty.ndjson', '', /^empty\.ndjson: error RPT-001 [^\n]*\n$/],
    ['cut.ndjson', `${head}\n{"input":"a:1","from":"k`, /^cut\.ndjson:2:\d+: error DOC-\d{3} [^\n]*\n$/],
    [
      'member.ndjson',
      `${head}\n\n{"input":"a:1","to":"eps","from":"ki"}\n`,
      /^member\.ndjson:3: error RPT-002 [^\n]*dialect[^\n]*\n$/,
    ],
    ['cut.json', '{\n  "tool": {\n', /^cut\.json:\d:\d+: error DOC-\d{3} [^\n]*\n$/],
    [
      'item.json',
      `{\n"tool":{"name":"kritinfo","version":"1","mappings":"1"},"items":[{"to":"eps"}]}`,
      /^item\.json: error RPT-002 [^\n]*\(items\[0\]\)\n$/,
    ],
    [
      'torn.ndjson.gz',
      gzipSync(`${head}\n`.repeat(9)).subarray(0, 40),
      /^torn\.ndjson\.gz[^\n]*: error CLI-013 [^\n]*\n$/,
    ],
    ['binary.ndjson', Buffer.from([0x7b, 0xff, 0x00, 0x0a]), /^binary\.ndjson:1:1: error DOC-\d{3} [^\n]*\n$/],
  ]
  test.each(cases)('%s', async (name, content, message) => {
    place.write(name, content)
    const before = readdirSync(place.folder)
    const { code, stdout, stderr } = await report('filter', name, '-o', 'never.ndjson')
    expect(stderr).toMatch(message)
    expect([code, stdout, readdirSync(place.folder)]).toEqual([3, '', before])
  })

  test('a file that is not there', async () => {
    expect(await report('summary', 'nowhere.json')).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringContaining('CLI-003'),
    })
  })
})

test.each([
  [['report'], /Give a subcommand/],
  [['report', 'summary'], /Not enough non-option arguments/],
  [['report', 'filter', 'x', '--grade', 'Z'], /Argument: grade/],
  [['report', 'summary', 'x', '--top', '0'], /--top takes a whole number from 1 to 5000\./],
])('%s: a wrong call', async (args, message) => {
  const { code, stderr } = await run(args)
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
})
