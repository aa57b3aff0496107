import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gunzipSync, gzipSync } from 'node:zlib'
import { now, penicillin, penicillinText, run, workplace } from './run.ts'

const place = workplace()
const cwd = place.folder
const line = JSON.stringify(JSON.parse(penicillinText))
const lines = (count: number) => `${line}\n`.repeat(count)
const linesOf = (text: string) => text.trimEnd().split('\n')

describe('packed files', () => {
  test('are read and written by their names, whole or in lines', async () => {
    place.write('a.ndjson.gz', gzipSync(lines(3)))
    place.write('a.ndjson', lines(3))
    const packed = await run(['convert', 'a.ndjson.gz', '--to', 'kj', '--now', now, '-o', 'b.ndjson.gz'], { cwd })
    const plain = await run(['convert', 'a.ndjson', '--to', 'kj', '--now', now], { cwd })
    expect([packed.code, packed.stdout]).toEqual([0, ''])
    expect(gunzipSync(readFileSync(place.path('b.ndjson.gz'))).toString()).toBe(plain.stdout)
    place.write('one.json.gz', gzipSync(penicillinText))
    expect((await run(['convert', 'one.json.gz', '--to', 'eps', '--now', now, '-o', 'c.json.gz'], { cwd })).code).toBe(
      0,
    )
    const alone = await run(['convert', penicillin, '--to', 'eps', '--now', now])
    expect(gunzipSync(readFileSync(place.path('c.json.gz'))).toString()).toBe(alone.stdout)
  })

  test('of several members are read whole', async () => {
    place.write('members.ndjson.gz', Buffer.concat([gzipSync(lines(2)), gzipSync(lines(1))]))
    expect(linesOf((await run(['convert', 'members.ndjson.gz', '--to', 'ki'], { cwd })).stdout).length).toBe(3)
  })

  test('that are cut short or no gzip: what came before is converted, and one line says where it ended', async () => {
    const whole = gzipSync(
      Array.from({ length: 400 }, (_, index) => line.replace('"1.0"', `"1.0","x${index}":"${Math.sin(index)}"`)).join(
        '\n',
      ),
    )
    place.write('cut.ndjson.gz', whole.subarray(0, whole.length - 20))
    const cut = await run(['convert', 'cut.ndjson.gz', '--to', 'ki', '-q'], { cwd })
    expect([cut.code, cut.problems.at(-1)]).toEqual([
      3,
      expect.stringMatching(/^cut\.ndjson\.gz:\d+:1: error CLI-013 /),
    ])
    for (const name of ['no.ndjson.gz', 'no.json.gz']) {
      place.write(name, 'not packed')
      const { code, stdout, problems } = await run(['convert', name, '--to', 'ki', '-q'], { cwd })
      expect([code, stdout, problems]).toEqual([
        3,
        '',
        [expect.stringMatching(/^no\.(nd)?json\.gz:1:1: error CLI-013 /)],
      ])
    }
  })

  test('a bomb is given up before it has grown', async () => {
    place.write('bomb.json.gz', gzipSync(Buffer.alloc(200_000_000, ' ')))
    place.write(
      'bomb.ndjson.gz',
      gzipSync(Buffer.concat([Buffer.from(lines(1)), Buffer.alloc(200_000_000, 'x'), Buffer.from(`\n${lines(1)}`)])),
    )
    const one = await run(['convert', 'bomb.json.gz', '--to', 'ki'], { cwd })
    expect([one.code, one.problems]).toEqual([3, [expect.stringMatching(/^bomb\.json\.gz:1:1: error DOC-007 /)]])
    const many = await run(['convert', 'bomb.ndjson.gz', '--to', 'ki'], { cwd })
    expect([many.code, linesOf(many.stdout).length]).toEqual([3, 2])
    expect(many.problems).toEqual([expect.stringMatching(/^bomb\.ndjson\.gz:2:1: error DOC-007 /)])
  })
})

