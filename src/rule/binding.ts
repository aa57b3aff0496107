import type { Binding } from '../definition/definition.ts'
import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Membership } from '../terminology/terminology.ts'
import { codesOf } from './coded-value.ts'
import type { RuleKit } from './kit.ts'
import { kjBase, kjProfileOf } from './norwegian/kj.ts'
import type { Asker, Check, Run } from './run.ts'

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
  return demandsOf(binding).map((demand) => demandCheck(kit, demand, asker, type))
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

function demandCheck(kit: RuleKit, { valueSet, strength, code }: Demand, asker: Asker, type: string): Check {
  const isFirm = code === 'BND-001' || code === 'BND-004'
  const lacksCode = type === 'CodeableConcept' ? conceptLacksCode : saysNoCode
  const isComplex = /^[A-Z]/.test(type)
  return (value, _extra, run) => {
    // What is written as another type is said to be that, and no more.
    if (isObject(value) !== isComplex) return
    const isLacking = (one: Json | undefined) => isFirm && isObject(one) && lacksCode(one, run)
    const answer = memberOf(kit, valueSet, value, isLacking)
    if (answer === 'out') run.report(code, { valueSet }, asker)
    else if (answer === 'unknown' && strength !== 'preferred') run.cannotTell('BND-005', { valueSet, strength }, asker)
  }
}

/** Of several codings one is enough. Where there is no code, the binding's strength decides what that means. */
function memberOf(
  kit: RuleKit,
  valueSet: string,
  value: Json | undefined,
  isLacking: (value: Json | undefined) => boolean,
): Membership {
  const codes = codesOf(value)
  if (codes.length === 0) return isLacking(value) ? 'out' : 'in'
  let answer: Membership = 'out'
  for (const one of codes) {
    const found = kit.sources.terminology.member(valueSet, one)
    if (found === 'in') return 'in'
    if (found === 'unknown') answer = 'unknown'
  }
  return answer
}

/**
 * NHN writes "sannsynlig" (probable), for which R4 has no code, as this extension beside a coding without a code
 * (https://kjernejournal.atlassian.net/wiki/spaces/KJERNEJOURDOK1/pages/664634513).
 */
const presumed = 'http://nhn.no/kj/fhir/StructureDefinition/KjPresumed'

/**
 * A concept in words alone, or with a reason why data are absent, meets no binding that demands a code, as the HL7 engine
 * has it too (https://hl7.org/fhir/R4/terminologies.html#required). What NHN says by its own extension does, in a record that
 * is held against NHN's profile.
 */
function conceptLacksCode({ extension }: JsonObject, run: Run): boolean {
  const extensions = Array.isArray(extension) && isOfNhn(run) ? extension : []
  return !extensions.some((one) => isObject(one) && one.url === presumed && one.valueBoolean === true)
}

function isOfNhn({ scope, root, asked }: Run): boolean {
  return (
    kjProfileOf(scope.resource) !== undefined ||
    (scope.resource === root && asked.some((one) => one.startsWith(kjBase)))
  )
}

/** Words without a code; a number has its unit, and an extension may be all that there is to say. */
function saysNoCode(value: JsonObject): boolean {
  return !('value' in value) && !('extension' in value) && ('text' in value || 'coding' in value || 'display' in value)
}
