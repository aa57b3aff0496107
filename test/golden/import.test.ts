import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  convert,
  fhirModel,
  type Form,
  type Json,
  type JsonObject,
  read,
  treeOf,
  validateKi,
  writeJson,
} from '../../src/index.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { accountProblem, kit, now } from '../laws/kit.ts'

/** `KRITINFO_GOLDEN=write npx vitest run test/golden` writes the files anew; the diff is then for people to read. */
const writing = process.env.KRITINFO_GOLDEN === 'write'
const folder = 'examples/portuguese-visitor'
const input = read(readFileSync(join(folder, 'summary.json'), 'utf8'), { model: fhirModel() })

function golden(name: string, value: Json): void {
  const file = join(folder, name)
  const text = `${writeJson(value, { indent: 2 })}\n`
  if (writing) writeFileSync(file, text)
  expect(existsSync(file), `${file} is missing`).toBe(true)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

/** Findings of errors and warnings, but for the advice that resources have narrative. */
function problems(root: Json): string[] {
  const { issues } = validate(standardValidation(), treeOf(root))
  return issues.filter(({ severity, code }) => severity === 'error' && code !== 'INV-002').map(({ code }) => code)
}

describe('a visitor from Portugal', () => {
  test('brings a valid European Patient Summary that this software did not write', () => {
    expect(problems(input.root)).toEqual([])
    expect(writeJson(input.root)).not.toContain('urn:kritinfo')
  })

  test.each<Form>(['ki', 'kj'])('gives the golden %s, ledger and issues', (to) => {
    const made = convert(kit, input, { to, now })
    expect(accountProblem(input.root, made)).toBeUndefined()
    expect(problems(made.output.root)).toEqual([])
    golden(`imported-${to}.json`, made.output.root)
    golden(`ledger-${to}.json`, {
      leaves: { ...made.leaves },
      issues: made.issues.map(({ code, path, params }) => ({ code, path, params: { ...params } })),
      ledger: made.ledger.map((entry) => ({ ...entry })),
    })
  })

  test('becomes a valid ki document that comes back through every form', () => {
    const ki = convert(kit, input, { to: 'ki', now }).output
    expect(validateKi(ki)).toEqual([])
    const taken = (ki.root as { registreringer: JsonObject[] }).registreringer.map(({ type }) => type)
    expect(taken).toEqual([
      'legemiddelreaksjon',
      'annenAllergi',
      'kritiskMedisinskTilstand',
      'intubasjonsproblem',
      'implantat',
      'annenProsedyreendring',
      'pagaendeBehandling',
      'implantat',
    ])
  })

  test.each<Form>(['ki', 'kj'])('goes home from %s unchanged, with the summary as base', (via) => {
    const there = convert(kit, input, { to: via, now }).output
    const patient = (input.root as { entry: { resource: JsonObject }[] }).entry[1]?.resource ?? null
    const back = convert(kit, there, { to: 'eps', from: via, now, base: input.root, patient })
    expect(back.output.root).toEqual(input.root)
  })
})
