import type { Discriminator, ElementNode } from '../definition/definition.ts'
import { equal } from '../document/equal.ts'
import { isObject, type Json } from '../document/json.ts'
import { codesOf } from './coded-value.ts'
import { parseSteps, type Step } from './discriminator-path.ts'
import { type Reached, reach } from './discriminator-reach.ts'
import { type Standing, walk } from './discriminator-walk.ts'
import type { RuleKit } from './kit.ts'
import type { Occurrence } from './occurrence.ts'
import { missingOf } from './prescribed.ts'
import { conformsTo, isKindOf } from './profile.ts'
import type { Run } from './run.ts'

export type Answer = 'yes' | 'no' | 'unknown'

/**
 * Whether a value belongs to a slice: every discriminator has to say so
 * (https://hl7.org/fhir/R4/profiling.html#discriminator). A slice without discriminators is told by its types.
 */
export function matcherOf(
  kit: RuleKit,
  discriminators: readonly Discriminator[],
  parent: ElementNode,
  slice: ElementNode,
): (one: Occurrence, run: Run) => Answer {
  const told = discriminators.length > 0 ? discriminators : [{ type: 'type' as const, path: '$this' }]
  const tests = told.map((one) => testOf(kit, one, slice, parent))
  return ({ value, extra, member }, run) => {
    let answer: Answer = 'yes'
    for (const test of tests) {
      const found = test({ value, extra, type: member.type }, run)
      if (found === 'no') return 'no'
      if (found === 'unknown') answer = 'unknown'
    }
    return answer
  }
}

type Test = (one: Standing, run: Run) => Answer

function testOf(kit: RuleKit, { type, path }: Discriminator, slice: ElementNode, parent: ElementNode): Test {
  const steps = parseSteps(path)
  if (steps === undefined) return () => 'unknown'
  let reached: readonly Reached[] | undefined
  return (one, run) => {
    reached ??= reach(kit, slice, steps)
    return tests[type](kit, reached, steps, one, run, parent)
  }
}

type Kind = (
  kit: RuleKit,
  reached: readonly Reached[],
  steps: readonly Step[],
  one: Standing,
  run: Run,
  parent: ElementNode,
) => Answer

const tests: Readonly<Record<Discriminator['type'], Kind>> = {
  value: byValue,
  pattern: byValue,
  exists: byExistence,
  type: byType,
  profile: byProfile,
}

/** One of the values has what the slice prescribes: fixed, pattern, or a code of its required value set. */
function byValue(kit: RuleKit, reached: readonly Reached[], steps: readonly Step[], one: Standing, run: Run): Answer {
  const wanted = reached.flatMap((each) => prescriptionsOf(kit, each))
  if (wanted.length === 0) return byExistence(kit, reached, steps, one, run)
  const { values, isComplete } = walk(kit, one, steps, run)
  const answers = values.flatMap(({ value }) => wanted.map((test) => test(value)))
  return anyOf(answers, isComplete)
}

function anyOf(answers: readonly Answer[], isComplete: boolean): Answer {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') || !isComplete ? 'unknown' : 'no'
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
function byExistence(
  kit: RuleKit,
  reached: readonly Reached[],
  steps: readonly Step[],
  one: Standing,
  run: Run,
): Answer {
  const node = reached.find((each) => each.node !== undefined)?.node
  const wants = node?.max === 0 ? false : (node?.min ?? 0) > 0 ? true : undefined
  if (wants === undefined) return 'unknown'
  const { values, isComplete } = walk(kit, one, steps, run)
  if (!isComplete && values.length === 0) return 'unknown'
  return yesOrNo(values.length > 0 === wants)
}

function byType(kit: RuleKit, reached: readonly Reached[], steps: readonly Step[], one: Standing, run: Run): Answer {
  const wanted = reached.flatMap(({ type, node }) => type ?? node?.types?.map(({ code }) => code) ?? [])
  if (wanted.length === 0) return 'unknown'
  const { values, isComplete } = walk(kit, one, steps, run)
  const answers = values.map((value) => yesOrNo(wanted.some((type) => isKindOf(kit, typeOf(value), type))))
  return anyOf(answers, isComplete)
}

function typeOf({ value, type }: Standing): string {
  return type === 'Resource' && isObject(value) ? String(value.resourceType) : type
}

/** The value meets one of the profiles; what is wrong with the others is not of interest. */
function byProfile(kit: RuleKit, reached: readonly Reached[], steps: readonly Step[], one: Standing, run: Run): Answer {
  const profiles = reached.flatMap(
    ({ profile, node }) => profile ?? node?.types?.flatMap(({ profiles = [] }) => profiles) ?? [],
  )
  if (profiles.length === 0) return byType(kit, reached, steps, one, run)
  const { values, isComplete } = walk(kit, one, steps, run)
  const answers = values.flatMap(({ value }) =>
    isObject(value) ? profiles.map((profile): Answer => answerOf(conformsTo(kit, profile, value, run))) : [],
  )
  return anyOf(answers, isComplete)
}

function answerOf(conforms: boolean | undefined): Answer {
  return conforms === undefined ? 'unknown' : yesOrNo(conforms)
}

function yesOrNo(is: boolean): Answer {
  return is ? 'yes' : 'no'
}
