import { getKey, isObject, type JsonObject } from '../../document/json.ts'
import { numberOf } from '../../fhirpath/compare.ts'
import { codesOf } from '../coded-value.ts'
import type { Asking, Given } from './asking.ts'
import { checkDecimals } from './bounds.ts'
import { extension } from './form.ts'
import { limitOf, listsOf, unitKeys } from './lists.ts'
import { textOf } from './parts.ts'
import { conversionBetween } from './unit-kind.ts'

const structure = 'http://hl7.org/fhir/StructureDefinition/'
const dataCapture = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'
const ucum = 'http://unitsofmeasure.org'

/** Units, bounds and decimals of a quantity (https://hl7.org/fhir/R4/extension-questionnaire-unitoption.html). */
export function checkQuantity(given: Given, asking: Asking): void {
  const { value, question } = given
  if (!isObject(value)) return
  checkUnit(given, value, asking)
  checkDecimals(given, getKey(value, 'value'), asking)
  const min = extension(question, `${dataCapture}minQuantity`, `${structure}minValue`)
  const max = extension(question, `${dataCapture}maxQuantity`, `${structure}maxValue`)
  if (isObject(min)) checkBound(given, value, min, 'min', asking)
  if (isObject(max)) checkBound(given, value, max, 'max', asking)
}

/** Both bounds belong to the range; a bound is named with its unit. */
function checkBound(given: Given, value: JsonObject, bound: JsonObject, end: 'min' | 'max', asking: Asking): void {
  const { path, question } = given
  const limit =
    `${numberOf(getKey(bound, 'value')) ?? ''} ${textOf(bound, 'code') ?? textOf(bound, 'unit') ?? ''}`.trim()
  const params = { linkId: question.linkId, limit }
  const order = orderOf(value, bound)
  if (order === 'incomparable') asking.report(path, 'QRS-033', params)
  else if (order === undefined) asking.around.cannotTell(path, 'QRS-043', params)
  else if (end === 'min' && order < 0) asking.report(path, 'QRS-022', params)
  else if (end === 'max' && order > 0) asking.report(path, 'QRS-023', params)
}

/** Without a coded unit on both sides there is nothing to compare by; an inexact amount (`<`) may lie on either side. */
function orderOf(value: JsonObject, bound: JsonObject): number | 'incomparable' | undefined {
  const [amount, limit] = [numberOf(getKey(value, 'value')), numberOf(getKey(bound, 'value'))]
  const [unit, wanted] = [textOf(value, 'code'), textOf(bound, 'code')]
  const [system, other] = [textOf(value, 'system'), textOf(bound, 'system')]
  if (unit === undefined || wanted === undefined || system === undefined || system !== other) return 'incomparable'
  if (amount === undefined || limit === undefined || getKey(value, 'comparator') !== undefined) return undefined
  if (unit === wanted) return amount - limit
  const factor = system === ucum ? conversionBetween(unit, wanted) : undefined
  return typeof factor === 'number' ? amount * factor - limit : factor
}

function checkUnit({ question, path }: Given, value: JsonObject, asking: Asking): void {
  const { linkId } = question
  const { units } = listsOf(question, asking)
  if (units.size > 0 && !unitKeys(value).some((one) => units.has(one))) asking.report(path, 'QRS-032', { linkId })
  const valueSet = limitOf(question, 'questionnaire-unitValueSet')
  const [code] = codesOf(value)
  if (typeof valueSet !== 'string') return
  const answer = code === undefined ? 'out' : asking.around.member(valueSet, code)
  if (answer === 'out') asking.report(path, 'QRS-032', { linkId })
  else if (answer === 'unknown') asking.around.cannotTell(path, 'QRS-041', { linkId, valueSet })
}
