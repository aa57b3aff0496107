import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { penicillinText, workplace } from './run.ts'
import { WatchedRun } from './watch-run.ts'

const patient = (id: string) => JSON.stringify({ resourceType: 'Patient', id, active: true })
const wrong = JSON.stringify({ resourceType: 'Patient', active: 'yes' })

describe('kritinfo validate --watch', () => {
  test('runs again on what changed and what is new, and on nothing else', async () => {
    const place = workplace()
    for (const name of ['a', 'b']) place.write(`in/${name}.json`, patient(name))
    const run = new WatchedRun(['validate', 'in/**/*.json', '-f', 'ndjson'], place.folder)
    expect((await run.rested()).stdout.split('\n')).toHaveLength(3)

    place.write('in/b.json', wrong)
    const second = await run.rested()
    expect(second.stderr).toBe('──── changed: in/b.json ────\n')
    expect(JSON.parse(second.stdout)).toMatchObject({ input: 'in/b.json', valid: false })

    place.write('in/deep/er/c.json', patient('c'))
    expect(JSON.parse((await run.rested()).stdout)).toMatchObject({ input: 'in/deep/er/c.json', valid: true })

    place.write('in/notes.txt', 'not of the pattern')
    place.write('elsewhere.json', patient('d'))
    place.write('in/node_modules/x.json', patient('e'))
    expect(await run.stirs(1000)).toBe(false)
    expect(await run.interrupt()).toBe(130)
  })

  test('takes what happens at once for one change, and names a few', async () => {
    const place = workplace()
    place.write('in/a.json', patient('a'))
    const run = new WatchedRun(['validate', 'in', '-f', 'ndjson'], place.folder)
    await run.rested()
    for (const name of ['b', 'c', 'd', 'e', 'f']) place.write(`in/${name}.json`, patient(name))
    const { stdout, stderr } = await run.rested()
    expect(stdout.split('\n')).toHaveLength(6)
    expect(stderr).toMatch(/^──── changed: in\/\w\.json, in\/\w\.json, in\/\w\.json and 2 more ────\n$/)
  })

  test('sees a file that an editor replaces, and a folder that comes back', async () => {
    const place = workplace()
    const file = place.write('out/a.json', patient('a'))
    const run = new WatchedRun(['validate', 'out/a.json', '-f', 'ndjson'], place.folder)
    await run.rested()
    place.write('out/a.tmp', wrong)
    renameSync(place.path('out/a.tmp'), file)
    expect(JSON.parse((await run.rested()).stdout)).toMatchObject({ valid: false })

    rmSync(place.path('out'), { recursive: true })
    expect((await run.rested()).stdout).toContain('CLI-003')
    place.write('out/a.json', patient('a'))
    expect(JSON.parse((await run.rested()).stdout)).toMatchObject({ input: 'out/a.json', valid: true })
  })

  test('runs on all when a baseline changes, when a document is gone, and for a report in a file', async () => {
    const place = workplace()
    for (const name of ['a', 'b']) place.write(`in/${name}.json`, wrong)
    place.write('known.json', '{\n"items": [] }')
    const args = ['validate', 'in', '--baseline', 'known.json', '-f', 'ndjson', '-o', 'in/report.ndjson']
    const run = new WatchedRun(args, place.folder)
    await run.rested()
    const inputs = () => [...place.read('in/report.ndjson').matchAll(/"input":"([^"]*)"/g)].map(([, name]) => name)
    expect(inputs()).toEqual(['in/a.json', 'in/b.json'])

    place.write('known.json', '{\n"items":  [] }')
    expect((await run.rested()).stderr).toBe('──── changed: known.json ────\n')
    expect(inputs()).toEqual(['in/a.json', 'in/b.json'])
    place.write('in/a.json', patient('a'))
    await run.rested()
    expect(inputs()).toEqual(['in/a.json', 'in/b.json'])
    rmSync(place.path('in/a.json'))
    expect((await run.rested()).stderr).toBe('──── changed: in/a.json ────\n')
    expect(inputs()).toEqual(['in/b.json'])
    expect(await run.stirs(500)).toBe(false)
  })

  test('reads the config again, tells what is wrong with it, and goes on', async () => {
    const place = workplace()
    place.write('a.json', patient('a'))
    place.write('later/b.json', patient('b'))
    const config = (input: string) =>
      place.write('kritinfo.config.json', JSON.stringify({ validate: { input: [input], format: ['ndjson'] } }))
    config('a.json')
    const run = new WatchedRun(['validate'], place.folder)
    expect((await run.rested()).stdout).toContain('"a.json"')

    place.write('kritinfo.config.json', '{')
    expect((await run.rested()).stderr).toMatch(/\nkritinfo\.config\.json:1:2: error DOC-\d+ /)
    config('later')
    expect((await run.rested()).stdout).toContain('"later/b.json"')
    place.write('later/b.json', wrong)
    expect((await run.rested()).stdout).toContain('"valid":false')
    place.write('a.json', wrong)
    expect(await run.stirs(500)).toBe(false)
  })

  test('waits for files that are not there yet', async () => {
    const place = workplace()
    mkdirSync(place.path('work'))
    const run = new WatchedRun(['validate', 'fsh-generated/resources/*.json', '-f', 'ndjson'], place.path('work'))
    expect((await run.rested()).stderr).toMatch(/^fsh-generated\/resources\/\*\.json: error CLI-002 /)
    place.write('work/fsh-generated/resources/a.json', patient('a'))
    expect((await run.rested()).stdout).toContain('"fsh-generated/resources/a.json"')
  })
})

