import { describe, expect, test } from 'vitest'
import {
  convert,
  type Json,
  type JsonObject,
  KritinfoError,
  overlayToolkit,
  standardToolkit,
  type Toolkit,
  treeOf,
} from '../../src/index.ts'
import { now } from '../laws/kit.ts'

const gout: JsonObject = {
  resourceType: 'Condition',
  id: 'c1',
  clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
  code: { coding: [{ system: 'http://snomed.info/sct', code: '90560007', display: 'Gout' }] },
  subject: { display: 'Prøve' },
}

function typesOf(kit: Toolkit, root: Json): string[] {
  const { output } = convert(kit, treeOf(root), { to: 'ki', now })
  return (output.root as { registreringer: JsonObject[] }).registreringer.map(({ type }) => String(type))
}

function overlay(text: string): Promise<Toolkit> {
  return overlayToolkit([{ name: 'criteria.yaml', text }])
}

const cite = 'cite: "https://example.org/board/1"'

describe("a user's criteria", () => {
  test('come before ours: the first that holds decides', async () => {
    expect(typesOf(standardToolkit(), gout)).toEqual([])
    const kit = await overlay(`criteria:
  - id: import.mine.gout
    resource: Condition
    when: [{ element: Condition.code.coding.code, is: ["90560007"] }]
    decision: take
    reason: our clinic wants gout
    ${cite}
`)
    expect(typesOf(kit, gout)).toEqual(['kritiskMedisinskTilstand'])
  })

  test('replace ours of the same id where it stands, and may take some away', async () => {
    const last = (decision: string) => `criteria:
  - { id: import.condition, resource: Condition, decision: ${decision}, reason: a decision of ours, ${cite} }
`
    expect(typesOf(await overlay(last('take')), gout)).toEqual(['kritiskMedisinskTilstand'])
    expect(
      typesOf(await overlay(`${last('leave')}drop: [import.condition.code, import.condition.severe]\n`), gout),
    ).toEqual([])
  })

  test('may go by a code table of their own, which tells the kind', async () => {
    const kit = await overlayToolkit([
      {
        name: 'codes/mine.yaml',
        text: `codes: mine\n${cite}\nrows:\n  - { left: "SNOMED CT|9056*", right: "10", relation: related-to }\n`,
      },
      {
        name: 'criteria.yaml',
        text: `criteria:
  - id: import.mine
    resource: Condition
    when: [{ element: Condition.code.coding, in: mine }]
    decision: take
    kind: table
    reason: our list
    ${cite}
`,
      },
    ])
    expect(typesOf(kit, gout)).toEqual(['smitte'])
  })

  test('may follow a reference and ask whether an element is there', async () => {
    const kit = await overlay(`criteria:
  - id: import.mine
    resource: Condition
    when:
      - { element: Condition.recorder, there: false }
      - oneOf: [{ of: Condition.asserter, element: Practitioner.gender, is: [female] }, { element: "Condition.onset[x]", there: true }]
    decision: take
    reason: our list
    ${cite}
`)
    expect(typesOf(kit, gout)).toEqual([])
    const asserted: JsonObject = {
      ...gout,
      asserter: { reference: '#p' },
      contained: [{ resourceType: 'Practitioner', id: 'p', gender: 'female' }],
    }
    expect(typesOf(kit, asserted)).toEqual(['kritiskMedisinskTilstand'])
    expect(typesOf(kit, { ...gout, onsetDateTime: '2019' })).toEqual(['kritiskMedisinskTilstand'])
    expect(typesOf(kit, { ...gout, recorder: { display: 'Berg' }, onsetDateTime: '2019' })).toEqual([])
  })
})

describe('broken criteria are refused with file and line', () => {
  const criterion = (members: string, id = 'import.mine') =>
    `criteria:\n  - id: ${id}\n    resource: Condition\n    decision: take\n    reason: ours\n    ${cite}\n${members}\n`
  test.each<[string, string, string, number]>([
    ['an element that is not there', criterion('    when: [{ element: Condition.colour, is: [red] }]'), 'MAP-011', 7],
    ['an element of another type', criterion('    when: [{ element: Flag.status, is: [active] }]'), 'MAP-011', 7],
    [
      'a table that is not there',
      criterion('    when: [{ element: Condition.code.coding, in: nowhere }]'),
      'MAP-017',
      7,
    ],
    [
      'an assumption that is not there',
      criterion('    when: [{ fact: flagged }]\n    assumes: [A-nothing]'),
      'MAP-017',
      8,
    ],
    ['no question', criterion('    when: [{ element: Condition.code }]'), 'IMP-012', 7],
    ['two questions', criterion('    when: [{ element: Condition.code, there: true, is: [x] }]'), 'IMP-012', 7],
    ['a fact that nobody knows', criterion('    when: [{ fact: lucky }]'), 'MAP-004', 7],
    ['a key that nobody reads', criterion('    unless: []'), 'MAP-005', 7],
    ['another name', criterion('    when: [{ fact: flagged }]', 'mine'), 'IMP-013', 2],
    ['a kind of no table', criterion('    when: [{ fact: flagged }]\n    kind: table'), 'IMP-014', 8],
    ['a decision that there is none of', criterion('').replace('take', 'maybe'), 'MAP-004', 4],
    ['no reason', criterion('').replace('    reason: ours\n', ''), 'MAP-003', 2],
    ['an id twice', `${criterion('')}${criterion('').slice('criteria:\n'.length)}`, 'MAP-007', 8],
    ['one to drop that is not there', 'criteria: []\ndrop: [import.nothing]\n', 'MAP-015', 2],
    ['nothing left for the rest', 'criteria: []\ndrop: [import.other]\n', 'IMP-010', 1],
    ['nothing left for the rest of a type', 'criteria: []\ndrop: [import.condition]\n', 'IMP-010', 1],
  ])('%s', async (_, text, code, line) => {
    let problem: unknown
    try {
      await overlay(text)
    } catch (error) {
      problem = error
    }
    expect(problem).toBeInstanceOf(KritinfoError)
    const found = (problem as KritinfoError).issues.find((one) => one.code === code)
    expect(found, JSON.stringify((problem as KritinfoError).issues)).toBeDefined()
    if (code !== 'IMP-010') expect(found).toMatchObject({ path: 'criteria.yaml', line })
  })

  test('a criterion below one without conditions is never reached', async () => {
    await expect(overlay(criterion(''))).rejects.toThrow('IMP-011')
  })
})
