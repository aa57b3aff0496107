import fc from 'fast-check'
import { Decimal, type Json, setKey } from '../../src/document/json.ts'

const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'a', '_a', '0'),
  fc.string({ unit: 'binary' }),
)
const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,20})?([eE][+-]?\d{1,3})?$/)
const decimal = digits.map((text): Json => (String(Number(text)) === text ? Number(text) : new Decimal(text)))
const leaf = fc.oneof(fc.constant(null), fc.boolean(), decimal, fc.string({ unit: 'binary' }), fc.integer())

/** Trees as reading makes them: a number is a `Decimal` exactly if JavaScript would write it differently. */
export const arbitraryJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((members) => {
      const object = {}
      for (const [name, value] of members) setKey(object, name, value)
      return object
    }),
  ),
})).value
