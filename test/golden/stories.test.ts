import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonical, convert, fhirModel, type Form, type Json, read, validateKi, writeJson } from '../../src/index.ts'
import { accountProblem, kit, now, without } from '../laws/kit.ts'
import { stories } from '../stories.ts'

/** `KRITINFO_GOLDEN=write npx vitest run test/golden` writes the files anew; the diff is then for people to read. */
const writing = process.env.KRITINFO_GOLDEN === 'write'
const folder = 'examples'

function document(text: string) {
  return read(text, { model: fhirModel() })
}

function golden(story: string, name: string, value: Json): void {
  const file = join(folder, story, name)
  const text = `${writeJson(value, { indent: 2 })}\n`
  if (writing) writeFileSync(file, text)
  expect(existsSync(file), `${file} is missing`).toBe(true)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe.each(stories)('%s', (story) => {
  const input = document(readFileSync(join(folder, story, 'ki.json'), 'utf8'))

  test('is a valid document of the ki form', () => {
    expect(validateKi(input)).toEqual([])
  })

  test.each<Form>(['kj', 'r4', 'eps'])('gives the golden %s', (to) => {
    const there = convert(kit, input, { to, now })
    expect(accountProblem(input.root, there)).toBeUndefined()
    golden(story, `${to}.json`, there.output.root)
    if (to === 'eps')
      golden(story, 'ledger.json', { leaves: { ...there.leaves }, ledger: there.ledger.map((entry) => ({ ...entry })) })
  })

  test.each<Form>(['kj', 'r4', 'eps'])('comes back from the golden %s, all but what may not leave', (from) => {
    const there = convert(kit, input, { to: from, now })
    const golden = document(readFileSync(join(folder, story, `${from}.json`), 'utf8'))
    const back = convert(kit, golden, { to: 'ki', from, now })
    expect(canonical(back.output.root)).toEqual(canonical(without(input.root, there)))
    const outcomes = there.ledger.filter((entry) => entry.side !== 'output' && !entry.recoverable)
    expect(outcomes.filter(({ outcome }) => outcome !== 'withheld')).toEqual([])
  })

  test.each<Form>(['kj', 'r4', 'eps'])('comes back from the golden %s unchanged with itself as base', (from) => {
    const golden = document(readFileSync(join(folder, story, `${from}.json`), 'utf8'))
    const back = convert(kit, golden, { to: 'ki', from, now, base: input.root })
    expect(canonical(back.output.root)).toEqual(canonical(input.root))
  })
})
