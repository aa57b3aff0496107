import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { now, run, workplace } from './run.ts'

const place = workplace()
const cwd = place.folder
const kj = JSON.stringify(JSON.parse(readFileSync('examples/penicillin-anaphylaxis/kj.json', 'utf8')))
const common = ['--to', 'ki', '--no-validate', '--now', now, '-q']
const call = ['convert', 'all.ndjson', ...common, '-o', 'out.ndjson', '--rejects', 'rejects.ndjson']
const journal = '.out.ndjson.kritinfo-journal'
const part = '.out.ndjson.kritinfo-part'
const names = () => readdirSync(cwd).sort()
let whole = ''

beforeAll(async () => {
  place.write('all.ndjson', `${kj}\n`.repeat(3000))
  await run(call, { cwd })
  whole = place.read('out.ndjson')
})

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [resolve('dist/cli.js'), ...args], { cwd })
  return { child, ended: new Promise<number | null>((done) => child.on('close', done)) }
}

/** Leaves what a run leaves that was killed when it had something to go on from. */
async function killed(args: readonly string[], file: string): Promise<void> {
  const { child, ended } = start(args)
  while (child.exitCode === null && !/"byte":[1-9]/.test(existsSync(place.path(file)) ? place.read(file) : ''))
    await setTimeout(10)
  child.kill('SIGKILL')
  await ended
}

describe('what a run was to go on from is not as it was: it begins anew', () => {
  test.each<[string, () => void]>([
    ['a number in the journal', () => place.write(journal, place.read(journal).replace(/"byte":\d+/, '"byte":1'))],
    ['a journal of other data', () => place.write(journal, '{"isComplete":true,"__proto__":{}}')],
    ['a journal cut short', () => truncateSync(place.path(journal), 100)],
    ['a part that is shorter', () => truncateSync(place.path(part), 10)],
    ['a part that is gone', () => rmSync(place.path(part))],
  ])('%s', async (_, damage) => {
    rmSync(place.path('out.ndjson'), { force: true })
    await killed(call, journal)
    damage()
    const args = [...call.filter((one) => one !== '-q'), '--resume']
    const { code, stderr } = await run(args, { cwd })
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^kritinfo: information CLI-016 /)])
    expect(place.read('out.ndjson') === whole).toBe(true)
    expect(names()).toEqual(['all.ndjson', 'out.ndjson', 'rejects.ndjson'])
  })
})

test('a document that was half written is not left in its folder', async () => {
  const folder = ['convert', 'all.ndjson', ...common, '--format', 'json', '-o', 'folder/']
  await killed(folder, '.folder.kritinfo-journal')
  for (let line = 1; line <= 3000; line++) place.write(`folder/.all.${line}.ki.json.kritinfo-part`, 'half')
  expect((await run([...folder, '--resume'], { cwd })).code).toBe(0)
  const left = readdirSync(place.path('folder')).filter((name) => name.startsWith('.'))
  // What stood there before the run came to it was complete, and is not written again.
  expect(left.length).toBeLessThan(3000)
  expect(left).not.toContain('.all.3000.ki.json.kritinfo-part')
  rmSync(place.path('folder'), { recursive: true })
})

describe('two runs at once', () => {
  test('from their first moment the second is refused', async () => {
    const { child, ended } = start(call)
    while (!existsSync(place.path(journal))) await setTimeout(1)
    const { code, stderr } = await run(call, { cwd })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^kritinfo: error CLI-015 [^\n]*\n$/)])
    child.kill('SIGINT')
    expect(await ended).toBe(130)
  })

  test('fed by pipes, the first gives up, and the file is what the second made', async () => {
    rmSync(place.path('out.ndjson'), { force: true })
    const piped = ['convert', '-', ...common, '--format', 'ndjson', '-o', 'out.ndjson']
    const { child, ended } = start(piped)
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.stdin.write(`${kj}\n${kj}\n${kj}\n`)
    while (!existsSync(place.path(part)) || place.read(part) === '') await setTimeout(10)
    expect((await run(piped, { cwd, stdin: `${kj}\n` })).code).toBe(0)
    child.stdin.end(`${kj}\n`)
    expect([await ended, stderr]).toEqual([2, expect.stringMatching(/^out\.ndjson: error CLI-020 [^\n]*\n$/)])
    expect(place.read('out.ndjson').trimEnd().split('\n').length).toBe(1)
  })
})

test('a run that is stopped before it has something to go on from leaves nothing', async () => {
  rmSync(place.path('out.ndjson'), { force: true })
  for (const name of names().filter((one) => one.startsWith('.'))) rmSync(place.path(name))
  const { child, ended } = start(call)
  while (!existsSync(place.path(journal))) await setTimeout(1)
  child.kill('SIGTERM')
  expect(await ended).toBe(143)
  expect(names()).toEqual(['all.ndjson', 'rejects.ndjson'])
})

test('what a killed process with the same number left is no obstacle', async () => {
  writeFileSync(place.path('one.json'), kj)
  mkdirSync(place.path('one'), { recursive: true })
  const script = `: > one/.o.json.$$.tmp; exec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"`
  const args = ['-c', script, 'sh', 'convert', 'one.json', ...common, '-o', 'one/o.json']
  const child = spawn('sh', args, { cwd })
  expect(await new Promise((done) => child.on('close', done))).toBe(0)
  expect(readdirSync(place.path('one'))).toEqual(['o.json'])
})
