import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../src/definition/model.ts'
import type { KritinfoError } from '../../src/issue/issue.ts'
import { loadMappings } from '../../src/mapping/lay-over.ts'
import type { Mappings } from '../../src/mapping/table.ts'
import { overlayToolkit } from '../../src/toolkit.ts'

const load = (text: string): Mappings => loadMappings([{ name: 'mine.yaml', text }], fhirModel())

const table = (head: string, row: string) => `table: mine
left: { root: Patient }
right: { root: Patient }
${head}
rows:
  - id: mine.gender
    left: [Patient.gender]
    right: [Patient.gender]
    relation: equivalent
    via: same
    note: as it is
    cite: https://hl7.org/fhir/R4/patient.html
${row}
`
const codes = (head: string, row: string) => `codes: mine
leftSystem: urn:a
rightSystem: urn:b
cite: https://example.org
${head}
rows:
  - { left: "1", right: x${row} }
`
const accepted = { state: 'accepted', role: 'pharmacist', date: '2026-05-04' }
const written = '{ state: accepted, role: pharmacist, date: 2026-05-04 }'

describe('the review of a row', () => {
  test.each([
    ['none is a draft', '', '', { state: 'draft' }],
    ['its own', '', `    review: ${written}`, accepted],
    ['that of its table', `review: ${written}`, '', accepted],
    [
      'its own before that of its table',
      `review: ${written}`,
      '    review: { state: in review }',
      { state: 'in review' },
    ],
  ])('%s', (_, head, row, review) => {
    expect(load(table(head, row)).tables[0]?.rows[0]?.review).toEqual(review)
  })

  test.each([
    ['none is a draft', '', '', { state: 'draft' }],
    ['its own', '', `, review: ${written}`, accepted],
    ['that of its code table', `review: ${written}`, '', accepted],
  ])('of a code table: %s', (_, head, row, review) => {
    expect(load(codes(head, row)).codes[0]?.rows[0]?.review).toEqual(review)
  })

  test('the rows of an overlay have theirs, and those that it leaves alone keep their own', async () => {
    const text = `table: ki-r4/pasient
extends: true
left: { root: pasient }
right: { root: Patient }
review: ${written}
rows:
  - id: mine.gender
    left: [pasient.kjonn]
    right: [Patient.gender]
    relation: equivalent
    via: code(kjonn)
    note: as ours
    cite: https://example.org
`
    const { mappings } = await overlayToolkit([{ name: 'mine.yaml', text }])
    const rows = mappings.tables.find((one) => one.id === 'ki-r4/pasient')?.rows ?? []
    expect(rows.find((row) => row.id === 'mine.gender')?.review).toEqual(accepted)
    expect(rows.filter((row) => row.id !== 'mine.gender').map((row) => row.review.state)).not.toContain('accepted')
  })
})

test.each([
  ['accepted by nobody', '{ state: accepted, date: 2026-05-04 }', 'MAP-020', 13],
  ['accepted at no time', '{ state: accepted, role: pharmacist }', 'MAP-020', 13],
  ['a month for a date', '{ state: in review, date: 2026-05 }', 'MAP-021', 13],
  ['a day that is not', '{ state: in review, date: 2026-02-30 }', 'MAP-021', 13],
  ['an unknown state', '{ state: done }', 'MAP-004', 13],
  ['a word that is not known', '{ state: draft, name: somebody }', 'MAP-005', 13],
  ['a text', 'accepted', 'MAP-002', 13],
])('%s is refused at its line', (_, review, code, line) => {
  try {
    load(table('', `    review: ${review}`))
    expect.unreachable()
  } catch (problem) {
    expect((problem as KritinfoError).issues.map((one) => [one.code, one.line])).toEqual([[code, line]])
  }
})
