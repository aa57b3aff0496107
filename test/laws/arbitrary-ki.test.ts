import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../src/document/json.ts'
import { treeOf } from '../../src/document/tree.ts'
import { recordTypes } from '../../src/form/ki/schema-errors.ts'
import type { KiDokument } from '../../src/form/ki/types.ts'
import { validateKi } from '../../src/form/ki/validate.ts'
import { kiDocument } from './arbitrary-ki.ts'

const asJson = (document: KiDokument): Json => document as unknown as Json

describe('arbitrary ki documents', () => {
  test.each([{}, { empty: true }])('are valid, all of 2,000 with %o', (options) => {
    const documents = fc.sample(kiDocument(options), { numRuns: 2000, seed: 1 })
    expect(documents.flatMap((document) => validateKi(treeOf(asJson(document))))).toEqual([])
  })

  test('reach every type of record, and every word of the status', () => {
    const records = fc.sample(kiDocument(), { numRuns: 500, seed: 2 }).flatMap((document) => document.registreringer)
    expect(new Set(records.map((record) => record.type))).toEqual(new Set(recordTypes))
    expect(new Set(records.map((record) => record.status))).toEqual(new Set(['aktiv', 'avkreftet', 'slettet']))
    expect(records.filter((record) => record.type === 'implantat' && record.implantat !== undefined)).not.toEqual([])
    expect(records.filter((record) => record.type === 'implantat' && record.tilstand !== undefined)).not.toEqual([])
  })

  test('keep to the types that are asked for', () => {
    const documents = fc.sample(kiDocument({ types: ['smitte', 'implantat'] }), { numRuns: 100, seed: 3 })
    const types = documents.flatMap((document) => document.registreringer.map((record) => record.type))
    expect(new Set(types)).toEqual(new Set(['smitte', 'implantat']))
  })

  test('draw codes from the lists that are given', () => {
    const codes = { ATC: [{ kode: 'J01CE02', visning: 'Fenoksymetylpenicillin' }], '7497': [{ kode: '1' }] }
    const documents = fc.sample(kiDocument({ types: ['legemiddelreaksjon'], codes }), { numRuns: 200, seed: 4 })
    const records = documents.flatMap((document) => document.registreringer)
    const agents = records.flatMap((record) =>
      record.type === 'legemiddelreaksjon' ? (record.agens?.koder ?? []) : [],
    )
    const reactions = records.flatMap((record) =>
      record.type === 'legemiddelreaksjon' ? (record.reaksjoner ?? []) : [],
    )
    expect(new Set(agents.map((code) => code.kode))).toEqual(new Set(['J01CE02']))
    const implied = reactions.filter((code) => code.system === undefined)
    expect(new Set(implied.map((code) => code.kode))).toEqual(new Set(['1', undefined]))
  })

  test('hold synthetic identity numbers with right check digits only', () => {
    for (const { pasient } of fc.sample(kiDocument({ maxRecords: 0 }), { numRuns: 1000, seed: 5 })) {
      const identity = pasient.identifikator
      if (identity === undefined || identity.type === 'annet' || identity.type === 'dufNummer') continue
      const digits = [...identity.verdi].map(Number)
      const remainder = (weights: readonly number[]): number =>
        weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11
      expect(digits).toHaveLength(11)
      expect(remainder([3, 7, 6, 1, 8, 9, 4, 5, 2, 1])).toBe(0)
      expect(remainder([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])).toBe(0)
      expect(Number(identity.verdi.slice(2, 4))).toBeGreaterThan(80)
    }
  })
})
