import type { ElementNode } from '../definition/definition.ts'
import { equal } from '../document/equal.ts'
import { Decimal, isObject, type Json, type JsonObject, textOf } from '../document/json.ts'
import { scaleBetween } from '../terminology/unit-scale.ts'
import type { Asker, Check } from './run.ts'
import { nameHere } from './type.ts'

/**
 * Values that a definition prescribes: fixed, pattern, least and greatest, longest
 * (https://hl7.org/fhir/R4/elementdefinition.html#ElementDefinition).
 */
export function prescribedChecks(node: ElementNode, asker: Asker): Check[] {
  const { fixed, pattern, minValue, maxValue, minLength, maxLength, alternatives } = node
  return [
    fixed === undefined ? undefined : fixedCheck(fixed, asker),
    pattern === undefined ? undefined : patternCheck(pattern, asker),
    minValue === undefined ? undefined : boundCheck(minValue, 'FIX-003', asker),
    maxValue === undefined ? undefined : boundCheck(maxValue, 'FIX-004', asker),
    maxLength === undefined ? undefined : lengthCheck(maxLength, asker),
    minLength === undefined ? undefined : leastLengthCheck(minLength, asker),
    alternatives === undefined ? undefined : alternativeCheck(alternatives, asker),
  ].filter((check) => check !== undefined)
}

function fixedCheck(fixed: Json, asker: Asker): Check {
  return (value, _extra, run) => {
    if (!equal(value, fixed)) run.report('FIX-001', { name: nameHere(run) }, asker)
  }
}

function patternCheck(pattern: Json, asker: Asker): Check {
  return (value, _extra, run) => {
    const missing = missingOf(value, pattern)
    if (missing !== undefined) run.report('FIX-002', { name: nameHere(run), missing: missing || 'the value' }, asker)
  }
}

/**
 * What of a pattern the value lacks, as a path from the value (empty for the value itself); undefined if it has it all.
 * Each member of an array in the pattern has its match in the instance's array, in any order.
 */
export function missingOf(value: Json | undefined, pattern: Json): string | undefined {
  if (Array.isArray(pattern)) {
    const values = Array.isArray(value) ? value : []
    const hasAll = pattern.every((wanted) => values.some((one) => missingOf(one, wanted) === undefined))
    return hasAll ? undefined : ''
  }
  if (!isObject(pattern)) return equal(value, pattern) ? undefined : ''
  if (!isObject(value)) return ''
  for (const [key, wanted] of Object.entries(pattern)) {
    const missing = missingOf(Object.hasOwn(value, key) ? value[key] : undefined, wanted)
    if (missing !== undefined) return missing === '' ? key : `${key}.${missing}`
  }
  return undefined
}

function boundCheck(limit: Json, code: 'FIX-003' | 'FIX-004', asker: Asker): Check {
  return (value, _extra, run) => {
    const order = compare(value, limit)
    if (order === undefined) return
    if (code === 'FIX-003' ? order < 0 : order > 0)
      run.report(code, { name: nameHere(run), limit: limitText(limit) }, asker)
  }
}

/** Numbers as numbers; quantities of one unit as theirs; dates and times as text, as far as both are stated. Undefined for what has no order here. */
function compare(value: Json | undefined, limit: Json): number | undefined {
  if (isNumber(value) && isNumber(limit)) return Number(value) - Number(limit)
  if (isObject(value) && isObject(limit)) return compareQuantities(value, limit)
  if (typeof value !== 'string' || typeof limit !== 'string') return undefined
  const length = Math.min(value.length, limit.length)
  const [one, other] = [value.slice(0, length), limit.slice(0, length)]
  return one < other ? -1 : one > other ? 1 : 0
}

function isNumber(value: Json | undefined): value is number | Decimal {
  return typeof value === 'number' || value instanceof Decimal
}

function lengthCheck(limit: number, asker: Asker): Check {
  return (value, _extra, run) => {
    if (typeof value === 'string' && value.length > limit) run.report('FMT-005', { limit }, asker)
  }
}

function leastLengthCheck(limit: number, asker: Asker): Check {
  return (value, _extra, run) => {
    if (typeof value === 'string' && value.length < limit) run.report('FMT-017', { limit }, asker)
  }
}

/** A value, or one of the extensions that may stand in for it. */
function alternativeCheck(alternatives: readonly string[], asker: Asker): Check {
  return (value, extra, run) => {
    if (value !== undefined || !isObject(extra) || !Array.isArray(extra.extension)) return
    const stands = extra.extension.some((one) => isObject(one) && alternatives.includes(textOf(one.url)))
    if (!stands) run.report('FIX-005', { name: nameHere(run), alternatives: alternatives.join(', ') }, asker)
  }
}

function compareQuantities(value: JsonObject, limit: JsonObject): number | undefined {
  if (value.system !== limit.system || !isNumber(value.value) || !isNumber(limit.value)) return undefined
  const scale = scaleBetween(textOf(value.code), textOf(limit.code))
  return scale === undefined ? undefined : Number(value.value) * scale - Number(limit.value)
}

function limitText(limit: Json): string {
  return isObject(limit) ? `${String(limit.value)} ${String(limit.code ?? '')}`.trim() : String(limit)
}
