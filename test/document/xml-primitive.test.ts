import { expect, test } from 'vitest'
import { Decimal, type Json } from '../../src/document/json.ts'
import type { PrimitiveKind } from '../../src/document/xml-model.ts'
import { parsePrimitive, printPrimitive } from '../../src/document/xml-primitive.ts'

const cases: [PrimitiveKind, string, Json][] = [
  ['boolean', 'true', true],
  ['boolean', 'false', false],
  ['boolean', 'True', 'True'],
  ['number', '1', 1],
  ['number', '-1.5', -1.5],
  ['number', '1.50', new Decimal('1.50')],
  ['number', '1e5', new Decimal('1e5')],
  ['number', '-0', new Decimal('-0')],
  ['number', '01', '01'],
  ['number', '+1', '+1'],
  ['number', '', ''],
  ['string', 'true', 'true'],
  ['string', '1.50', '1.50'],
]

test.each(cases)('%s %j', (kind, text, value) => {
  expect(parsePrimitive(kind, text)).toEqual(value)
  expect(printPrimitive(kind, value)).toBe(text)
})

test.each<[PrimitiveKind, Json]>([
  ['boolean', 'true'],
  ['boolean', 1],
  ['number', '1'],
  ['number', Number.NaN],
  ['number', -0],
  ['string', true],
  ['string', 1],
  ['string', new Decimal('1.0')],
  ['string', null],
  ['string', {}],
])('as %s, %j would not come back and is not printed', (kind, value) => {
  expect(printPrimitive(kind, value)).toBeUndefined()
})
