import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { run, workplace } from './run.ts'

const place = workplace()
const linesOf = (text: string) => text.split('\n').slice(0, -1)
const generate = (args: string, options = {}) => run(['generate', ...args.split(' ')], options)

describe('kritinfo generate', () => {
  test.each(['ki', 'kj', 'r4', 'eps'])('writes %s documents, one a line, that are found to be valid', async (form) => {
    const { code, stdout, stderr } = await generate(`--count 20 --seed 7 --form ${form}`)
    expect([code, stderr]).toEqual([0, ''])
    expect(linesOf(stdout).length).toBe(20)
    const file = place.write(`valid-${form}.ndjson`, stdout)
    const checked = await run(['validate', file, '-f', 'ndjson'])
    const verdicts = linesOf(checked.stdout).map((line) => (JSON.parse(line) as { valid: boolean }).valid)
    expect([checked.code, verdicts]).toEqual([0, new Array(20).fill(true)])
  })

  test('makes the same again, whole or in parts', async () => {
    const whole = await generate('--count 12 --seed 3 --form kj')
    const again = await generate('--count 12 --seed 3 --form kj')
    const [one, two] = await Promise.all([
      generate('--count 5 --seed 3 --form kj'),
      generate('--count 7 --seed 3 --form kj --from 5'),
    ])
    expect(again.stdout).toBe(whole.stdout)
    expect(one.stdout + two.stdout).toBe(whole.stdout)
    expect((await generate('--count 12 --seed 4 --form kj')).stdout).not.toBe(whole.stdout)
  })

  test('makes the same with several workers', async () => {
    const [one, three] = [place.path('one.ndjson'), place.path('three.ndjson')]
    const args = '--count 450 --seed 6 --form kj --invalid 0.2'
    const alone = await generate(`${args} --expected ${one}`)
    const shared = await generate(`${args} --expected ${three} --jobs 3`)
    expect([shared.code, shared.stderr]).toEqual([0, ''])
    expect(shared.stdout).toBe(alone.stdout)
    expect(place.read('three.ndjson')).toBe(place.read('one.ndjson'))
  })

  test('writes files whole, packed where the name says so', async () => {
    const plain = place.path('made.ndjson')
    const packed = place.path('made.ndjson.gz')
    const runs = [
      await generate(`--count 300 --seed 1 --form ki -o ${plain}`),
      await generate(`--count 300 --seed 1 --form ki -o ${packed}`),
    ]
    for (const { code, stdout, stderr } of runs) expect([code, stdout, stderr]).toEqual([0, '', ''])
    expect(gunzipSync(readFileSync(packed)).toString()).toBe(place.read('made.ndjson'))
    expect((await generate('--count 300 --seed 1 --form ki -o -')).stdout).toBe(place.read('made.ndjson'))
  })

  test('keeps to the kinds that are named', async () => {
    const { stdout } = await generate('--count 40 --seed 1 --form ki --kinds smitte,implantat')
    const kinds = [...stdout.matchAll(/"id":"[^"]+","versjonsnummer":"\d","type":"(\w+)"/g)].map(([, kind]) => kind)
    expect(new Set(kinds)).toEqual(new Set(['smitte', 'implantat']))
  })

  test('tells of every planted error what validate then finds', async () => {
    const expected = place.path('expected.ndjson')
    const { stdout } = await generate(`--count 60 --seed 2 --form kj --invalid 0.5 --expected ${expected}`)
    const file = place.write('some-wrong.ndjson', stdout)
    const checked = await run(['validate', file, '-f', 'ndjson'])
    const found = linesOf(checked.stdout).map(
      (line) => JSON.parse(line) as { issues: { code: string }[]; valid: boolean },
    )
    const wrong = linesOf(place.read('expected.ndjson')).map((line) => JSON.parse(line) as Expectation)
    expect(wrong.length).toBeGreaterThan(15)
    expect(checked.code).toBe(3)
    for (const { line, codes, exit } of wrong) {
      expect(found[line - 1]?.issues.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes]))
      expect(found[line - 1]?.valid).toBe(exit === 0)
    }
    const lines = new Set(wrong.map(({ line }) => line))
    for (const [index, { valid }] of found.entries()) if (!lines.has(index + 1)) expect(valid).toBe(true)
  })

  test('ends when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [
      resolve('dist/cli.js'),
      ...'generate --count 100000000 --seed 1 --form ki'.split(' '),
    ])
    const errors: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = (await once(child, 'close')) as [number]
    expect([code, Buffer.concat(errors).toString()]).toEqual([141, ''])
  })

  test('leaves nothing behind when it is interrupted', async () => {
    const target = place.path('interrupted/out.ndjson')
    place.write('interrupted/other', '')
    const fileNames = () => readdirSync(place.path('interrupted'))
    const child = spawn(process.execPath, [
      resolve('dist/cli.js'),
      ...`generate --count 100000000 --seed 1 --form ki -o ${target}`.split(' '),
    ])
    const ended = once(child, 'close')
    while (fileNames().length < 2) await new Promise((done) => setTimeout(done, 50))
    child.kill('SIGTERM')
    expect(await ended).toEqual([143, null])
    expect(fileNames()).toEqual(['other'])
  })
})

interface Expectation {
  readonly line: number
  readonly defect: string
  readonly codes: readonly string[]
  readonly exit: number
}

describe('a wrong call is one line and exit code 2', () => {
  test.concurrent.each([
    ['', /Missing required arguments: count, seed, form\./],
    ['--count 0 --seed 1 --form ki', /--count takes a whole number from 1 to 100000000\./],
    ['--count -5 --seed 1 --form ki', /--count takes a whole number/],
    ['--count 100000001 --seed 1 --form ki', /--count takes a whole number/],
    ['--count 1.5 --seed 1 --form ki', /--count takes a whole number/],
    ['--count many --seed 1 --form ki', /--count takes a whole number/],
    ['--count 1 --seed one --form ki', /--seed takes a whole number from 0 to 9007199254740991\./],
    ['--count 1 --seed 1 --form xml', /Argument: form, Given: "xml"/],
    ['--count 1 --seed 1 --form ki --from -1', /--from takes a whole number/],
    ['--count 1 --seed 1 --form ki --from 4294967296', /--from takes a whole number from 0 to 4294967295\./],
    ['--count 1 --seed 1 --form ki --invalid 1.5', /--invalid takes a share from 0 to 1\./],
    ['--count 1 --seed 1 --form ki --invalid half', /--invalid takes a share from 0 to 1\./],
    ['--count 1 --seed 1 --form ki --kinds smite', /There is no kind "smite"\. Did you mean smitte\?/],
    ['--count 1 --seed 1 --form ki --kinds xyz', /There is no kind "xyz"\. There are legemiddelreaksjon, annenAllergi/],
    ['--count 1 --seed 1 --form kj --now yesterday', /CLI-004 --now is not a FHIR instant/],
    ['--count 1 --seed 1 --form ki --jobs 0', /--jobs takes a whole number from 1 to 64\./],
    ['--count 1 --seed 1 --form ki --expected -', /--expected takes a file/],
    ['--count 1 --seed 1 --form ki -o /tmp/a --expected /tmp/./a', /--expected and --output cannot go to one file\./],
    ['--count 1 --seed 1 --form ki -o /nowhere/at/all.ndjson', /CLI-006 The file cannot be written/],
  ] as const)('kritinfo generate %s', async (args, text) => {
    const { code, stdout, stderr } = await run(['generate', ...args.split(' ').filter((one) => one !== '')])
    expect(stderr).toMatch(text)
    expect([code, stdout, linesOf(stderr).length]).toEqual([2, '', 1])
  })
})
