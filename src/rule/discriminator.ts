import type { Discriminator, ElementNode } from '../definition/definition.ts'
import { equal } from '../document/equal.ts'
import { isObject, type Json, textOf } from '../document/json.ts'
import { codesOf } from './coded-value.ts'
import { parseSteps } from './discriminator-path.ts'
import { type Reached, reach } from './discriminator-reach.ts'
import { type Standing, type Walked, walk } from './discriminator-walk.ts'
import type { RuleKit } from './kit.ts'
import { missingOf } from './prescribed.ts'
import { conformsTo } from './profile.ts'
import type { Run } from './run.ts'

export type Answer = 'yes' | 'no' | 'unknown'

/** A test of the values that a discriminator's path leads to. */
type Test = (walked: Walked, run: Run) => Answer

/** Whether a value belongs to the slice; `walks` gives, for each discriminator in turn, the values of its path. */
export type Matcher = (walks: (index: number) => Walked, run: Run) => Answer

/** A slicing without discriminators is by type, as that of `value[x]` is (https://hl7.org/fhir/R4/profiling.html#slicing). */
export const byOwnType: readonly Discriminator[] = [{ type: 'type', path: '$this' }]

/** Follows the path of a discriminator from a value; where the path is not understood, nothing can be told. */
export function walker(kit: RuleKit, { path }: Discriminator): (from: Standing, run: Run) => Walked {
  const steps = parseSteps(path)
  if (steps === undefined) return () => ({ values: [], isComplete: false })
  return (from, run) => walk(kit, from, steps, run)
}

/**
 * Every discriminator has to say that a value belongs to the slice
 * (https://hl7.org/fhir/R4/profiling.html#discriminator).
 */
export function matcherOf(kit: RuleKit, discriminators: readonly Discriminator[], slice: ElementNode): Matcher {
  let tests: readonly (Test | undefined)[] | undefined
  return (walks, run) => {
    // Made on the first question: profiles lead in circles, through what their references mean.
    tests ??= discriminators.map((one) => testOf(kit, one, slice))
    return ask(tests, walks, run)
  }
}

/** A slice that says nothing at the place of one discriminator is told by the others. */
function ask(tests: readonly (Test | undefined)[], walks: (index: number) => Walked, run: Run): Answer {
  let answer: Answer | undefined
  for (const [index, test] of tests.entries()) {
    if (test === undefined) continue
    const found = test(walks(index), run)
    if (found === 'no') return 'no'
    if (answer !== 'unknown') answer = found
  }
  return answer ?? 'unknown'
}

function testOf(kit: RuleKit, { type, path }: Discriminator, slice: ElementNode): Test | undefined {
  const steps = parseSteps(path)
  return steps === undefined ? () => 'unknown' : makers[type](kit, reach(kit, slice, steps))
}

/** Nothing, if the slice says nothing there that a value could be told by. */
type Maker = (kit: RuleKit, reached: readonly Reached[]) => Test | undefined

const makers: Readonly<Record<Discriminator['type'], Maker>> = {
  value: byValue,
  pattern: byValue,
  exists: byExistence,
  type: byType,
  profile: byProfile,
}

/** One of the values has what the slice prescribes: fixed, pattern, or a code of its required value set. */
function byValue(kit: RuleKit, reached: readonly Reached[]): Test | undefined {
  const wanted = reached.flatMap((each) => prescriptionsOf(kit, each))
  if (wanted.length === 0) return byExistence(kit, reached)
  return ({ values, isComplete }) => {
    let answer: Answer = isComplete ? 'no' : 'unknown'
    for (const { value } of values) {
      for (const test of wanted) {
        const found = test(value)
        if (found === 'yes') return found
        if (found === 'unknown') answer = found
      }
    }
    return answer
  }
}

function prescriptionsOf(kit: RuleKit, { node, fixed, pattern }: Reached): ((value: Json | undefined) => Answer)[] {
  if (fixed !== undefined) return [(value) => yesOrNo(equal(value, fixed))]
  if (pattern !== undefined) return [(value) => yesOrNo(missingOf(value, pattern) === undefined)]
  const { binding } = node ?? {}
  const valueSet = binding?.strength === 'required' ? binding.valueSet : undefined
  return valueSet === undefined ? [] : [(value) => inValueSet(kit, valueSet, value)]
}

function inValueSet(kit: RuleKit, valueSet: string, value: Json | undefined): Answer {
  const answers = codesOf(value).map((code) => kit.sources.terminology.member(valueSet, code))
  if (answers.includes('in')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

/** The slice asks that the element be there, or that it be not. */
function byExistence(_kit: RuleKit, reached: readonly Reached[]): Test | undefined {
  const { min = 0, max = -1 } = reached.find((each) => each.node !== undefined)?.node ?? {}
  if (max !== 0 && min === 0) return undefined
  return ({ values, isComplete }) =>
    !isComplete && values.length === 0 ? 'unknown' : yesOrNo(values.length > 0 === (max !== 0))
}

function byType(kit: RuleKit, reached: readonly Reached[]): Test | undefined {
  const wanted = reached.flatMap(({ type, node }) => type ?? node?.types?.map(({ code }) => code) ?? [])
  if (wanted.length === 0) return undefined
  return ({ values, isComplete }) => {
    if (values.some((value) => wanted.some((type) => isOfType(kit, typeOf(value), type)))) return 'yes'
    return isComplete ? 'no' : 'unknown'
  }
}

/** A code is no string here: only an abstract type stands for what derives from it. */
function isOfType(kit: RuleKit, type: string, wanted: string): boolean {
  if (type === wanted) return true
  return kit.sources.definitions.type(wanted)?.abstract === true && kit.isKindOf(type, wanted)
}

function typeOf({ value, type }: Standing): string {
  return type === 'Resource' && isObject(value) ? textOf(value.resourceType) : type
}

/** The value meets one of the profiles; what is wrong with the others is not of interest. */
function byProfile(kit: RuleKit, reached: readonly Reached[]): Test | undefined {
  const profiles = reached.flatMap(
    ({ profile, node }) => profile ?? node?.types?.flatMap(({ profiles = [] }) => profiles) ?? [],
  )
  if (profiles.length === 0) return byType(kit, reached)
  return ({ values, isComplete }, run) => {
    let answer: Answer = isComplete ? 'no' : 'unknown'
    for (const one of values) {
      for (const profile of profiles) {
        const found = conformsTo(kit, profile, one, run)
        if (found === true) return 'yes'
        if (found === undefined) answer = 'unknown'
      }
    }
    return answer
  }
}

function yesOrNo(is: boolean): Answer {
  return is ? 'yes' : 'no'
}
