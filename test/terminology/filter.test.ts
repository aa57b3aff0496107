import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { answers, codeSystem, terminologyWith, valueSet } from './resources.ts'

/**
 *     a ─┬─ b ─── c          e
 *        └─ d (also under e) ┘
 */
const concepts: JsonObject[] = [
  {
    code: 'a',
    display: 'Top',
    concept: [
      { code: 'b', concept: [{ code: 'c', property: [{ code: 'kind', valueCode: 'x' }] }] },
      {
        code: 'd',
        property: [
          { code: 'subsumedBy', valueCode: 'e' },
          { code: 'kind', valueString: 'y' },
          { code: 'kind', valueString: 'z' },
          { code: 'count', valueInteger: 3 },
        ],
      },
    ],
  },
  { code: 'e', property: [{ code: 'inactive', valueBoolean: true }] },
]

const cases: readonly (readonly [op: string, property: string, value: string, members: string])[] = [
  ['is-a', 'concept', 'a', 'a b c d'],
  ['is-a', 'concept', 'e', 'd e'],
  ['is-a', 'concept', 'c', 'c'],
  ['descendent-of', 'concept', 'a', 'b c d'],
  ['descendent-of', 'concept', 'c', ''],
  ['is-not-a', 'concept', 'b', 'a d e'],
  ['generalizes', 'concept', 'd', 'a d e'],
  ['=', 'kind', 'y', 'd'],
  ['=', 'code', 'b', 'b'],
  ['=', 'display', 'Top', 'a'],
  ['=', 'parent', 'a', 'b d'],
  ['=', 'child', 'd', 'a e'],
  ['=', 'inactive', 'true', 'e'],
  ['=', 'count', '3', 'd'],
  ['in', 'kind', 'x, z', 'c d'],
  ['in', 'concept', 'a,e', 'a e'],
  ['not-in', 'kind', 'x,q', 'a b d e'],
  ['exists', 'kind', 'true', 'c d'],
  ['exists', 'kind', 'false', 'a b e'],
  ['exists', 'child', 'false', 'c d'],
  ['regex', 'code', '[a-c]', 'a b c'],
  ['regex', 'kind', 'y|z', 'd'],
  ['regex', 'kind', '[yz]', 'd'],
  ['is-a', 'concept', 'nowhere', 'unknown'],
  ['exists', 'kind', 'maybe', 'unknown'],
  ['regex', 'kind', '(?=y)y', 'unknown'],
  ['smells-like', 'concept', 'a', 'unknown'],
]

describe('a filter over a listed system', () => {
  test.each(cases)('%s %s %s', (op, property, value, members) => {
    const filtered = valueSet('f', [{ system: 'urn:s:1', filter: [{ property, op, value }] }])
    const found = answers(terminologyWith(codeSystem('1', concepts), filtered), 'f', '1', 'a b c d e')
    expect(found.unknown === '' ? found.in : 'unknown').toBe(members)
  })

  test('several filters hold together, and a code that does not exist is out', () => {
    const filter = [
      { property: 'concept', op: 'is-a', value: 'a' },
      { property: 'kind', op: 'exists', value: 'true' },
    ]
    const terminology = terminologyWith(codeSystem('1', concepts), valueSet('f', [{ system: 'urn:s:1', filter }]))
    expect(answers(terminology, 'f', '1', 'a b c d e q')).toEqual({ in: 'c d', out: 'a b e q', unknown: '' })
  })

  test('a fragment decides what is in and nothing else', () => {
    const filter = [{ property: 'concept', op: 'is-a', value: 'b' }]
    const fragment = codeSystem('1', concepts, { content: 'fragment' })
    const terminology = terminologyWith(fragment, valueSet('f', [{ system: 'urn:s:1', filter }]))
    expect(answers(terminology, 'f', '1', 'a b c q')).toEqual({ in: 'b c', out: '', unknown: 'a q' })
  })

  test('a system that is not at hand decides nothing', () => {
    const filter = [{ property: 'concept', op: 'is-a', value: '404684003' }]
    const terminology = terminologyWith(valueSet('f', [{ system: 'urn:s:sct', filter }]))
    expect(answers(terminology, 'f', 'sct', '1').unknown).toBe('1')
    expect(answers(terminology, 'f', 'other', '1').out).toBe('1')
  })

  test('concepts in a circle end', () => {
    const circle = ['a', 'b'].map((code, index) => ({
      code,
      property: [{ code: 'parent', valueCode: index === 0 ? 'b' : 'a' }],
    }))
    const filter = [{ property: 'concept', op: 'descendent-of', value: 'a' }]
    const terminology = terminologyWith(codeSystem('1', circle), valueSet('f', [{ system: 'urn:s:1', filter }]))
    expect(answers(terminology, 'f', '1', 'a b')).toEqual({ in: 'b', out: 'a', unknown: '' })
  })
})
