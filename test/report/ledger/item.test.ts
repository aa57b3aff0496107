import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../src/document/json.ts'
import { describe as wordsOf, type KritinfoError } from '../../../src/issue/issue.ts'
import { ledgerPart } from '../../../src/report/ledger/item.ts'
import { carried, derived, failedItem, itemOf } from './items.ts'

const jsonOf = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject

function codeOf(value: Json): string {
  try {
    ledgerPart(value)
    return ''
  } catch (problem) {
    const [found] = (problem as KritinfoError).issues
    return found === undefined ? 'none' : `${found.code} ${wordsOf(found)}`
  }
}

test('a header and items, also of what failed and of versions that do not say whether an output was written', () => {
  const tool = { name: 'kritinfo', version: '0.1.0', mappings: '1.2' }
  expect(ledgerPart({ tool })).toMatchObject({ kind: 'tool', tool: { version: '0.1.0', mappings: '1.2' } })
  const { written: _, ...early } = itemOf({ ledger: [carried, derived] })
  for (const item of [itemOf(), failedItem(), early]) expect(ledgerPart(jsonOf(item))).toEqual({ kind: 'item', item })
})

describe('what is no report is told so', () => {
  const others: readonly (readonly [string, Json])[] = [
    ['a list', []],
    ['a text', 'text'],
    ['a resource', { resourceType: 'Patient' }],
    ['a line of validate -f ndjson', { input: 'a', valid: true, issues: [], notChecked: [] }],
    ['a report of another tool', { tool: { name: 'other', version: '1' } }],
    ['a report of validate -f json', { tool: { name: 'kritinfo', version: '1' } }],
  ]
  test.each(others)('%s', (_name, value) => expect(codeOf(value)).toMatch(/^RPT-001/))
})

describe('what is damaged is told by the name of the member, never by its value', () => {
  const damages: readonly (readonly [string, object])[] = [
    ['input', { input: 1 }],
    ['from', { from: undefined }],
    ['leaves', { leaves: 3 }],
    ['leaves.total', { leaves: { total: 'secret', claimed: 1, ledger: 1 } }],
    ['ledger', { ledger: undefined }],
    ['ledger', { ledger: ['secret'] }],
    ['outcome', { ledger: [{ ...carried, outcome: 'secret' }] }],
    ['recoverable', { ledger: [{ ...carried, recoverable: 'secret' }] }],
    ['severity', { issues: [{ code: 'DOC-010', severity: 'secret' }] }],
    ['written', { written: 'secret' }],
  ]
  test.each(damages)('%s', (member, change) => {
    const said = codeOf(jsonOf({ ...itemOf(), ...change }))
    expect(said).toMatch(new RegExp(`^RPT-002 This is damaged: ${member} `))
    expect(said).not.toContain('secret')
  })

  test('names that every object has are no members', () => {
    expect(codeOf(JSON.parse('{"__proto__":{"input":"a"},"to":"eps"}') as Json)).toMatch(
      /^RPT-002 This is damaged: input /,
    )
  })
})

test('whatever a line holds, it is a part of a report or told by a code', () => {
  const odd = fc.anything({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as Json)
  const change = fc.dictionary(fc.constantFrom(...Object.keys(itemOf()), 'tool', '__proto__'), odd)
  fc.assert(
    fc.property(
      fc.oneof(
        odd,
        change.map((some) => jsonOf({ ...itemOf(), ...some })),
      ),
      (value) => {
        expect(codeOf(value)).toMatch(/^$|^RPT-00[12] /)
      },
    ),
  )
})
