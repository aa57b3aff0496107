import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/document/json.ts'
import { answer, extended, told } from './told.ts'

const coding = { system: 'urn:s', code: 'x' }
const quantity = (value: number, code = 'kg') => ({ value, code, system: 'http://unitsofmeasure.org' })

/** Whether a question is asked, by a condition on the answers to another; undefined where that is not told. */
function isAsked(type: string, condition: JsonObject, ...answers: JsonObject[]): boolean | undefined {
  const question = { linkId: 'b', type: 'string', enableWhen: [{ question: 'a', ...condition }] }
  const items = [...(answers.length === 0 ? [] : [answer('a', ...answers)]), answer('b', { valueString: 'x' })]
  const found = told([{ linkId: 'a', type, repeats: true }, question], items).filter((one) => /QRS-0[14]/.test(one))
  if (found.some((one) => one.startsWith('? QRS-040'))) return undefined
  return !found.some((one) => one.startsWith('QRS-014'))
}

describe('operators', () => {
  test.each<readonly [string, string, JsonObject, JsonObject[], boolean | undefined]>([
    ['exists', 'string', { operator: 'exists', answerBoolean: true }, [{ valueString: 'x' }], true],
    ['exists, and does not', 'string', { operator: 'exists', answerBoolean: true }, [], false],
    ['exists not', 'string', { operator: 'exists', answerBoolean: false }, [], true],
    ['=', 'boolean', { operator: '=', answerBoolean: true }, [{ valueBoolean: true }], true],
    ['= of another', 'boolean', { operator: '=', answerBoolean: true }, [{ valueBoolean: false }], false],
    ['= without answer', 'boolean', { operator: '=', answerBoolean: false }, [], false],
    ['= of any', 'integer', { operator: '=', answerInteger: 2 }, [{ valueInteger: 1 }, { valueInteger: 2 }], true],
    ['!=', 'string', { operator: '!=', answerString: 'x' }, [{ valueString: 'y' }], true],
    ['>', 'integer', { operator: '>', answerInteger: 2 }, [{ valueInteger: 2 }], false],
    ['>=', 'integer', { operator: '>=', answerInteger: 2 }, [{ valueInteger: 2 }], true],
    ['<', 'decimal', { operator: '<', answerDecimal: 2 }, [{ valueDecimal: 1.5 }], true],
    ['<= of dates', 'date', { operator: '<=', answerDate: '2025-01-01' }, [{ valueDate: '2025-01-02' }], false],
    ['< too coarse', 'date', { operator: '<', answerDate: '2025-01-01' }, [{ valueDate: '2025' }], undefined],
    [
      '= of codings',
      'choice',
      { operator: '=', answerCoding: coding },
      [{ valueCoding: { ...coding, display: 'X' } }],
      true,
    ],
    ['!= of codings', 'choice', { operator: '!=', answerCoding: coding }, [{ valueCoding: coding }], false],
    [
      '> of quantities',
      'quantity',
      { operator: '>', answerQuantity: quantity(1) },
      [{ valueQuantity: quantity(2) }],
      true,
    ],
    [
      '> in another unit',
      'quantity',
      { operator: '>', answerQuantity: quantity(1) },
      [{ valueQuantity: quantity(2, 'g') }],
      undefined,
    ],
    [
      'a question that is not there',
      'string',
      { question: 'z', operator: 'exists', answerBoolean: true },
      [],
      undefined,
    ],
  ])('%s', (_why, type, condition, answers, asked) => {
    expect(isAsked(type, condition, ...answers)).toBe(asked)
  })
})

describe('several conditions', () => {
  const enableWhen = ['a', 'b'].map((question) => ({ question, operator: '=', answerInteger: 1 }))
  const ask = (enableBehavior: string, one: number, other: number) =>
    told(
      [
        { linkId: 'a', type: 'integer' },
        { linkId: 'b', type: 'integer' },
        { linkId: 'c', type: 'integer', required: true, enableWhen, enableBehavior },
      ],
      [answer('a', { valueInteger: one }), answer('b', { valueInteger: other })],
    )

  test.each([
    ['all', 1, 1, ['QRS-010 ']],
    ['all', 1, 0, []],
    ['any', 1, 0, ['QRS-010 ']],
    ['any', 0, 0, []],
  ] as const)('%s of %i, %i', (behavior, one, other, found) => {
    expect(ask(behavior, one, other)).toEqual(found)
  })
})

test('answers count in the same repetition of a group', () => {
  const enableWhen = [{ question: 'a', operator: '=', answerBoolean: true }]
  const inner = [
    { linkId: 'a', type: 'boolean' },
    { linkId: 'b', type: 'boolean', required: true, enableWhen },
  ]
  const group = { linkId: 'g', type: 'group', repeats: true, item: inner }
  const given = (...values: (boolean | undefined)[]) => ({
    linkId: 'g',
    item: ['a', 'b'].flatMap((linkId, at) => {
      const value = values[at]
      return value === undefined ? [] : [answer(linkId, { valueBoolean: value })]
    }),
  })
  const items = [given(true, false), given(false, false), given(true), given(false)]
  expect(told([group], items)).toEqual(['QRS-014 item.1.item.1', 'QRS-010 item.2'])
})

test('a question below an answer may depend on it', () => {
  const enableWhen = [{ question: 'a', operator: '=', answerBoolean: true }]
  const question = { linkId: 'a', type: 'boolean', item: [{ linkId: 'b', type: 'string', required: true, enableWhen }] }
  expect(told([question], [answer('a', { valueBoolean: true })])).toEqual(['QRS-010 item.0.answer.0'])
  expect(told([question], [answer('a', { valueBoolean: false })])).toEqual([])
})

test('a condition as an expression', () => {
  const valueExpression = { language: 'text/fhirpath', expression: 'true' }
  const question = {
    ...extended('string', { 'sdc-questionnaire-enableWhenExpression': { valueExpression } }),
    linkId: 'a',
    required: true,
  }
  expect(told([question], [], { holds: () => true })).toEqual(['QRS-010 '])
  expect(told([question], [], { holds: () => false })).toEqual([])
  expect(told([question], [], { holds: () => undefined })).toEqual(['? QRS-040 '])
})
