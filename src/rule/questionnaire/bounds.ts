import { Decimal, type Json } from '../../document/json.ts'
import { numberOf, textOf } from '../../fhirpath/compare.ts'
import { compareMoments, momentOf } from '../../fhirpath/moment.ts'
import type { Asking, Given } from './asking.ts'
import { limitOf } from './lists.ts'

/** `minValue`, `maxValue` (https://hl7.org/fhir/R4/extension-minvalue.html) and `maxDecimalPlaces` of a number. */
export function checkNumber(given: Given, asking: Asking): void {
  const value = numberOf(given.value)
  if (value === undefined) return
  checkBounds(given, asking, (limit) => {
    const bound = numberOf(limit)
    return bound === undefined ? undefined : value - bound
  })
  checkDecimals(given, given.value, asking)
}

/** The same of a date or a time. Both ends belong to the range, so that `2022-06` as an end takes in all of June. */
export function checkMoment(given: Given, asking: Asking): void {
  const value = momentOf(textOf(given.value) ?? '')
  if (value === undefined) return
  checkBounds(given, asking, (limit) => {
    const bound = momentOf(textOf(limit) ?? '')
    return bound === undefined ? undefined : compareMoments(value, bound)
  })
}

function checkBounds(
  { question, path }: Given,
  { report }: Asking,
  orderTo: (limit: Json) => number | undefined,
): void {
  const { linkId } = question
  const [min, max] = [limitOf(question, 'minValue'), limitOf(question, 'maxValue')]
  if (min !== undefined && (orderTo(min) ?? 0) < 0) report(path, 'QRS-022', { linkId, limit: textOf(min) ?? '' })
  if (max !== undefined && (orderTo(max) ?? 0) > 0) report(path, 'QRS-023', { linkId, limit: textOf(max) ?? '' })
}

/** Digits behind the point, of the number written out in full (https://hl7.org/fhir/R4/extension-maxdecimalplaces.html). */
export function checkDecimals({ question, path }: Given, value: Json | undefined, { report }: Asking): void {
  const limit = numberOf(limitOf(question, 'maxDecimalPlaces'))
  if (limit !== undefined && decimalsOf(value) > limit) report(path, 'QRS-024', { linkId: question.linkId, limit })
}

function decimalsOf(value: Json | undefined): number {
  // What is no number is said by its type.
  const text = value instanceof Decimal ? value.text : typeof value === 'number' ? String(value) : ''
  const [number = '', exponent = '0'] = text.toLowerCase().split('e')
  const point = number.indexOf('.')
  return Math.max((point < 0 ? 0 : number.length - point - 1) - Number(exponent), 0)
}
