import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Trace } from '../../src/trace.ts'
import { penicillin, penicillinText, run, workplace } from './run.ts'

const place = workplace()
const trace = (...args: string[]) => run(['mapping', 'trace', penicillin, ...args])

describe('mapping trace', () => {
  test('an output leaf: the rows of each hop with their places and reasons, and no value', async () => {
    const { code, stdout, stderr } = await trace('--to', 'eps', '--at', 'AllergyIntolerance[0].criticality')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^In the output \(eps\), how it came to be from ki:/)
    expect(stdout).toMatch(/ {2}1 {2}allergy\.criticality {2}\(ki-r4\/allergy\) · left to right/)
    expect(stdout).toContain('from kritiskInformasjon.registreringer[0].alvorlighetsgrad')
    const { pasient } = JSON.parse(penicillinText) as { pasient: { identifikator: { verdi: string } } }
    expect(stdout).not.toContain(pasient.identifikator.verdi)
  })

  test('an input leaf, as JSON; r4 is where it goes if nothing else is said', async () => {
    const { stdout } = await trace('--at', 'kritiskInformasjon.registreringer[0].status', '-f', 'json')
    const { from, to, input } = JSON.parse(stdout) as Trace
    expect([from, to, input[0]?.steps[0]?.row]).toEqual(['ki', 'r4', 'allergy.status'])
  })

  test('from standard input', async () => {
    const args = ['mapping', 'trace', '-', '--at', 'kritiskInformasjon.versjon', '--side', 'input']
    expect((await run(args, { stdin: penicillinText })).stdout).toContain('container.document')
  })

  test.each([
    [['--at', 'Foo.bar'], 'There is nothing at Foo.bar'],
    [['--at', '..'], '--at takes a place as ledgers print it'],
    [[], 'Missing required argument: at'],
  ])('%j is wrong usage', async (args, text) => {
    const { code, stdout, stderr } = await trace(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(text)
  })

  test('a file that cannot be read', async () => {
    expect(await run(['mapping', 'trace', place.path('none'), '--at', 'a.b'])).toMatchObject({ code: 3, stdout: '' })
  })
})

describe('mapping show', () => {
  test('of an element: each row once on a side, however many parts of it the row names', async () => {
    const { stdout } = await run(['mapping', 'show', 'AllergyIntolerance.verificationStatus'])
    expect(stdout.match(/^ki-r4\/allergy +right +allergy\.status +a part of it /gm)).toHaveLength(1)
  })

  test('a row in plain words', async () => {
    const { code, stdout } = await run(['mapping', 'show', 'allergy.criticality'])
    expect(code).toBe(0)
    for (const text of [
      'registrering.alvorlighetsgrad  0..1',
      'codes: required',
      'assumption A-7520-criticality',
      'review',
    ])
      expect(stdout).toContain(text)
    expect(stdout).toMatch(/In the example stories it fired \d+ times: .*peanut-allergy/)
  })

  test.each([
    'AllergyIntolerance.criticality',
    '7497-snomed',
    '7497-snomed#1',
    'A-condition-status',
    'container.narrative',
    'ki-r4/allergy',
  ])('%s', async (name) => {
    const { code, stdout } = await run(['mapping', 'show', name, '-f', 'json'])
    expect([code, typeof (JSON.parse(stdout) as { kind: unknown }).kind]).toEqual([0, 'string'])
    expect((await run(['mapping', 'show', name])).stdout).toContain(name)
  })

  test('a misspelt name', async () => {
    const { code, stderr } = await run(['mapping', 'show', 'allergy.criticalty'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean allergy.criticality?')])
  })
})

describe('mapping coverage', () => {
  test('counts for each side, and what does not cross with its reason', async () => {
    const { code, stdout } = await run(['mapping', 'coverage', '--from', 'kj'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^edge +side +of +mapped +container +carried +dropped +unmapped\n/)
    expect(stdout).toMatch(/^AllergyIntolerance\.asserter +dropped +kj\.allergy\.asserter +not among/m)
    expect(stdout).not.toContain('r4-eps')
  })

  test('--corpus: how often rows fire on documents, which never do, and what cannot be read', async () => {
    place.write('corpus/a.json', penicillinText)
    place.write('corpus/b.json', '{')
    const args = ['mapping', 'coverage', '--corpus', place.path('corpus'), '--now', '2026-01-01T00:00:00Z']
    const { code, stdout, stderr } = await run(args)
    expect(code).toBe(3)
    expect(stderr).toContain('b.json:1:2: error')
    expect(stdout).toMatch(/^1 documents, 3 trips there and back, 0 of them not possible/)
    expect(stdout).toMatch(/^allergy\.criticality +3 +1 +crossed +.*a\.json, ki → eps +the same$/m)
    expect(stdout).toContain('Never: ')
  })

  test('--corpus without documents', async () => {
    const empty = resolve(place.folder, 'nothing-*.json')
    expect(await run(['mapping', 'coverage', '--corpus', empty])).toMatchObject({ code: 5 })
  })
})
