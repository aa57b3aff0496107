import { expect, test } from 'vitest'
import type { JsonObject } from '../../../src/document/json.ts'
import { answer, extended, told } from './told.ts'

const a: JsonObject = { linkId: 'a', type: 'string', text: 'A?' }
const b: JsonObject = { linkId: 'b', type: 'string' }
const x = { valueString: 'x' }
const group = (...item: JsonObject[]): JsonObject => ({ linkId: 'g', type: 'group', item })
const inGroup = (...item: JsonObject[]): JsonObject => ({ linkId: 'g', item })
const required = { ...a, required: true }
const occurs = (name: string, limit: number) => ({
  ...extended('string', { [`questionnaire-${name}Occurs`]: { valueInteger: limit } }),
  linkId: 'a',
  repeats: true,
})

const rows: readonly (readonly [why: string, questions: JsonObject[], items: JsonObject[], found: string[]])[] = [
  ['all is well', [a, b], [answer('a', x), answer('b', x)], []],
  ['an optional question without answer', [a, b], [answer('b', x)], []],
  ['an unknown linkId', [a], [answer('c', x)], ['QRS-005 item.0.linkId']],
  ['an item in a group of its own', [group(a)], [inGroup(answer('a', x))], []],
  ['an item outside its group', [group(a)], [answer('a', x)], ['QRS-006 item.0.linkId']],
  [
    'an item that belongs elsewhere is looked at too',
    [group({ linkId: 'a', type: 'boolean' })],
    [answer('a', x)],
    ['QRS-006 item.0.linkId', 'QRS-018 item.0.answer.0.valueString'],
  ],
  ['out of order', [a, b], [answer('b', x), answer('a', x)], ['QRS-007 item.1']],
  ['a question twice', [a], [answer('a', x), answer('a', x)], ['QRS-008 item.1']],
  ['a group twice', [{ ...group(a), repeats: true }], [inGroup(answer('a', x)), inGroup(answer('a', x))], []],
  ['two answers', [a], [answer('a', x, x)], ['QRS-009 item.0.answer']],
  ['nothing for what is required', [required], [], ['QRS-010 ']],
  ['an item without answers for what is required', [required], [{ linkId: 'a' }], ['QRS-010 item.0']],
  ['a required group without items', [{ ...group(a), required: true }], [{ linkId: 'g' }], ['QRS-010 item.0']],
  ['an optional group with a required question is left out', [group(required)], [], []],
  ['a group that lacks a required question', [group(required, b)], [inGroup(answer('b', x))], ['QRS-010 item.0']],
  [
    'a question below an answer',
    [{ ...a, item: [{ ...b, required: true }] }],
    [answer('a', x)],
    ['QRS-010 item.0.answer.0'],
  ],
  ['and answered there', [{ ...a, item: [b] }], [answer('a', { ...x, item: [answer('b', x)] })], []],
  [
    'but not outside the answer',
    [{ ...a, item: [b] }],
    [{ linkId: 'a', item: [answer('b', x)] }],
    ['QRS-016 item.0.item'],
  ],
  ['too few', [occurs('min', 2)], [answer('a', x)], ['QRS-012 item.0']],
  ['too few: none', [occurs('min', 2)], [{ linkId: 'a' }], ['QRS-012 item.0']],
  ['an optional question is not missed', [occurs('min', 2)], [], []],
  ['too many', [occurs('max', 1)], [answer('a', x, x)], ['QRS-013 item.0']],
  ['a group with answers', [group(a)], [answer('g', x)], ['QRS-015 item.0.answer']],
  [
    'a display with answers',
    [{ linkId: 'd', type: 'display', required: true }],
    [answer('d', x)],
    ['QRS-015 item.0.answer'],
  ],
  ['a display with items', [{ linkId: 'd', type: 'display' }], [{ linkId: 'd', item: [] }], ['QRS-016 item.0.item']],
  ['the text of the question', [a], [{ ...answer('a', x), text: 'A?' }], []],
  ['another text', [a], [{ ...answer('a', x), text: 'B?' }], ['QRS-017 item.0.text']],
  ['a type that is none', [{ linkId: 'a', type: 'riddle' }], [answer('a', x)], ['? QRS-045 item.0.answer.0']],
]

test.each(rows)('%s', (_why, questions, items, found) => {
  expect(told(questions, items)).toEqual(found)
})

test('a response that is not finished may lack answers', () => {
  const response = { status: 'in-progress' }
  expect(told([required], [], { response })).toEqual(['QRS-011 '])
  expect(told([occurs('min', 2)], [answer('a', x)], { response })).toEqual(['QRS-011 item.0'])
  expect(told([a], [answer('a', x, x)], { response })).toEqual(['QRS-009 item.0.answer'])
  expect(told([required], [], { response: { status: 'amended' } })).toEqual(['QRS-010 '])
})

test('a translation of the text is the text', () => {
  const extension = [
    { url: 'lang', valueCode: 'nb' },
    { url: 'content', valueString: 'Å?' },
  ]
  const _text = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', extension }] }
  expect(told([{ ...a, _text }], [{ ...answer('a', x), text: 'Å?' }])).toEqual([])
})

test('a questionnaire that is not in use', () => {
  const questionnaire = { status: 'retired' }
  expect(told([a], [], { questionnaire })).toEqual(['QRS-003 questionnaire'])
  expect(told([a], [], { questionnaire: { status: 'draft' } })).toEqual(['QRS-003 questionnaire'])
  const effectivePeriod = { start: '2025-03', end: '2025-04' }
  for (const [authored, found] of [
    ['2025-02-28', ['QRS-004 authored']],
    ['2025-03-01T08:00:00+01:00', []],
    ['2025', []],
    ['2025-05-01', ['QRS-004 authored']],
  ] as const)
    expect(told([a], [], { questionnaire: { effectivePeriod }, response: { authored } })).toEqual(found)
})

test('what is no item is passed over', () => {
  expect(told([a], ['x' as unknown as JsonObject, { answer: [] }, { linkId: 'a', answer: 'x' }])).toEqual([])
})
