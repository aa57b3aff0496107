import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mappingCheckKit } from '../../src/check-mappings.ts'
import { overlayToolkit, standardToolkit } from '../../src/index.ts'
import { coverage, coverageStates } from '../../src/inspect/coverage.ts'

const kit = mappingCheckKit(JSON.parse(readFileSync('profiles/kritinfo.ki/ki.schema.json', 'utf8')))
const { mappings } = standardToolkit()
const all = coverage(mappings, kit)
const side = (edge: string, name: 'left' | 'right', root: string) =>
  all.find((one) => one.edge === edge && one.side === name && one.root === root)
const element = (edge: string, name: 'left' | 'right', id: string) =>
  side(edge, name, id.split('.')[0] as string)?.elements.find((one) => one.id === id)

describe('coverage', () => {
  test('every element of every side has one state, and the counts are of them', () => {
    for (const { elements, counts } of all) {
      expect(new Set(elements.map(({ id }) => id)).size).toBe(elements.length)
      for (const state of coverageStates)
        expect(counts[state]).toBe(elements.filter((one) => one.state === state).length)
    }
    const ids = new Set(mappings.tables.flatMap((table) => table.rows.map((row) => row.id)))
    const rows = all.flatMap(({ elements }) => elements.filter((one) => one.state === 'mapped').flatMap(({ by }) => by))
    expect(rows.filter((row) => !ids.has(row))).toEqual([])
  })

  test('nothing of the Norwegian forms is without an answer', () => {
    const open = all.filter(({ form }) => form === 'ki' || form === 'kj')
    expect(open.flatMap(({ elements }) => elements.filter(({ state }) => state === 'unmapped'))).toEqual([])
  })

  test.each([
    ['ki-r4', 'left', 'registrering.alvorlighetsgrad', 'mapped', 'allergy.criticality'],
    ['ki-r4', 'left', 'registrering.utvidelser.verdi', 'container', 'ki.utvidelser'],
    ['ki-r4', 'right', 'AllergyIntolerance.reaction.severity', 'carried', 'ki.utvidelser'],
    ['kj-r4', 'right', 'AllergyIntolerance.asserter', 'dropped', 'kj.allergy.asserter'],
    ['r4-eps', 'right', 'AllergyIntolerance.text', 'container', 'container.narrative'],
    ['r4-eps', 'right', 'AllergyIntolerance.patient', 'container', 'container.patient'],
  ] as const)('%s %s: %s is %s by %s', (edge, name, id, state, by) => {
    expect(element(edge, name, id)).toMatchObject({ state, by: expect.arrayContaining([by]) })
  })

  test('what does not cross says why', () => {
    const lost = all.flatMap(({ elements }) =>
      elements.filter(({ state }) => state === 'dropped' || state === 'carried'),
    )
    expect(lost.length).toBeGreaterThan(0)
    expect(lost.filter(({ reason }) => (reason ?? '') === '')).toEqual([])
  })

  test('by form: only the edges on the way', () => {
    const edges = (filter: Parameters<typeof coverage>[2]) => [
      ...new Set(coverage(mappings, kit, filter).map(({ edge }) => edge)),
    ]
    expect(edges({ from: 'kj' })).toEqual(['kj-r4'])
    expect(edges({ from: 'ki', to: 'eps' })).toEqual(['ki-r4', 'r4-eps'])
    expect(edges({ from: 'r4', to: 'eps' })).toEqual(['r4-eps'])
  })

  test('an overlay that drops a row opens a hole', async () => {
    const text =
      'table: ki-r4/allergy\nextends: true\nleft: { root: registrering }\nright: { root: AllergyIntolerance }\nrows: []\ndrop: [allergy.criticality]\n'
    const changed = await overlayToolkit([{ name: 'mine.yaml', text }])
    const found = coverage(changed.mappings, kit, { from: 'ki' }).flatMap(({ elements }) => elements)
    expect(found.find(({ id }) => id === 'registrering.alvorlighetsgrad')?.state).toBe('unmapped')
  })
})
