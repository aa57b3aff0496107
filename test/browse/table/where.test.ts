import { describe, expect, test } from 'vitest'
import { whereIs } from '../../../src/browse/pages/table/where.ts'
import { storyEvidence } from '../../../src/inspect/stories.ts'
import { shownNames } from '../../../src/inspect/show.ts'
import { containerSteps } from '../../../src/mapping/steps.ts'
import { standardToolkit } from '../../../src/toolkit.ts'

const { mappings } = standardToolkit()

describe('a name leads to where it is explained', () => {
  test('every row of every table, every code, and all else that `mapping show` knows', () => {
    expect(shownNames({ mappings }).filter((name) => whereIs(name, mappings) === undefined)).toEqual([])
  })

  test('everything that the example stories have fired', () => {
    const fired = Object.keys(storyEvidence().rows)
    expect(fired.filter((name) => whereIs(name, mappings) === undefined)).toEqual([])
  })

  test('a row leads to its table', () => {
    for (const { id, rows } of mappings.tables)
      for (const row of rows)
        expect(whereIs(row.id, mappings)).toEqual({ path: ['table', ...id.split('/')], query: { row: row.id } })
  })

  test.each([
    ['ki-r4/allergy', '#table/ki-r4/allergy'],
    ['7497-snomed', '#codes/7497-snomed'],
    ['7497-snomed#2', '#codes/7497-snomed?code=2'],
    ['A-updater-url', '#assumptions?id=A-updater-url'],
    ['import.condition.over', '#table/other/criteria?row=import.condition.over'],
    ['container.composition', '#table/other/steps?row=container.composition'],
    ['eps.alert.changed', '#table/other/steps?row=eps.alert'],
    ['ki.unmapped', '#table/other/steps?row=unmapped'],
    ['no-basis', '#table/other/dialects?row=no-basis'],
    ['no-basis.7497', '#table/other/dialects?row=no-basis.7497'],
    ['no-basis.addresses', '#table/other/dialects?row=no-basis.addresses'],
    ['no-basis.anything', '#table/other/dialects?row=no-basis'],
    ['sfm.kinds', '#table/other/steps?row=sfm.kinds'],
    ['extension:presumed', '#table/other/slices?row=extension:presumed'],
    ['Patient.birthDate', '#table?q=Patient.birthDate'],
  ])('%s', (name, address) => {
    const spot = whereIs(name, mappings)
    const query = Object.entries(spot?.query ?? {}).map(([key, value]) => `${key}=${value}`)
    expect(`#${spot?.path.join('/')}${query.length === 0 ? '' : `?${query.join('&')}`}`).toBe(address)
  })

  test.each(['', 'nothing', 'allergy', '__proto__', '7497-snomed#', '7497-snomed#999'])('%j leads nowhere', (name) => {
    expect(whereIs(name, mappings)).toBeUndefined()
  })

  test('each step has a place of its own, but for one that a row has the name of', () => {
    const rows = new Set(mappings.tables.flatMap((table) => table.rows.map(({ id }) => id)))
    for (const { id } of containerSteps.filter((step) => !rows.has(step.id)))
      expect(whereIs(id, mappings)).toEqual({ path: ['table', 'other', 'steps'], query: { row: id } })
  })
})
