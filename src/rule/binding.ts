import type { Binding } from '../definition/definition.ts'
import { isObject, type Json } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Membership } from '../terminology/terminology.ts'
import { codesOf } from './coded-value.ts'
import type { RuleKit } from './kit.ts'
import type { Asker, Check } from './run.ts'

/** One value set that a value is held against, and what is said of a value that is not in it. */
interface Demand {
  readonly valueSet: string
  readonly strength: string
  readonly code: IssueCode
}

const codeOfStrength: Readonly<Record<string, IssueCode>> = {
  required: 'BND-001',
  extensible: 'BND-002',
  preferred: 'BND-003',
}

/**
 * Purposes of additional bindings that say what a code should be, with what is said of a code that is not
 * (https://hl7.org/fhir/R5/valueset-additional-binding-purpose.html). The others are for people who choose or map.
 */
const codeOfPurpose: Readonly<Record<string, IssueCode>> = {
  required: 'BND-001',
  maximum: 'BND-004',
  extensible: 'BND-002',
  preferred: 'BND-003',
  current: 'BND-002',
}

const bindable: ReadonlySet<string> = new Set([
  'code',
  'string',
  'uri',
  'markdown',
  'Coding',
  'CodeableConcept',
  'Quantity',
])

/** Codes against value sets (https://hl7.org/fhir/R4/terminologies.html#strength). */
export function bindingChecks(kit: RuleKit, binding: Binding | undefined, asker: Asker, type: string): Check[] {
  if (binding === undefined || !bindable.has(type)) return []
  return demandsOf(binding).map((demand) => demandCheck(kit, demand, asker))
}

function demandsOf({ strength, valueSet, maxValueSet, additional = [] }: Binding): Demand[] {
  const code = codeOfStrength[strength]
  return [
    ...(code === undefined || valueSet === undefined ? [] : [{ valueSet, strength, code }]),
    ...(maxValueSet === undefined ? [] : [{ valueSet: maxValueSet, strength: 'maximum', code: 'BND-004' as const }]),
    ...additional.flatMap(({ purpose, valueSet }) => {
      const told = codeOfPurpose[purpose]
      return told === undefined ? [] : [{ valueSet, strength: purpose, code: told }]
    }),
  ]
}

function demandCheck(kit: RuleKit, { valueSet, strength, code }: Demand, asker: Asker): Check {
  const isFirm = code === 'BND-001' || code === 'BND-004'
  return (value, _extra, run) => {
    const answer = memberOf(kit, valueSet, value, isFirm)
    if (answer === 'out') run.report(code, { valueSet }, asker)
    else if (answer === 'unknown' && strength !== 'preferred') run.cannotTell('BND-005', { valueSet, strength }, asker)
  }
}

/** Of several codings one is enough. A concept in words alone meets no required binding, and any other. */
function memberOf(kit: RuleKit, valueSet: string, value: Json | undefined, isFirm: boolean): Membership {
  const codes = codesOf(value)
  if (codes.length === 0) return isFirm && isObject(value) && isWithoutReason(value) ? 'out' : 'in'
  let answer: Membership = 'out'
  for (const one of codes) {
    const found = kit.sources.terminology.member(valueSet, one)
    if (found === 'in') return 'in'
    if (found === 'unknown') answer = 'unknown'
  }
  return answer
}

/** A value that says by an extension why it has no code is not asked for one. */
function isWithoutReason(value: { [key: string]: Json }): boolean {
  return !('value' in value) && !('extension' in value) && ('text' in value || 'coding' in value || 'display' in value)
}
