import fc from 'fast-check'
import { fhirModel } from '../../src/definition/model.ts'
import type { JsonObject } from '../../src/document/json.ts'
import { compileExpression, compileInvariant } from '../../src/fhirpath/compile.ts'
import { EvaluationError } from '../../src/fhirpath/element.ts'
import { type Surroundings, Unanswerable } from '../../src/fhirpath/expression.ts'
import { loadFallback } from '../../src/fhirpath/fallback.ts'
import { matcherOf } from '../../src/cli/glob.ts'
import { matcher } from '../../src/fhirpath/pattern.ts'
import { compilePattern } from '../../src/terminology/pattern.ts'
import { documents } from './corpus.ts'
import { expressions } from './expressions.ts'
import { demandEqual, type Target } from './target.ts'

const fallback = await loadFallback()
const model = fhirModel()
const resources = documents.filter((one) => typeof one.resourceType === 'string' && JSON.stringify(one).length < 10_000)

interface ExpressionCase {
  readonly expression: string
  readonly document: number
}

/** Undefined where it cannot be evaluated or answered, which are ways of saying so; anything else is thrown. */
function evaluated<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (problem) {
    if (problem instanceof EvaluationError || problem instanceof Unanswerable) return undefined
    throw problem
  }
}

function answers(expression: string, root: JsonObject): unknown[] {
  const world: Surroundings = { resource: root, rootResource: root, resolve: () => undefined }
  const type = String(root.resourceType)
  const focus = { value: root, companion: undefined }
  return [
    compileInvariant(expression, type, model),
    fallback(expression, type),
    compileExpression(expression, type, model),
  ].map((compiled) => evaluated(() => JSON.stringify(compiled?.(focus, world)))?.length)
}

/** An expression compiles or not, and is answered or not, the same each time and in time. */
export const expressionTarget: Target<ExpressionCase> = {
  name: 'expression',
  cases: fc.record({ expression: expressions, document: fc.nat(1000) }),
  bound: 5000,
  check({ expression, document }) {
    const root = resources[document % resources.length]
    if (root !== undefined) demandEqual('evaluating twice', answers(expression, root), answers(expression, root))
  },
}

interface PatternCase {
  readonly pattern: string
  readonly text: string
}

const parts = [
  'a',
  'b',
  '.',
  '\\d',
  '\\w',
  '[ab]',
  '[^a]',
  '(',
  '(?:',
  ')',
  '|',
  '*',
  '+',
  '?',
  '*?',
  '{2}',
  '{1,9}',
  '{0,}',
  '{99}',
  '^',
  '$',
  '\\b',
  '\\1',
  '(?=',
  '\\p{L}',
  '**',
  '/',
  '**/',
  '?',
] as const

/** Regular expressions and patterns of files, from wherever, take time that grows no faster than the text and they do. */
export const patternTarget: Target<PatternCase> = {
  name: 'pattern',
  cases: fc.record({
    pattern: fc.array(fc.constantFrom<string>(...parts), { maxLength: 16 }).map((list) => list.join('')),
    text: fc
      .tuple(fc.constantFrom('a', 'ab', 'a/', 'a1', '/'), fc.constantFrom(3, 30, 3000), fc.constantFrom('', '!', 'c'))
      .map(([unit, times, end]) => unit.repeat(times) + end),
  }),
  bound: 2000,
  check({ pattern, text }) {
    evaluated(() => matcher(pattern).test(text))
    evaluated(() => matcher(pattern).testAll(text))
    evaluated(() => matcher(pattern).replace(text, '[$1]'))
    compilePattern(pattern)?.(text)
    matcherOf(pattern)(text)
  },
}