describe('--rejects', () => {
  const bad = `${lines(1)}{"a":\n${line.replace('"aktiv"', '"Zebra"')}\n${lines(1)}`

  test('holds each document of which nothing was written, as it was, with its errors; errors hold no value', async () => {
    place.write('bad.ndjson', bad)
    const args = [
      'convert',
      'bad.ndjson',
      '--to',
      'eps',
      '-o',
      'good.ndjson',
      '--rejects',
      'rejects.ndjson',
      '--now',
      now,
    ]
    const { code } = await run(args, { cwd })
    const rejects = linesOf(place.read('rejects.ndjson')).map((one) => JSON.parse(one))
    expect([code, linesOf(place.read('good.ndjson')).length]).toEqual([3, 2])
    expect(rejects).toEqual([
      {
        input: 'bad.ndjson:2',
        exit: 3,
        issues: [
          expect.objectContaining({ code: expect.stringMatching(/^DOC-/), line: 2, message: expect.any(String) }),
        ],
        text: '{"a":',
      },
      { input: 'bad.ndjson:3', exit: 3, issues: expect.any(Array), text: bad.split('\n')[2] },
    ])
    expect(rejects[1].issues.length).toBeGreaterThan(0)
    expect(JSON.stringify(rejects.map(({ issues }) => issues))).not.toContain('Zebra')
  })

  test('mended, they can be tried again', async () => {
    const texts = linesOf(place.read('rejects.ndjson')).map((one) => JSON.parse(one).text as string)
    writeFileSync(place.path('again.ndjson'), `${texts[1]?.replace('Zebra', 'aktiv')}\n`)
    expect(
      (await run(['convert', 'again.ndjson', '--to', 'eps', '-o', 'mended.ndjson', '--now', now], { cwd })).code,
    ).toBe(0)
    expect(linesOf(place.read('mended.ndjson'))[0]).toBe(linesOf(place.read('good.ndjson'))[0])
  })

  test('what is no UTF-8 is there in base64, what cannot be read has no content; without rejects the file is empty', async () => {
    place.write('bytes.ndjson', Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]))
    const args = [
      'convert',
      'bytes.ndjson',
      'nowhere.json',
      '--to',
      'eps',
      '-o',
      'none.ndjson',
      '--rejects',
      'bytes.gz',
    ]
    expect((await run(args, { cwd })).code).toBe(3)
    const text = gunzipSync(readFileSync(place.path('bytes.gz'))).toString()
    const [first, second] = linesOf(text).map((one) => JSON.parse(one))
    expect(Buffer.from(first.bytes, 'base64')).toEqual(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))
    expect([first.text, second]).toEqual([undefined, expect.objectContaining({ input: 'nowhere.json', exit: 3 })])
    expect(Object.keys(second)).toEqual(['input', 'exit', 'issues'])
    await run(['convert', penicillin, '--to', 'eps', '-o', 'x.ndjson', '--rejects', 'empty.ndjson'], { cwd })
    expect(place.read('empty.ndjson')).toBe('')
  })
})

describe('reports in lines', () => {
  test('have the tool first, and the items of the JSON report', async () => {
    place.write('two.ndjson', `${lines(1)}{\n`)
    const args = ['convert', 'two.ndjson', penicillin, '--to', 'eps', '-o', 'two.out.ndjson', '--now', now, '--report']
    await run([...args, 'report.json'], { cwd })
    await run([...args, 'report.ndjson'], { cwd })
    const [head, ...items] = linesOf(place.read('report.ndjson')).map((one) => JSON.parse(one))
    expect({ ...head, items }).toEqual(JSON.parse(place.read('report.json')))
    expect(items.map(({ input, written }) => [input, written])).toEqual([
      ['two.ndjson:1', true],
      ['two.ndjson:2', false],
      [penicillin, true],
    ])
  })
})

