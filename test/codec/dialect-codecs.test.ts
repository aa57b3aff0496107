import { describe, expect, test } from 'vitest'
import { dayCodec } from '../../src/codec/day.ts'
import { namesCodec } from '../../src/codec/names.ts'
import { suffixedCodec } from '../../src/codec/suffixed.ts'
import { uuidCodec } from '../../src/codec/uuid.ts'
import { yearsCodec } from '../../src/codec/years.ts'

const silent = { report: () => undefined }
const hpr = 'urn:oid:2.16.578.1.12.4.1.4.4'
const suffixed = suffixedCodec('HPR', hpr)
const uuid = '5f0c3d2e-8a41-4b7c-9d15-2e6f7a8b9c01'

describe('suffixed', () => {
  test.each([
    ['a name with its number', ['Ola Test, HPR: 12', hpr, '12'], ['Ola Test', hpr, '12']],
    ['nothing but the number', ['HPR: 12', hpr, '12'], [undefined, hpr, '12']],
  ])('%s, there and back', (_, left, right) => {
    expect(suffixed.forward(left, silent)).toEqual(right)
    expect(suffixed.backward(right, silent)).toEqual(left)
  })

  test('the number in the name alone becomes the identifier', () => {
    expect(suffixed.forward(['Ola Test, HPR: 12', undefined, undefined], silent)).toEqual(['Ola Test', hpr, '12'])
  })

  test.each([
    ['another number', ['Ola Test, HPR: 12', hpr, '13']],
    ['a number of another system', ['Ola Test, HPR: 12', 'urn:other', '12']],
    ['a system without a number', ['Ola Test, HPR: 12', hpr, undefined]],
    ['a name that ends otherwise', ['Ola Test, HPR: 12 (vikar)', hpr, '12']],
    ['a name without a number', ['Ola Test', undefined, undefined]],
  ])('%s stays as it is', (_, left) => {
    expect(suffixed.forward(left, silent)).toEqual(left)
  })

  test('a number that is no number, or of another system, is not shown', () => {
    expect(suffixed.backward(['Ola', hpr, '1, HPR: 2'], silent)).toEqual(['Ola', hpr, '1, HPR: 2'])
    expect(suffixed.backward(['Ola', 'urn:other', '1'], silent)).toEqual(['Ola', 'urn:other', '1'])
    expect(suffixed.backward([undefined, undefined, undefined], silent)).toBeUndefined()
  })
})

describe('uuid', () => {
  test('a bare UUID and the URI of it', () => {
    expect(uuidCodec.forward([undefined, uuid], silent)).toEqual(['urn:ietf:rfc:3986', `urn:uuid:${uuid}`])
    expect(uuidCodec.backward(['urn:ietf:rfc:3986', `urn:uuid:${uuid}`], silent)).toEqual([undefined, uuid])
  })

  test.each([[[undefined, 'A1']], [[undefined, uuid.toUpperCase()]], [['urn:oid:1.2', uuid]]])('%j stays', (pair) => {
    expect(uuidCodec.forward(pair, silent)).toEqual(pair)
    expect(uuidCodec.backward(pair, silent)).toEqual(pair)
  })
})

test('day: an instant is told by its day, and less than a day is none', () => {
  expect(dayCodec.forward(['2024-02-11'], silent)).toEqual(['2024-02-11'])
  expect(dayCodec.backward(['2024-02-11T10:00:00+01:00'], silent)).toEqual(['2024-02-11'])
  expect(dayCodec.backward(['2024-02'], silent)).toBeUndefined()
})

test('years: an Age in UCUM years, 0 as less than 1, and no Age of another kind', () => {
  const age = { value: 68, system: 'http://unitsofmeasure.org', code: 'a' }
  expect(yearsCodec.forward([68], silent)).toEqual([age])
  expect(yearsCodec.backward([age], silent)).toEqual([68])
  expect(yearsCodec.backward(yearsCodec.forward([0], silent) ?? [], silent)).toEqual([0])
  expect(yearsCodec.backward([{ ...age, code: 'mo' }], silent)).toBeUndefined()
  expect(yearsCodec.backward([{ ...age, comparator: '>' }], silent)).toBeUndefined()
})

test('names: one text for first names and one for middle names', () => {
  const right = namesCodec.forward(['Ola Per', 'Test'], silent)
  expect(right?.[0]).toEqual(['Ola Per', 'Test'])
  expect(namesCodec.backward(right ?? [], silent)).toEqual(['Ola Per', 'Test'])
  expect(namesCodec.backward([['Ola', 'Per'], undefined], silent)).toEqual(['Ola Per', undefined])
})
