import { describe, expect, test } from 'vitest'
import { convert, type Form, type Json, type JsonObject, standardToolkit, treeOf } from '../../src/index.ts'
import { translationOf } from '../../src/terminology/translate.ts'
import { now } from '../laws/kit.ts'

/** Norwegian ICD-10 beside WHO's: the fifth character is Norway's own. */
const kit = standardToolkit()
const tables = [kit.compiled.codes('icd10-who')]
const norwegian = 'urn:oid:2.16.578.1.12.4.1.1.7110'
const who = 'http://hl7.org/fhir/sid/icd-10'

describe('a Norwegian code in the WHO edition', () => {
  test.each([
    ['E27.1', 'E27.1', false],
    ['E271', 'E27.1', false],
    ['E27', 'E27', false],
    ['J45.01', 'J45.0', true],
    ['J4501', 'J45.0', true],
  ])('%s is %s, broader: %s', (code, expected, isBroader) => {
    expect(translationOf({ system: norwegian, code }, tables)).toEqual({
      coding: { system: who, code: expected },
      isBroader,
    })
  })

  test.each(['V01', 'W19', 'X44', 'Y57.9', 'Z88.0', 'U07.1', 'e27.1', 'E2', 'E27.123', ''])('%s has none', (code) => {
    expect(translationOf({ system: norwegian, code }, tables)).toBeUndefined()
  })

  test('a row for one code comes before the rule', () => {
    const [table] = tables
    const row = { left: 'J45.01', right: 'J45.9', relation: 'equivalent' as const }
    const own = { ...table, rows: [{ ...table?.rows[0], ...row }] } as (typeof tables)[number]
    expect(translationOf({ system: norwegian, code: 'J45.01' }, [own])?.coding.code).toBe('J45.9')
  })
})

describe('a diagnosis on its way', () => {
  const document = (kode: string): JsonObject => ({
    format: 'kritisk-informasjon',
    versjon: '1.0',
    pasient: { navn: { etternavn: 'Prøve' }, fodselsdato: '1970-01-01' },
    registreringer: [
      {
        id: 'c1',
        type: 'kritiskMedisinskTilstand',
        status: 'aktiv',
        tilstand: { koder: [{ system: 'ICD-10', kode }] },
      },
    ],
  })
  const run = (root: Json, to: Form) => convert(kit, treeOf(root), { to, now })

  test.each([
    ['J45.01', 'broadened'],
    ['E27.1', 'derived'],
  ])('%s gets a WHO code that the ledger calls %s, and comes home without it', (code, outcome) => {
    const there = run(document(code), 'r4')
    expect(JSON.stringify(there.output.root)).toContain(`{"system":"${who}","code":"${code.slice(0, 5)}"}`)
    const added = there.ledger.filter((one) => one.side === 'output' && one.row === 'condition.codes')
    expect(added.map((one) => one.outcome)).toEqual([outcome])
    for (const to of ['kj', 'r4', 'eps'] as const)
      expect(run(run(document(code), to).output.root, 'ki').output.root).toEqual(document(code))
  })

  test('external causes stay at home', () => {
    expect(JSON.stringify(run(document('X44'), 'eps').output.root)).not.toContain(who)
  })
})
