import { describe, expect, test } from 'vitest'
import { elementGroups, groupOf } from '../../../../src/browse/pages/overview/groups.ts'
import { edges, subjects, tablesFor } from '../../../../src/browse/pages/overview/kinds.ts'
import type { Table } from '../../../../src/mapping/table.ts'
import { standardToolkit } from '../../../../src/toolkit.ts'

const { mappings } = standardToolkit()
const isOnEdge = ({ id }: Table) => edges.some((edge) => id.startsWith(`${edge}/`))
const tables = mappings.tables.filter(isOnEdge)

describe('groups of elements', () => {
  test('every row between the forms falls in one', () => {
    const lost = tables.flatMap((table) =>
      table.rows.filter((row) => groupOf(row, table) === undefined).map((row) => row.id),
    )
    expect(lost).toEqual([])
  })

  test('every group has rows', () => {
    const found = new Set(tables.flatMap((table) => table.rows.map((row) => groupOf(row, table))))
    expect([...found].sort()).toEqual([...elementGroups].sort())
  })

  test.each([
    ['allergy.status', 'state'],
    ['allergy.criticality', 'gravity'],
    ['allergy.agent.excipient', 'what'],
    ['allergy.onset.missing', 'dates'],
    ['allergy.updater', 'people'],
    ['allergy.updated', 'dates'],
    ['reaction.code', 'findings'],
    ['anaesthesia.grading', 'findings'],
    ['deviceUse.kind', 'what'],
    ['procedure.status', 'state'],
    ['consent.goal', 'text'],
    ['role.hpr', 'people'],
    ['source.code', 'people'],
    ['patient.birthDate', 'dates'],
    ['eps.allergy.rest', 'record'],
    ['eps.record.source', 'people'],
    ['kj.role.contained', 'record'],
  ])('%s is about %s', (id, group) => {
    const table = tables.find(({ rows }) => rows.some((row) => row.id === id))
    const row = table?.rows.find((one) => one.id === id)
    expect(table && row && groupOf(row, table)).toBe(group)
  })

  test('safety of status, certainty and negation is in the group that says so', () => {
    for (const table of tables) {
      for (const row of table.rows) {
        if (['status', 'certainty', 'negation'].includes(row.safety)) expect(groupOf(row, table), row.id).toBe('state')
        // What brings all that is left brings the criticality too.
        if (row.safety === 'criticality' && row.via?.name !== 'rest')
          expect(groupOf(row, table), row.id).toBe('gravity')
      }
    }
  })
})

describe('tables of a kind', () => {
  test('every table between the forms is of some kind', () => {
    const reached = new Set(edges.flatMap((edge) => subjects.flatMap((one) => tablesFor(one, edge, mappings))))
    expect(tables.filter((table) => !reached.has(table)).map(({ id }) => id)).toEqual([])
  })

  test('a Condition is mapped by the table that its kind has', () => {
    const kinds = mappings.codes.find(({ id }) => id === 'ki-kinds')
    expect(kinds?.rows.length).toBeGreaterThan(0)
    for (const { left, right } of kinds?.rows ?? []) {
      const subject = subjects.find((one) => one === left)
      expect(subject && tablesFor(subject, 'ki-r4', mappings).map(({ id }) => id)).toContain(right)
    }
  })

  test.each([
    ['kj-kinds', 'Condition'],
    ['kj-kinds-consent', 'Consent'],
    ['kj-kinds-flag', 'Flag'],
    ['kj-kinds-procedure', 'Procedure'],
  ])('%s: each kind has a table of %s', (name, root) => {
    const kinds = mappings.codes.find(({ id }) => id === name)
    expect(kinds?.rows.length).toBeGreaterThan(0)
    for (const { left } of kinds?.rows ?? []) {
      const subject = subjects.find((one) => one === left)
      expect(subject && tablesFor(subject, 'kj-r4', mappings).map((table) => table.left.root)).toContain(root)
    }
  })
})
