import { Decimal, type Json } from '../document/json.ts'
import type { Codec } from './codec.ts'

/**
 * `completed`: a count of completed units on the left, a FHIR Age on the right, as value and comparator. Age 0 is "less
 * than 1": FHIR has no Age of 0 (age-1, https://hl7.org/fhir/R4/datatypes.html#Age), and means the same by the comparator.
 * Any other comparator is another statement: it does not cross as a number.
 */
export const completed: Codec = {
  name: 'completed',
  forward: ([value]) => (value === undefined ? undefined : isNumber(value, 0) ? [1, '<'] : [value]),
  backward: ([value, comparator]) => {
    if (value === undefined) return undefined
    if (comparator === undefined) return [value]
    return comparator === '<' && isNumber(value, 1) ? [0] : undefined
  },
}

function isNumber(value: Json, number: number): boolean {
  return (value instanceof Decimal ? Number(value.text) : value) === number
}
