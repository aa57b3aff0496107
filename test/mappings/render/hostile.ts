import { fhirModel } from '../../../src/definition/model.ts'
import { loadMappings } from '../../../src/mapping/lay-over.ts'
import type { Mappings } from '../../../src/mapping/table.ts'
import { draft } from '../../../src/terminology/review.ts'

/** Texts that a page, a spreadsheet or a map must not take for its own language. */
export const hostileTexts: readonly string[] = [
  '=HYPERLINK("http://evil.example","x")',
  "+1+cmd|'/C calc'!A0",
  '-2+3',
  '@SUM(1)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '| a | b |',
  '[x](javascript:alert(1))',
  '`code` **bold** <!-- ',
  'two\nlines\r\n"; } group evil(source a, target b) { // ',
  "it's \\ 'quoted'",
  ']]>&amp;_x0041_\u0007',
]

/** A table whose every text is hostile, and one of every kind of statement besides. */
export function hostileMappings(text: string): Mappings {
  const yaml = `
table: ki-r4/evil
left: { root: registrering }
right: { root: AllergyIntolerance }
rows:
  - { id: evil.copy, left: [registrering.id], right: [AllergyIntolerance.id], relation: equivalent, via: same, note: x, cite: "https://example.org/a" }
  - { id: evil.constant, left: [], right: [AllergyIntolerance.meta.profile], relation: equivalent, via: "constant(-, http://example.org/p)", note: x, cite: "https://example.org/a" }
  - { id: evil.grid, left: [registrering.status], right: [AllergyIntolerance.criticality], relation: equivalent, safety: criticality, note: x, cite: "https://example.org/a", cases: [ { left: [aktiv], right: [low] } ] }
`
  const made = loadMappings([{ name: 'evil.yaml', text: yaml }], fhirModel())
  const source = { file: text, line: 1 }
  const spoil = made.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      note: text,
      cite: text,
      carrier: text,
      review: { state: 'accepted' as const, role: text, date: text },
      source,
      ...(row.cases === undefined ? {} : { cases: [{ left: [text], right: [text], note: text }] }),
    })),
  }))
  const code = { left: text, right: text, leftDisplay: text, rightDisplay: text, note: text, cite: text, source }
  return {
    ...made,
    version: text,
    tables: spoil,
    codes: [
      {
        id: 'evil-codes',
        leftSystem: 'urn:a',
        rightSystem: 'urn:b',
        source,
        rows: [{ ...code, relation: 'source-is-broader-than-target', confidence: 'low', assumes: [], review: draft }],
      },
    ],
    slices: [{ id: 'extension:evil', match: { url: text }, display: { a: text }, cite: text, source }],
    assumptions: [{ id: 'A-evil', statement: text, basis: text, breaks: text, override: text, value: text, source }],
  }
}
