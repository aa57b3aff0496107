import { equal } from '../document/equal.ts'
import { isObject, type Json } from '../document/json.ts'
import type { Codec } from './codec.ts'
import { completed } from './completed.ts'

const ucum = 'http://unitsofmeasure.org'

/**
 * `years`: a number of completed years on the left, a FHIR Age in UCUM years on the right. An Age in another unit, or
 * with words of its own, is not that number alone and does not cross.
 */
export const yearsCodec: Codec = {
  name: 'years',
  forward([years], place) {
    if (years === undefined) return undefined
    const [value, comparator] = completed.forward([years], place) ?? []
    return [ageOf(value ?? null, comparator)]
  },
  backward([age], place) {
    if (!isObject(age)) return undefined
    const { value, comparator } = age
    return equal(age, ageOf(value ?? null, comparator)) ? completed.backward([value, comparator], place) : undefined
  },
}

function ageOf(value: Json, comparator: Json | undefined): Json {
  return { value, ...(comparator === undefined ? {} : { comparator }), system: ucum, code: 'a' }
}