describe('--envelope', () => {
  test('says of each line of standard output what it is, in the order of the documents', async () => {
    const stdin = `{\n${lines(2)}`
    const { code, stdout } = await run(['convert', '-', '--to', 'kj', '--envelope', '--now', now], { stdin })
    const all = linesOf(stdout).map((one) => JSON.parse(one))
    const kinds = all.map((one) => Object.keys(one).join())
    const record = ['output', 'output', 'report']
    expect([code, kinds]).toEqual([3, ['reject', 'report', ...record, ...record]])
    const plain = await run(['convert', '-', '--to', 'kj', '--format', 'ndjson', '--now', now], { stdin: lines(2) })
    expect(all.flatMap(({ output }) => (output === undefined ? [] : JSON.stringify(output)))).toEqual(
      linesOf(plain.stdout),
    )
    expect(all.flatMap(({ report }) => report?.input ?? [])).toEqual(['<stdin>:1', '<stdin>:2', '<stdin>:3'])
  })

  test('nothing in, nothing out', async () => {
    expect(await run(['convert', '-', '--to', 'kj', '--envelope', '-q'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })

  test.each([
    ['-o', 'x'],
    ['--report', 'x'],
    ['--rejects', 'x'],
    ['--format', 'json'],
  ])('does not go with %s', async (...option) => {
    const { code, stderr } = await run(['convert', '-', '--to', 'kj', '--envelope', ...option], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^kritinfo: error CLI-001 --envelope [^\n]*\n$/)])
  })
})

describe('very many documents', () => {
  test('five messages of a code, then numbers', async () => {
    place.write('many.ndjson', `{\n`.repeat(20) + lines(3))
    const { code, stderr, stdout } = await run(['convert', 'many.ndjson', '--to', 'ki'], { cwd })
    expect([code, linesOf(stdout).length]).toEqual([3, 3])
    const told = linesOf(stderr)
    expect(told.slice(0, 5).every((one) => /^many\.ndjson:[1-5]:\d+: error DOC-/.test(one))).toBe(true)
    expect(told.slice(5)).toEqual([
      expect.stringMatching(/^kritinfo: further DOC-\d+ are counted at the end/),
      'kritinfo: 23 documents: 3 written, 20 could not be read or converted',
      expect.stringMatching(/^kritinfo: 138 leaves: 138 claimed, 0 in the ledger$/),
      expect.stringMatching(/^kritinfo: error DOC-\d+: 20 in 20 documents, first many\.ndjson:1$/),
    ])
  })

  test('-q promises no numbers', async () => {
    place.write('quiet.ndjson', `{\n`.repeat(8))
    const { stderr } = await run(['convert', 'quiet.ndjson', '--to', 'ki', '-q'], { cwd })
    expect(linesOf(stderr)[5]).toMatch(/^kritinfo: further DOC-010 are not told, and listed by --report$/)
    expect(linesOf(stderr)).toHaveLength(6)
  })

  test('a message speaks of lines of the file', async () => {
    place.write('cut.ndjson', `${lines(1)}{"a":[`)
    for (const args of [['convert', '--to', 'ki'], ['validate'], ['show'], ['roundtrip', '--via', 'eps']]) {
      const { stderr, stdout } = await run([...args, 'cut.ndjson'], { cwd })
      expect(stdout + stderr).toMatch(/^cut\.ndjson:2:7: error DOC-010 .* begins at line 2, column 6 /m)
    }
  })

  test('more than a hundred files go to a folder, over workers, as one by one', async () => {
    mkdirSync(place.path('files'))
    for (let index = 0; index < 120; index++) place.write(`files/${index}.json`, penicillinText)
    const args = ['convert', 'files', '--to', 'eps', '--now', now, '-q']
    expect((await run([...args, '-o', 'apart'], { cwd })).code).toBe(0)
    expect((await run([...args, '-o', 'together', '--jobs', '2'], { cwd })).code).toBe(0)
    const names = readdirSync(place.path('apart')).sort()
    expect([names.length, readdirSync(place.path('together')).sort()]).toEqual([120, names])
    expect(place.read('together/7.eps.json')).toBe(place.read('apart/7.eps.json'))
  })

  test('lines under any name, if --format says ndjson', async () => {
    place.write('lines.json', lines(3))
    const { code, stdout } = await run(['convert', 'lines.json', '--to', 'ki', '--format', 'ndjson'], { cwd })
    expect([code, linesOf(stdout).length]).toEqual([0, 3])
  })

  test('from a pipe, and to what is no file', () => {
    place.write('three-more.ndjson', lines(3))
    const program = `${process.execPath} ${resolve('dist/cli.js')} convert --to ki --format ndjson -q`
    const script = `mkfifo pipe; cat three-more.ndjson > pipe & ${program} pipe -o /dev/stdout | wc -l`
    const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' })
    expect([stdout.trim(), stderr]).toEqual(['3', ''])
  })

  test('an empty file of lines is no document, and no success', async () => {
    place.write('empty-lines.ndjson', '')
    const { code, problems } = await run(['convert', 'empty-lines.ndjson', '--to', 'ki'], { cwd })
    expect([code, problems]).toEqual([3, [expect.stringMatching(/^empty-lines\.ndjson:1:1: error DOC-002 /)]])
  })

  test('a folder takes documents apart, and NDJSON is refused there', async () => {
    place.write('three.ndjson', lines(3))
    expect((await run(['convert', 'three.ndjson', '--to', 'ki', '-o', 'three/'], { cwd })).code).toBe(0)
    expect(readdirSync(place.path('three')).sort()).toEqual(['three.1.ki.json', 'three.2.ki.json', 'three.3.ki.json'])
    const args = ['convert', 'three.ndjson', '--to', 'ki', '-o', 'three', '--format', 'ndjson']
    expect(await run(args, { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('NDJSON goes to one file'),
    })
  })
})

test('a line break or an escape in the name of a file breaks no line', async () => {
  place.write('odd/new\nline\u001b[31m.json', penicillinText)
  const name = 'odd/new line [31m.json'
  const { stderr } = await run(['convert', 'odd', '--to', 'ki', '-o', 'odd-out/'], { cwd })
  expect(stderr).toMatch(/^odd\/new line \[31m\.json: ki → ki, [^\n]*\n$/)
  const { stdout } = await run(['roundtrip', 'odd', '--via', 'eps', '--now', now], { cwd })
  expect(linesOf(stdout)[0]).toContain(`${name}: identical`)
})

test('a worker whose memory runs out: one line', async () => {
  const record = JSON.parse(penicillinText)
  const [first] = record.registreringer
  record.registreringer = Array.from({ length: 20_000 }, (_, index) => ({ ...first, id: `x${index}` }))
  place.write('large.ndjson', `${JSON.stringify(record)}\n`)
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=70' }
  const args = ['convert', 'large.ndjson', '--to', 'eps', '-q', '-o', 'large.out.ndjson', '--jobs', '2']
  const { code, stderr } = await run(args, { cwd, env })
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^kritinfo: error CLI-022 [^\n]*\n$/)])
  expect(readdirSync(cwd).filter((name) => name.includes('large.out'))).toEqual([])
})

test('validate over workers reports the same', async () => {
  place.write('check.ndjson', `${lines(40)}{\n${lines(40)}`)
  for (const format of ['text', 'sarif', 'json']) {
    const alone = await run(['validate', 'check.ndjson', '-f', format], { cwd })
    expect(await run(['validate', 'check.ndjson', '-f', format, '--jobs', '2'], { cwd })).toEqual(alone)
    expect(alone.code).toBe(3)
  }
})

test('roundtrip over workers tells the same', async () => {
  place.write('trips.ndjson', `${lines(30)}{\n`)
  const args = ['roundtrip', 'trips.ndjson', '--via', 'eps', '--now', now, '--report']
  const { stderr: _, ...alone } = await run([...args, 'alone.ndjson'], { cwd })
  expect(await run([...args, 'together.ndjson', '--jobs', '2'], { cwd })).toMatchObject(alone)
  expect([alone.code, place.read('together.ndjson')]).toEqual([3, place.read('alone.ndjson')])
})
