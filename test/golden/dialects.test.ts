import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Json, readDocument, validateKi, writeJson } from '../../src/index.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { writeSfmXml } from '../../src/xml.ts'
import { accountProblem, kit, to } from '../laws/kit.ts'

/** `KRITINFO_GOLDEN=write npx vitest run test/golden` writes the files anew; the diff is then for people to read. */
const writing = process.env.KRITINFO_GOLDEN === 'write'
const folder = 'examples/dialects'
const names = readdirSync(folder).filter((name) => !name.includes('.'))

function golden(dialect: string, name: string, text: string): void {
  const file = join(folder, dialect, name)
  if (writing) writeFileSync(file, text)
  expect(existsSync(file), `${file} is missing`).toBe(true)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

function json(value: Json): string {
  return `${writeJson(value, { indent: 2 })}\n`
}

function errorsOf(root: Json): string[] {
  const { issues } = validate(standardValidation(), { root, syntax: 'json', issues: [], position: () => undefined })
  return issues.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`)
}

describe.each(names)('%s', (name) => {
  const isXml = existsSync(join(folder, name, 'input.xml'))
  const input = readDocument(readFileSync(join(folder, name, isXml ? 'input.xml' : 'input.json')))
  const dialect = kit.mappings.dialects.find((one) => one.id === name)
  const form = dialect?.form ?? 'kj'
  const faults = dialect?.faults.map((fault) => fault.code) ?? []

  test('gives the golden plain R4 and its ledger', () => {
    const made = to('r4', input.root)
    expect(accountProblem(input.root, made)).toBeUndefined()
    expect(errorsOf(made.output.root)).toEqual([])
    golden(name, 'r4.json', json(made.output.root))
    const ledger = made.ledger.map((entry) => ({ ...entry }))
    golden(name, 'ledger.json', json({ dialect: made.dialect, leaves: { ...made.leaves }, ledger }))
  })

  test('gives the golden ki document', () => {
    const made = to('ki', input.root)
    expect(validateKi(made.output)).toEqual([])
    golden(name, 'ki.json', json(made.output.root))
  })

  test('is written from the ki document as the golden one', () => {
    const ki = readDocument(readFileSync(join(folder, name, 'ki.json')))
    const { root } = to(form, ki.root, { dialect: name }).output
    if (!isXml) expect(errorsOf(root).filter((one) => !faults.includes(one.split(' ')[0] ?? ''))).toEqual([])
    if (isXml) golden(name, 'back.xml', writeSfmXml(root))
    else golden(name, 'back.json', json(root))
    if (isXml) expect(readDocument(writeSfmXml(root)).root).toEqual(root)
  })
})
