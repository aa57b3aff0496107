import { execFile, spawn } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { penicillin, penicillinText, refuted, run, workplace } from './run.ts'

const place = workplace()

describe('output files', () => {
  test('a file is written whole and nothing stays beside it', async () => {
    mkdirSync(place.path('whole'))
    expect(await run(['convert', penicillin, '--to', 'eps', '-o', place.path('whole/x.json')])).toMatchObject({
      code: 0,
      stdout: '',
    })
    expect(readdirSync(place.path('whole'))).toEqual(['x.json'])
    expect(place.read('whole/x.json')).toMatch(/\}\n$/)
  })

  test('into a folder that is there', async () => {
    mkdirSync(place.path('there'))
    await run(['convert', penicillin, '--to', 'eps', '-o', place.path('there')])
    expect(readdirSync(place.path('there'))).toEqual(['ki.eps.json'])
  })

  test('-o - is standard output', async () => {
    const { stdout } = await run(['convert', penicillin, '--to', 'r4', '-o', '-'], { cwd: place.folder })
    expect(JSON.parse(stdout)).toMatchObject({ resourceType: 'Bundle' })
  })

  test('no input is ever overwritten, whatever name it goes by', async () => {
    const input = place.write('input.json', penicillinText)
    symlinkSync(input, place.path('link.json'))
    linkSync(input, place.path('hard.json'))
    for (const target of ['input.json', 'link.json', 'hard.json', '../input.json'].map((name) =>
      place.path(name.replace('..', 'x/..')),
    )) {
      mkdirSync(place.path('x'), { recursive: true })
      for (const option of ['-o', '--report']) {
        const { code, stderr } = await run(['convert', input, '--to', 'ki', option, target])
        expect([code, stderr]).toEqual([2, expect.stringMatching(/: error CLI-005 [^\n]*\n$/)])
      }
    }
    const patient = await run(['convert', penicillin, '--to', 'eps', '--patient', input, '-o', input])
    expect([patient.code, place.read('input.json')]).toEqual([2, penicillinText])
  })

  test('the report does not overwrite the output', async () => {
    const target = place.path('both.json')
    expect((await run(['convert', penicillin, '--to', 'ki', '-o', target, '--report', target])).code).toBe(2)
  })

  test('nor do the rejects, by a link to where it will be', async () => {
    symlinkSync(place.path('all.ndjson'), place.path('all-link.ndjson'))
    const args = ['-o', place.path('all.ndjson'), '--rejects', place.path('all-link.ndjson')]
    const { code, stderr } = await run(['convert', penicillin, '--to', 'kj', ...args])
    expect([code, stderr]).toEqual([2, expect.stringMatching(/: error CLI-005 [^\n]*\n$/)])
  })

  test('a place that cannot be written to', async () => {
    for (const target of ['no/such/folder/x.json', 'input-is-file/x.json']) {
      place.write('input-is-file', '')
      const { code, stderr } = await run(['convert', penicillin, '--to', 'ki', '-q', '-o', place.path(target)])
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^[^\n]*: error CLI-006 [^\n]*\n$/)])
    }
  })

  test('a folder cannot be made where a file stands', async () => {
    const file = place.write('stands', 'x')
    const { code, problems } = await run(['convert', penicillin, refuted, '--to', 'ki', '-o', file])
    expect([code, place.read('stands')]).toEqual([2, 'x'])
    expect(problems.every((line) => line.includes('error CLI-006'))).toBe(true)
  })

  test.skipIf(process.platform === 'win32')('a device is written to, not replaced', async () => {
    expect((await run(['convert', penicillin, '--to', 'ki', '-o', '/dev/null'])).code).toBe(0)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test.skipIf(process.platform === 'win32')('a link keeps leading where it leads', async () => {
    place.write('target.json', 'old')
    symlinkSync(place.path('target.json'), place.path('to-target.json'))
    await run(['convert', penicillin, '--to', 'ki', '-o', place.path('to-target.json')])
    expect(JSON.parse(readFileSync(place.path('target.json'), 'utf8'))).toEqual(JSON.parse(penicillinText))
  })

  test.skipIf(process.platform === 'win32')(
    'a reader that goes away ends the run in silence, and not as a success',
    async () => {
      const file = place.write('much.ndjson', `${JSON.stringify(JSON.parse(penicillinText))}\n`.repeat(200))
      const line = `("${process.execPath}" dist/cli.js convert "${file}" --to eps --quiet; echo $? >&2) | head -c 1`
      const stderr = await new Promise<string>((done) =>
        execFile('sh', ['-c', line], (_problem, _stdout, text) => done(text)),
      )
      expect(stderr).toBe('141\n')
    },
  )

  test.skipIf(process.platform === 'win32')('messages that nobody hears any more stop no work', async () => {
    const bad = '{"resourceType":"Patient",}'
    const file = place.write('deaf.ndjson', `${`${bad}\n`.repeat(50)}${JSON.stringify(JSON.parse(penicillinText))}\n`)
    const call = `"${process.execPath}" dist/cli.js convert "${file}" --to eps -o "${place.path('heard.ndjson')}"`
    const line = `(${call} 2>&1 >/dev/null; echo $? > "${place.path('deaf.code')}") | true`
    await new Promise((done) => execFile('sh', ['-c', line], done))
    expect(place.read('deaf.code')).toBe('3\n')
    expect(place.read('heard.ndjson')).toMatch(/^\{"resourceType":"Bundle".*\}\n$/)
  })

  test.skipIf(!existsSync('/dev/full'))('standard output on a full disk: one line', async () => {
    const line = `"${process.execPath}" dist/cli.js convert "${penicillin}" --to eps --quiet > /dev/full`
    const ended = await new Promise<[unknown, string]>((done) =>
      execFile('sh', ['-c', line], (problem, _stdout, text) => done([problem?.code, text])),
    )
    expect(ended).toEqual([2, expect.stringMatching(/^kritinfo: error CLI-019 [^\n]* the disk is full[^\n]*\n$/)])
  })

  test.skipIf(process.platform === 'win32')('a full disk: one line, nothing left behind', async () => {
    const file = place.write('full/in.ndjson', `${JSON.stringify(JSON.parse(penicillinText))}\n`.repeat(50))
    const line = `ulimit -f 100; "${process.execPath}" dist/cli.js convert "${file}" --to eps --quiet -o "${place.path('full/out.ndjson')}"`
    const ended = await new Promise<[unknown, string]>((done) =>
      execFile('sh', ['-c', line], (problem, _stdout, text) => done([problem?.code, text])),
    )
    expect(ended).toEqual([2, expect.stringMatching(/^[^\n]*out\.ndjson: error CLI-006 [^\n]*\n$/)])
    expect(readdirSync(place.path('full'))).toEqual(['in.ndjson'])
  })

  test.skipIf(process.platform === 'win32')('an interrupted run leaves nothing behind', async () => {
    const file = place.write('stopped/in.ndjson', `${JSON.stringify(JSON.parse(penicillinText))}\n`.repeat(20_000))
    const args = ['dist/cli.js', 'convert', file, '--to', 'eps', '--quiet', '-o', place.path('stopped/out.ndjson')]
    const child = spawn(process.execPath, args)
    while (readdirSync(place.path('stopped')).length === 1) await new Promise((done) => setTimeout(done, 20))
    child.kill('SIGTERM')
    expect(await new Promise((done) => child.on('close', done))).toBe(143)
    expect(readdirSync(place.path('stopped'))).toEqual(['in.ndjson'])
  })
})
