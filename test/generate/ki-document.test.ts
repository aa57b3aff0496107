import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { realIdentityNumbers } from '../../src/cli/synthetic.ts'
import * as codes from '../../src/generate/codes.ts'
import { kiDocument, kindNames, mixtureOf } from '../../src/generate/ki-document.ts'
import { roles } from '../../src/generate/words.ts'
import {
  type Json,
  type KiDokument,
  type Registrering,
  type Registreringstype,
  standardToolkit,
  treeOf,
  validateKi,
} from '../../src/index.ts'
import { isDNumber, nationalNumberProblem } from '../../src/rule/norwegian/number.ts'
import { recordTypes } from '../../src/form/ki/schema-errors.ts'

const all = mixtureOf(undefined)
const asJson = (document: KiDokument) => JSON.parse(JSON.stringify(document)) as Json
const made = (count: number, seed = 1) => Array.from({ length: count }, (_, index) => kiDocument(seed, index, all))
const recordsOf = (documents: readonly KiDokument[]) => documents.flatMap(({ registreringer }) => registreringer)

describe('generated documents', () => {
  test('are valid for any seed and number, and hold synthetic identity numbers only', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(2 ** 32 - 1), (seed, index) => {
        const document = asJson(kiDocument(seed, index, all))
        expect(validateKi(treeOf(document))).toEqual([])
        expect(realIdentityNumbers(document)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('are the same for the same seed and number, and another otherwise', () => {
    const text = (seed: number, index: number) => JSON.stringify(kiDocument(seed, index, all))
    expect(text(5, 17)).toBe(text(5, 17))
    expect(new Set([text(5, 17), text(5, 18), text(6, 17), text(5 + 2 ** 32, 17)]).size).toBe(4)
  })

  test('reach every kind and state, and all that is told in different ways', () => {
    const records = recordsOf(made(4000))
    const has = (predicate: (record: Registrering) => boolean) => records.filter(predicate).length
    expect(new Set(records.map(({ type }) => type))).toEqual(new Set(recordTypes))
    for (const type of recordTypes)
      for (const status of ['aktiv', 'avkreftet', 'slettet'])
        expect(
          has((one) => one.type === type && one.status === status),
          `${type} ${status}`,
        ).toBeGreaterThan(0)
    const text = JSON.stringify(records)
    for (const word of ['ukjent', 'ikkeOppgitt', 'mistenkt', 'sannsynlig', 'bekreftet', '"alder"', '"mo"', 'SNOMED CT'])
      expect(text).toContain(word)
    for (const word of ['ICD-10', 'ATC', 'FEST-Virkestoff', '"hjelpestoff":true', '"valgt":true', '"dato":"2'])
      expect(text).toContain(word)
    expect(text).toMatch(/"dato":"\d{4}"/)
    expect(text).toMatch(/"dato":"\d{4}-\d{2}"/)
  })

  test('have one record each as a rule, most of them drug reactions', () => {
    const documents = made(4000)
    const single = documents.filter(({ registreringer }) => registreringer.length === 1)
    expect(single.length).toBeGreaterThan(3400)
    expect(Math.max(...documents.map(({ registreringer }) => registreringer.length))).toBe(8)
    const records = recordsOf(documents)
    const drugs = records.filter(({ type }) => type === 'legemiddelreaksjon')
    expect(drugs.length / records.length).toBeCloseTo(0.52, 1)
  })

  test('keep to the kinds that are asked for', () => {
    const wanted: Registreringstype[] = ['smitte', 'implantat']
    const documents = Array.from({ length: 200 }, (_, index) => kiDocument(1, index, mixtureOf(wanted)))
    expect(new Set(recordsOf(documents).map(({ type }) => type))).toEqual(new Set(wanted))
    expect(new Set(kindNames)).toEqual(new Set(recordTypes))
  })

  test('have one active limit of treatment at most', () => {
    const limits: Registreringstype[] = ['behandlingsavklaring', 'avgrensningAvLivsforlengendeBehandling']
    for (let index = 0; index < 500; index++) {
      const { registreringer } = kiDocument(1, index, mixtureOf(limits))
      expect(registreringer.filter(({ status }) => status === 'aktiv').length).toBeLessThan(2)
    }
  })
})

describe('people', () => {
  const patients = made(20_000).map(({ pasient }) => pasient)

  test('have numbers with right check digits, of their day of birth and gender, hardly ever one twice', () => {
    const numbers = patients.map(({ identifikator }) => identifikator?.verdi ?? '')
    for (const [place, number] of numbers.entries()) {
      const { identifikator, fodselsdato = '', kjonn } = patients[place] ?? {}
      expect(nationalNumberProblem(number)).toBeUndefined()
      expect(isDNumber(number)).toBe(identifikator?.type === 'dNummer')
      expect(Number(number.slice(2, 4))).toBe(Number(fodselsdato.slice(5, 7)) + 80)
      expect(number.slice(4, 6)).toBe(fodselsdato.slice(2, 4))
      if (kjonn !== undefined) expect(Number(number[8]) % 2 === 0).toBe(kjonn === 'kvinne')
    }
    expect(new Set(numbers).size).toBeGreaterThan(19_990)
  })

  test('are told of after their birth, and not after the last day', () => {
    for (const { pasient, registreringer } of made(2000)) {
      const { fodselsdato = '' } = pasient
      for (const record of registreringer) {
        const time = record.registrert?.tidspunkt ?? ''
        expect(time.slice(0, 10) > fodselsdato && time < '2026').toBe(true)
        expect((record.endret?.tidspunkt ?? time).slice(0, 10) >= time.slice(0, 10)).toBe(true)
        const event = 'hendelse' in record && record.hendelse !== undefined && 'dato' in record.hendelse
        if (event) {
          const { dato } = record.hendelse as { dato: string }
          expect(dato.slice(0, 10) >= fodselsdato.slice(0, Math.min(10, dato.length))).toBe(true)
          expect(dato.slice(0, 10) <= time.slice(0, Math.min(10, dato.length))).toBe(true)
        }
      }
    }
  })
})

describe('codes', () => {
  const table = (id: string) =>
    new Map(
      standardToolkit()
        .compiled.codes(id)
        .rows.map((row) => [row.left, row.leftDisplay] as const),
    )

  test.each([
    ['7514-snomed', codes.allergens],
    ['7497-snomed', codes.reactions],
    ['7498', codes.sources],
    ['9060', roles.map(([[kode, visning]]) => ({ kode, visning }))],
  ])('of %s are those of the table, by their names', (id, list) => {
    for (const { kode, visning } of list) expect(table(id).get(kode), kode).toBe(visning)
  })

  test('of SNOMED CT beside those of 7514 say the same', () => {
    const pairs = new Map(
      standardToolkit()
        .compiled.codes('7514-snomed')
        .rows.map((row) => [row.left, row.right]),
    )
    for (const [allergen, { kode }] of Object.entries(codes.allergenConcepts)) expect(pairs.get(allergen)).toBe(kode)
  })
})
