import { describe, expect, test } from 'vitest'
import type { Conversion, Json, JsonObject } from '../../src/index.ts'
import { to } from '../laws/kit.ts'
import { allergy, bring, coded, recordsOf, sct } from './summary.ts'

const reaction = (code: string, members: JsonObject = {}) => ({ manifestation: [coded(sct, code)], ...members })

describe('codes', () => {
  const peanut = (display: string) => allergy({ code: coded(sct, '762952008', display) })
  const kodes = (made: Conversion) => (recordsOf(made)[0] as { agens?: JsonObject } | undefined)?.agens?.koder

  test('a SNOMED CT code that is just what 7514 translates to becomes the Norwegian one', () => {
    const made = bring('ki', [peanut('Peanut')])
    expect(kodes(made)).toEqual([{ system: '7514', kode: '10', visning: 'Peanøtt' }])
    expect(made.ledger).toContainEqual(expect.objectContaining({ row: 'import.codes', outcome: 'derived' }))
  })

  test('one that says more stays beside it, and the Norwegian one is the main code', () => {
    expect(kodes(bring('ki', [peanut('Amendoim')]))).toEqual([
      { system: '7514', kode: '10', visning: 'Peanøtt', valgt: true },
      { system: 'SNOMED CT', kode: '762952008', visning: 'Amendoim' },
    ])
  })

  test('of several, the one in ATC is the main code; a code that its author chose stays it', () => {
    const two = [
      { system: sct, code: '764146007' },
      { system: 'http://www.whocc.no/atc', code: 'J01CE' },
    ]
    expect(kodes(bring('ki', [allergy({ code: { coding: two } })]))).toMatchObject([{}, { system: 'ATC', valgt: true }])
    const chosen = [{ ...two[0], userSelected: true }, two[1] as JsonObject]
    const made = kodes(bring('ki', [allergy({ code: { coding: chosen } })])) as JsonObject[]
    expect(made.map(({ valgt }) => valgt)).toEqual([true, undefined])
  })

  test('a code that is merely related is not translated', () => {
    expect(kodes(bring('ki', [allergy({ code: coded(sct, '710179004') })]))).toEqual([
      { system: 'SNOMED CT', kode: '710179004' },
    ])
  })

  test('a record of Norway keeps its codes as they are', () => {
    const record = {
      id: 'a',
      type: 'annenAllergi',
      status: 'aktiv',
      agens: { koder: [{ system: 'SNOMED CT', kode: '762952008', visning: 'Peanut' }] },
    }
    const document = {
      format: 'kritisk-informasjon',
      versjon: '1.0',
      pasient: { navn: { etternavn: 'Prøve' }, fodselsdato: '1980' },
      registreringer: [record],
    } as unknown as Json
    for (const via of ['kj', 'r4', 'eps'] as const) {
      const back = to('ki', to(via, document).output.root, { from: via })
      expect(recordsOf(back)[0]).toMatchObject({ agens: record.agens })
    }
  })
})

describe('several reactions', () => {
  const several = [
    reaction('126485001'),
    { manifestation: [coded(sct, '39579001', 'Anaphylaxis'), { text: 'Vomiting' }] },
  ]
  const noted = (made: Conversion) => {
    const { entry } = made.output.root as { entry: { resource: JsonObject }[] }
    return entry[1]?.resource as JsonObject
  }

  test('stay several in ki', () => {
    const made = bring('ki', [allergy({ reaction: several })])
    expect(recordsOf(made)[0]?.reaksjoner).toHaveLength(2)
  })

  test('leave the gravest at NHN; the others are in the note and the ledger', () => {
    const made = bring('kj', [allergy({ reaction: several, note: [{ text: 'Seen in 2019' }] })])
    expect(noted(made)).toMatchObject({
      note: [{ text: 'Seen in 2019\nAndre reaksjoner: 126485001; Vomiting' }],
      reaction: [{ manifestation: [{ coding: [{ code: '1' }] }] }],
    })
    expect((noted(made).reaction as Json[]).length).toBe(1)
    expect(made.issues.map(({ code }) => code)).toContain('IMP-004')
    const rest = made.ledger.filter(({ row, side }) => row === 'import.reactions' && side === undefined)
    expect(rest.map(({ path }) => path).some((path) => path.includes('reaction[0]'))).toBe(true)
    expect(new Set(rest.map(({ outcome }) => outcome))).toEqual(new Set(['narrowed']))
  })

  test('a note without room is not cut', () => {
    const long = 'x'.repeat(490)
    const made = bring('kj', [allergy({ reaction: several, note: [{ text: long }] })])
    expect(noted(made)).toMatchObject({ note: [{ text: long }] })
    expect(made.issues.map(({ code }) => code)).toContain('IMP-005')
    const rest = made.ledger.filter(({ row, side }) => row === 'import.reactions' && side === undefined)
    expect(new Set(rest.map(({ outcome }) => outcome))).toEqual(new Set(['dropped']))
  })

  test('a severe reaction does not make an allergy critical', () => {
    const made = bring('ki', [allergy({ reaction: [reaction('39579001', { severity: 'severe' })] })])
    expect(recordsOf(made)[0]?.alvorlighetsgrad).toBeUndefined()
  })
})
