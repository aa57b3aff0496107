import { numberOf } from './json-lexer.ts'
import { Decimal, type Json } from './json.ts'
import type { PrimitiveKind } from './xml-model.ts'

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * The JSON value for the `value` attribute of a primitive (https://hl7.org/fhir/R4/json.html#primitive). A text that
 * is no boolean or number stays a string: that it is wrong is for validation to say.
 */
export function parsePrimitive(kind: PrimitiveKind, text: string): string | number | boolean | Decimal {
  if (kind === 'boolean') return text === 'true' || (text === 'false' ? false : text)
  return kind === 'number' && jsonNumber.test(text) ? numberOf(text) : text
}

/** The text for a primitive, or nothing if reading that text would not give the same value back. */
export function printPrimitive(kind: PrimitiveKind, value: Json): string | undefined {
  if (value === null || (typeof value === 'object' && !(value instanceof Decimal))) return undefined
  const text = value instanceof Decimal ? value.text : String(value)
  const again = parsePrimitive(kind, text)
  const same =
    value instanceof Decimal ? typeof again !== 'string' && typeof again !== 'boolean' : Object.is(again, value)
  return same ? text : undefined
}
