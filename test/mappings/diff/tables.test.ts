import { describe, expect, test } from 'vitest'
import { diffTables } from '../../../src/mapping/diff/tables.ts'
import type { CodeTable } from '../../../src/terminology/code-table.ts'
import type { Mappings, Row } from '../../../src/mapping/table.ts'
import { diffMarkdown, diffText, isSame } from '../../../src/report/mapping/diff.ts'
import { standardToolkit } from '../../../src/toolkit.ts'
import { hostileMappings, hostileTexts } from '../render/hostile.ts'

const { mappings } = standardToolkit()

/** The tables with some rows changed. */
function withRows(change: (row: Row) => Row | undefined): Mappings {
  const tables = mappings.tables.map((table) => ({
    ...table,
    rows: table.rows.flatMap((row) => change(row) ?? []),
  }))
  return { ...mappings, tables }
}

function only(id: string, change: (row: Row) => Row | undefined): Mappings {
  return withRows((row) => (row.id === id ? change(row) : row))
}

test('the same tables do not differ, wherever they stand in their files', () => {
  expect(diffTables(mappings, structuredClone(mappings)).changes).toEqual([])
  const moved = withRows((row) => ({ ...row, source: { file: 'elsewhere.yaml', line: 1 } }))
  expect(isSame(diffTables(mappings, moved))).toBe(true)
})

test('each row that is taken away is told, and each that is added', () => {
  for (const row of mappings.tables.flatMap((table) => table.rows).filter((_row, at) => at % 40 === 0)) {
    const without = only(row.id, () => undefined)
    const [gone] = diffTables(mappings, without).changes
    expect(gone).toMatchObject({ kind: 'row', id: row.id, change: 'removed', couldFlip: row.safety !== 'none' })
    expect(diffTables(without, mappings).changes[0]).toMatchObject({ id: row.id, change: 'added' })
  }
})

describe('a change', () => {
  test('of a relation could flip a meaning, one of a note could not', () => {
    const related = only('allergy.criticality', (row) => ({ ...row, relation: 'related-to' }))
    expect(diffTables(mappings, related).changes).toEqual([
      {
        kind: 'row',
        table: 'ki-r4/allergy',
        id: 'allergy.criticality',
        change: 'changed',
        safety: 'criticality',
        couldFlip: true,
        fields: [{ field: 'relation', before: ['equivalent'], after: ['related-to'] }],
      },
    ])
    const noted = only('allergy.criticality', (row) => ({ ...row, note: 'otherwise' }))
    expect(diffTables(mappings, noted).changes[0]).toMatchObject({ couldFlip: false, safety: 'criticality' })
  })

  test('of a case is told as that case, and one of their order too', () => {
    const less = only('allergy.status', (row) => ({ ...row, cases: (row.cases ?? []).slice(1) }))
    const [first] = diffTables(mappings, less).changes
    expect(first).toMatchObject({ id: 'allergy.status', couldFlip: true })
    expect(diffText(diffTables(mappings, less))).toMatch(/cases, gone: registrering\.status = aktiv/)
    const turned = only('allergy.status', (row) => ({ ...row, cases: [...(row.cases ?? [])].reverse() }))
    expect(diffText(diffTables(mappings, turned))).toMatch(/cases: the same in another order/)
  })

  test('that takes the safety away is the gravest there is', () => {
    const bold = only('allergy.status', (row) => ({ ...row, safety: 'none' }))
    expect(diffTables(mappings, bold).changes[0]).toMatchObject({ safety: 'status', couldFlip: true })
  })

  test('of a code or an assumption is told', () => {
    const [table] = mappings.codes as [CodeTable]
    const codes = [{ ...table, rows: table.rows.slice(1) }, ...mappings.codes.slice(1)]
    const assumptions = mappings.assumptions.map((one, at) => (at === 0 ? { ...one, statement: 'no' } : one))
    const { changes } = diffTables(mappings, { ...mappings, codes, assumptions })
    expect(changes.map(({ kind, change }) => [kind, change])).toEqual([
      ['assumption', 'changed'],
      ['code', 'removed'],
    ])
  })
})

test('what could flip a meaning comes first', () => {
  const all = withRows((row) => ({ ...row, relation: 'related-to', note: 'x' }))
  const flips = diffTables(mappings, all).changes.map((one) => one.couldFlip)
  expect(flips).toEqual([...flips].sort((one, other) => Number(other) - Number(one)))
  expect(flips).toContain(true)
  expect(flips).toContain(false)
})

test.each(hostileTexts)('%j makes no line and no markup', (text) => {
  const lines = (of: string, print: typeof diffText) =>
    print(diffTables(hostileMappings('x'), hostileMappings(of))).split('\n').length
  expect(lines(text, diffMarkdown)).toBe(lines('y', diffMarkdown))
  expect(diffMarkdown(diffTables(hostileMappings('x'), hostileMappings(text)))).not.toMatch(/<(script|img)/)
})
