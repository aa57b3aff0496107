import { Decimal, isObject, type Json } from './json.ts'

/** Deep equality of documents; decimals are equal if their texts are (https://hl7.org/fhir/R4/datatypes.html#decimal). */
export function equal(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (one instanceof Decimal) return other instanceof Decimal && one.text === other.text
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) && one.length === other.length && one.every((member, index) => equal(member, other[index]))
    )
  }
  if (one === undefined || other === undefined || !isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equal(one[key], other[key]))
  )
}
