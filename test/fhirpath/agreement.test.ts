import { beforeAll, describe, expect, test } from 'vitest'
import { fhirModel } from '../../src/definition/model.ts'
import { isObject, type JsonObject } from '../../src/document/json.ts'
import { compileClosure, compileInvariant } from '../../src/fhirpath/compile.ts'
import { corrected } from '../../src/fhirpath/correction.ts'
import { type Invariant, Unanswerable } from '../../src/fhirpath/expression.ts'
import { loadFallback } from '../../src/fhirpath/fallback.ts'
import { statedInvariants } from './constraints.ts'
import { eachElement, type Instance, readExamples, surroundingsOf } from './instances.ts'
import { drawFrom, mutate, vocabularyOf } from './mutate.ts'

const model = fhirModel()
const isFull = process.env.KRITINFO_FULL === '1'
/** How many elements of a type each expression is asked of, as published and as mutated. */
const most = isFull ? 100 : 8
/** In bytes. The largest examples are tables of thousands of codes, each like the next. */
const largest = isFull ? 200_000 : 40_000

/**
 * Where the package `fhirpath` and the closures differ, and why the closures are right: they follow the HL7 validator,
 * which decides what counts as valid.
 */
const known: ReadonlyMap<string, string> = new Map([
  ['xhtml: hasValue() or (children().count() > id.count())', 'the package takes no narrative for a value'],
  ['Range: low.empty() or high.empty() or (low <= high)', 'the package finds an order where a quantity has no value'],
])

const invariants = statedInvariants()
const instances = new Map<string, Instance[]>()
const results = new Map<string, Set<unknown>>()

type Answer = boolean | 'unanswerable'

function ask(invariant: Invariant, { focus, surroundings }: Instance): Answer {
  try {
    return invariant(focus, surroundings)
  } catch (error) {
    if (error instanceof Unanswerable) return 'unanswerable'
    throw error
  }
}

/** Spread over all examples rather than the first ones. */
function sample(list: readonly Instance[]): Instance[] {
  const step = Math.max(list.length / most, 1)
  return Array.from({ length: Math.min(list.length, most) }, (_, index) => list[Math.floor(index * step)]).filter(
    (one) => one !== undefined,
  )
}

function mutants(list: readonly Instance[], expression: string, type: string): Instance[] {
  // What every resource or element has is asked of every type anyway.
  const times = (invariants.get(expression)?.size ?? 0) > 20 ? 2 : 40
  const words = vocabularyOf(expression)
  const draw = drawFrom(expression.length * 31 + type.length)
  const several = list.flatMap((one) => Array.from({ length: times }, () => one))
  return several.flatMap(({ focus, surroundings }) => {
    if (focus.value === undefined || !isObject(focus.value)) return []
    const value: JsonObject = mutate(focus.value, type, words, draw)
    const isResource = typeof value.resourceType === 'string'
    return [{ focus: { value }, surroundings: isResource ? surroundingsOf(value, value, value) : surroundings }]
  })
}

function differences(expression: string, type: string, one: Invariant, other: Invariant): string[] {
  const originals = sample(instances.get(type) ?? [])
  const answers = results.get(expression) ?? new Set()
  results.set(expression, answers)
  return [...originals, ...mutants(originals, expression, type)].flatMap((instance) => {
    const [mine, theirs] = [ask(one, instance), ask(other, instance)]
    answers.add(mine)
    return mine === theirs ? [] : [`${type}: ${mine}, not ${theirs}: ${JSON.stringify(instance.focus).slice(0, 3000)}`]
  })
}

beforeAll(() => {
  for (const example of readExamples(largest)) {
    eachElement(example, (type, instance) => {
      const list = instances.get(type) ?? []
      instances.set(type, list)
      list.push(instance)
    })
  }
})

describe('the invariants that R4, IPS, the extension pack and the profiles here state', () => {
  test('are all compiled, for every type that they are stated of', () => {
    const missing = [...invariants].flatMap(([expression, types]) =>
      [...types]
        .filter((type) => compileInvariant(expression, type, model) === undefined)
        .map((type) => `${type}: ${expression}`),
    )
    expect(missing).toEqual([])
    expect(invariants.size).toBeGreaterThan(230)
  })

  test('mean the same to the closures and to the package fhirpath, on examples and on mutants of them', async () => {
    const fallback = await loadFallback()
    const found = new Map<string, string[]>()
    for (const [expression, types] of invariants) {
      for (const type of types) {
        const mine = compileInvariant(expression, type, model)
        const theirs = fallback(expression, type)
        const lines =
          mine === undefined || theirs === undefined ? ['not compiled'] : differences(expression, type, mine, theirs)
        if (lines.length > 0) found.set(`${type}: ${expression}`, lines)
      }
    }
    const both = [...results.values()].filter((answers) => answers.has(true) && answers.has(false)).length
    process.stdout.write(`${invariants.size} expressions, ${both} of them both true and false on what was tried\n`)
    expect([...found].filter(([one]) => !known.has(one)).map(([one, lines]) => [one, lines.length, lines[0]])).toEqual(
      [],
    )
    expect([...known.keys()].filter((one) => !found.has(one))).toEqual([])
    expect(both).toBeGreaterThan(150)
  })

  test('mean the same to the twins written by hand', () => {
    const lines = [...invariants].flatMap(([expression, types]) =>
      [...types].flatMap((type) => {
        const twin = compileInvariant(expression, type, model)
        const closure = compileClosure(corrected(expression), type, model)
        return twin === undefined || closure === undefined ? [] : differences(expression, type, twin, closure)
      }),
    )
    expect(lines).toEqual([])
  })
})
