import { describe, expect, test } from 'vitest'
import { describe as words, type Json, type JsonObject } from '../../src/index.ts'
import { exceeds } from '../../src/convert/policy.ts'
import { accountProblem, to } from '../laws/kit.ts'
import { allergy, coded, nth, patient, summary } from './summary.ts'

const allergies = coded('http://loinc.org', '48765-2')
const empty = (code: string) => ({
  emptyReason: coded('http://terminology.hl7.org/CodeSystem/list-empty-reason', code),
})

function text(div: string, status = 'generated'): JsonObject {
  return { text: { status, div: `<div xmlns="http://www.w3.org/1999/xhtml">${div}</div>` } }
}

/** A summary of another country with one allergy, whose Composition has these members beside. */
function framed(members: JsonObject): Json {
  const root = summary(allergy({ id: 'a' })) as { entry: { resource: JsonObject }[] }
  Object.assign(root.entry[0]?.resource as JsonObject, members)
  return root as unknown as Json
}

function told(members: JsonObject): { readonly issues: string[]; readonly isTooMuch: boolean } {
  const root = framed(members)
  const made = to('ki', root)
  expect(accountProblem(root, made)).toBeUndefined()
  expect((made.output.root as { registreringer: JsonObject[] }).registreringer).toHaveLength(1)
  const issues = made.issues.map(({ code, path, params }) => `${code} ${path} ${String(params.section ?? '')}`.trim())
  return { issues, isTooMuch: exceeds('safety', made) }
}

const section = 'Bundle.entry[0].resource.section[0]'
const withEntry = { code: allergies, entry: [{ reference: nth(0) }] }

describe('what a section says and no entry of the document does', () => {
  test.each<[string, JsonObject, string[]]>([
    [
      'words alone',
      { code: allergies, title: 'Alergias', ...text('Penicilina: anafilaxia', 'additional') },
      [`IMP-006 ${section}.text 48765-2`],
    ],
    ['a picture alone', { code: allergies, ...text('<img src="#a" alt=""/>') }, [`IMP-006 ${section}.text 48765-2`]],
    [
      'words alone, in a section without a code',
      { title: 'Penicilina', ...text('Penicilina') },
      [`IMP-006 ${section}.text without a LOINC code`],
    ],
    [
      'a code that is no code',
      { code: coded('http://loinc.org', 'Penicilina'), ...text('Penicilina') },
      [`IMP-006 ${section}.text without a LOINC code`],
    ],
    [
      'an entry contained in the Composition',
      { code: allergies, entry: [{ reference: nth(0) }, { reference: '#inner' }] },
      [`IMP-007 ${section}.entry[1] 48765-2`],
    ],
    [
      'an entry that is nowhere, and words that say what it was',
      { code: allergies, entry: [{ reference: 'AllergyIntolerance/gone' }], ...text('Penicilina') },
      [`IMP-007 ${section}.entry[0] 48765-2`, `IMP-006 ${section}.text 48765-2`],
    ],
    [
      'an entry without an address',
      { ...withEntry, entry: [{ display: 'x' }] },
      [`IMP-007 ${section}.entry[0] 48765-2`],
    ],
    [
      'words alone in a section within a section',
      { ...withEntry, section: [{ code: allergies, ...text('Penicilina') }] },
      [`IMP-006 ${section}.section[0].text 48765-2`],
    ],
  ])('%s', (_, one, issues) => {
    const contained = [allergy({ id: 'inner' })]
    expect(told({ section: [one], contained })).toEqual({ issues, isTooMuch: true })
  })

  test('the ledger says so too, and that a certainty was among it', () => {
    const root = framed({
      contained: [allergy({ id: 'inner' })],
      section: [{ code: allergies, entry: [{ reference: '#inner' }], ...text('Penicilina') }],
    })
    const rows = to('ki', root).ledger.filter(({ row }) => row === 'eps.section')
    expect(rows.map(({ path }) => path)).toContain(`${section}.entry[0].reference`)
    expect(rows.map(({ path }) => path)).toContain(`${section}.text.div`)
    expect(rows.map(({ safety }) => safety)).toContain('certainty')
  })

  test.each<[string, JsonObject, string[]]>([
    ['words beside an entry', { ...withEntry, ...text('Figs') }, []],
    ['an entry by type and id', { code: allergies, entry: [{ reference: 'AllergyIntolerance/a' }] }, []],
    ['an entry by version', { code: allergies, entry: [{ reference: 'AllergyIntolerance/a/_history/2' }] }, []],
    ['a reason why it is empty', { code: allergies, ...text('None'), ...empty('nilknown') }, [`IMP-003 ${section}`]],
    ['no words', { code: allergies, ...text(' <br/>&#160;') }, []],
    [
      'a reason in a section within a section',
      { ...withEntry, section: [{ code: allergies, ...text('None'), ...empty('notasked') }] },
      [`IMP-003 ${section}.section[0]`],
    ],
  ])('nothing new is told of %s', (_, one, issues) => {
    const { issues: found, isTooMuch } = told({ section: [one] })
    expect(found.map((line) => line.replace(/\.emptyReason$/, ''))).toEqual(issues)
    expect(isTooMuch).toBe(found.some((line) => line.startsWith('IMP-003')) && JSON.stringify(one).includes('nilknown'))
  })

  test('in Norwegian, and without a word of the document', () => {
    const root = framed({ section: [{ title: 'Penicilina', ...text('Penicilina'), entry: [{ reference: '#x' }] }] })
    const told = to('ki', root)
      .issues.map((one) => words(one, 'nb'))
      .join(' ')
    expect(told).toContain('uten LOINC-kode er ikke i dokumentet')
    expect(told).not.toContain('Penicilina')
    expect(told).not.toContain(patient)
  })
})
