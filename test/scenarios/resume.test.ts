import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { now, run, workplace } from './run.ts'

const place = workplace()
const cwd = place.folder
const kj = JSON.stringify(JSON.parse(readFileSync('examples/penicillin-anaphylaxis/kj.json', 'utf8')))
const common = ['--to', 'ki', '--no-validate', '--now', now, '-q']

/** A file of lines, some of them bad, that takes long enough to be interrupted. */
beforeAll(() => {
  const lines = Array.from({ length: 3000 }, (_, index) =>
    index % 997 === 5 ? `{"resourceType":"Bundle",${index}` : kj,
  )
  place.write('all.ndjson', `${lines.join('\n')}\n`)
  place.write('some.ndjson', `${lines.slice(0, 1000).join('\n')}\n`)
})

const isUnderWay = (journal: string) => existsSync(place.path(journal)) && /"byte":[1-9]/.test(place.read(journal))

/** Starts a run and kills it as soon as its journal has something to go on from, or later. */
async function interrupted(
  args: readonly string[],
  journal: string,
  signal: NodeJS.Signals,
  later = 0,
): Promise<string> {
  const child = spawn(process.execPath, [resolve('dist/cli.js'), ...args], { cwd })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const ended = new Promise((done) => child.on('close', done))
  while (child.exitCode === null && !isUnderWay(journal)) await setTimeout(10)
  await setTimeout(later)
  child.kill(signal)
  await ended
  return stderr
}

const hidden = () => readdirSync(cwd).filter((name) => name.startsWith('.'))

describe('a run that was killed is continued, and gives what an uninterrupted one gives', () => {
  test.each([
    ['lines', '.ndjson', '1'],
    ['packed lines, by two workers', '.ndjson.gz', '2'],
  ])('%s', async (name, end, jobs) => {
    const names = (run: string) => ['out', 'rejects', 'report'].map((part) => `${run}-${name.length}-${part}${end}`)
    const call = (run: string) => {
      const [out = '', rejects = '', report = ''] = names(run)
      return ['convert', 'all.ndjson', ...common, '-o', out, '--rejects', rejects, '--report', report, '--jobs', jobs]
    }
    expect(await run(call('whole'), { cwd })).toMatchObject({ code: 3 })
    const journal = `.${names('killed')[0]}.kritinfo-journal`
    await interrupted(call('killed'), journal, 'SIGKILL', 100)
    expect(existsSync(place.path(names('killed')[0] as string))).toBe(false)
    await interrupted([...call('killed'), '--resume'], journal, 'SIGKILL', 700)
    const { code, stderr } = await run([...call('killed').filter((one) => one !== '-q'), '--resume'], { cwd })
    expect([code, stderr]).toEqual([3, expect.stringMatching(/CLI-017 --resume: going on after \d+ documents/)])
    for (const [index, file] of names('whole').entries()) {
      const other = names('killed')[index] as string
      expect(readFileSync(place.path(other)).equals(readFileSync(place.path(file))), file).toBe(true)
    }
    const [out = '', rejects = '', report = ''] = names('killed').map((file) => {
      const bytes = readFileSync(place.path(file))
      return (end.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
    })
    expect([out, rejects, report].map((text) => text.trimEnd().split('\n').length)).toEqual([2996, 4, 3001])
    expect(JSON.parse(rejects.split('\n')[0] as string)).toMatchObject({ input: 'all.ndjson:6', exit: 3 })
    expect(hidden()).toEqual([])
  })

  test('a folder, and a JSON report', async () => {
    const call = (to: string) => [
      'convert',
      'some.ndjson',
      ...common,
      '--format',
      'json',
      '-o',
      to,
      '--report',
      `${to}.json`,
    ]
    await run(call('whole'), { cwd })
    await interrupted(call('killed'), '.killed.kritinfo-journal', 'SIGKILL', 300)
    expect((await run([...call('killed'), '--resume'], { cwd })).code).toBe(3)
    expect(place.read('killed.json')).toBe(place.read('whole.json'))
    const names = readdirSync(place.path('whole')).sort()
    expect([names.length, readdirSync(place.path('killed')).sort()]).toEqual([999, names])
    for (const name of names.slice(0, 50)) expect(place.read(`killed/${name}`)).toBe(place.read(`whole/${name}`))
    expect(hidden()).toEqual([])
  })
})

describe('--resume', () => {
  const call = ['convert', 'all.ndjson', ...common, '-o', 'again.ndjson']
  const journal = '.again.ndjson.kritinfo-journal'

  test('Ctrl-C says how to go on, and leaves nothing with the name of the output', async () => {
    expect(await interrupted(call, journal, 'SIGINT')).toMatch(
      /CLI-018 The run was interrupted\. \d+ documents are done/,
    )
    expect(existsSync(place.path('again.ndjson'))).toBe(false)
  })

  test('of a run that was called otherwise is refused, and what is there stays', async () => {
    const { code, stderr } = await run([...call, '--resume', '--from', 'kj'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^kritinfo: error CLI-014 [^\n]*\n$/)])
    expect(hidden().sort()).toEqual([journal, '.again.ndjson.kritinfo-part'].sort())
  })

  test('so is a call that names one file more', async () => {
    const { code, stderr } = await run([...call, '--resume', '--report', 'more.ndjson'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^kritinfo: error CLI-014 [^\n]*\n$/)])
    expect(hidden().sort()).toEqual([journal, '.again.ndjson.kritinfo-part'].sort())
  })

  test('while a run is at it, another is refused', async () => {
    const child = spawn(process.execPath, [resolve('dist/cli.js'), ...call, '--resume'], { cwd })
    const ended = new Promise((done) => child.on('close', done))
    while (!place.read(journal).includes(`"process":${child.pid}`)) await setTimeout(10)
    for (const args of [call, [...call, '--resume']]) {
      const { code, stderr } = await run(args, { cwd })
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^kritinfo: error CLI-015 [^\n]*\n$/)])
    }
    child.kill('SIGKILL')
    await ended
  })

  test('begins anew, and says so, where there is nothing to continue', async () => {
    place.write(journal, '{"fingerprint":')
    const args = [...call.filter((one) => one !== '-q'), '--resume']
    const { code, stderr } = await run(args, { cwd })
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^kritinfo: information CLI-016 /)])
    expect(place.read('again.ndjson').trimEnd().split('\n').length).toBe(2996)
    expect(hidden()).toEqual([])
  })

  test('without it an interrupted run is begun anew', async () => {
    rmSync(place.path('again.ndjson'))
    await interrupted(call, journal, 'SIGKILL')
    expect((await run(call, { cwd })).code).toBe(3)
    expect(place.read('again.ndjson').trimEnd().split('\n').length).toBe(2996)
    expect(hidden()).toEqual([])
  })

  test.each([
    [['convert', 'all.ndjson', '--to', 'ki', '--resume'], '--resume continues what is written to a file or folder'],
    [['convert', '-', '--to', 'ki', '-o', 'x.ndjson', '--resume'], '--resume cannot read standard input again'],
  ])('%j', async (args, words) => {
    const { code, stderr } = await run(args, { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(`error CLI-001 ${words}`)])
  })
})