describe('kritinfo convert --watch', () => {
  test('writes again what changed, to the same place, and does not watch what it writes', async () => {
    const place = workplace()
    for (const name of ['x/a', 'y/b']) place.write(`in/${name}.json`, penicillinText)
    const run = new WatchedRun(['convert', 'in', '--to', 'r4', '-o', 'in/out'], place.folder)
    await run.rested()
    expect(existsSync(place.path('in/out/x/a.r4.json'))).toBe(true)
    rmSync(place.path('in/out'), { recursive: true })

    place.write('in/y/b.json', `${penicillinText} `)
    expect((await run.rested()).stderr).toMatch(/^──── changed: in\/y\/b\.json ────\nin\/y\/b\.json: ki → r4, .*\n$/)
    expect(existsSync(place.path('in/out/y/b.r4.json'))).toBe(true)
    expect(existsSync(place.path('in/out/x/a.r4.json'))).toBe(false)
    expect(await run.stirs(500)).toBe(false)
    expect(await run.interrupt()).toBe(130)
  })

  test('writes a file that takes all anew', async () => {
    const place = workplace()
    for (const name of ['a', 'b']) place.write(`${name}.json`, penicillinText)
    const run = new WatchedRun(['convert', '.', '--to', 'ki', '-o', 'all.ndjson'], place.folder)
    await run.rested()
    expect(place.read('all.ndjson').split('\n')).toHaveLength(3)
    place.write('b.json', `${penicillinText} `)
    await run.rested()
    expect(place.read('all.ndjson').split('\n')).toHaveLength(3)
    expect(await run.stirs(500)).toBe(false)
  })
})

describe('what cannot be watched is a wrong call', () => {
  const place = workplace()
  place.write('a.json', penicillinText)
  test.each<readonly [args: string, text: RegExp]>([
    ['validate -', /--watch waits for changes of files, and standard input has none/],
    ['convert . --to r4 -o .', /--watch cannot tell outputs from inputs in one folder/],
    ['convert a.json', /Missing required argument: to/],
    ['convert a.json --to r4 --jobs 0', /--jobs takes a whole number/],
  ])('%s', async (args, text) => {
    const { code, stderr } = await new WatchedRun(args.split(' '), place.folder).ended()
    expect([code, stderr]).toEqual([2, expect.stringMatching(text)])
  })
})
