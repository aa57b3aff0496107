import type { CodeSystem, Concept, Filter } from './code-system.ts'
import { compilePattern } from './pattern.ts'

type ConceptTest = (concept: Concept) => boolean
type Build = (system: CodeSystem, filter: Filter) => ConceptTest | undefined

/**
 * The test of a filter over a listed code system, by https://hl7.org/fhir/R4/valueset-filter-operator.html;
 * `undefined` where it cannot be decided: an operator or pattern we do not know, a property that is not at hand, a
 * concept that is not in the system.
 */
export function conceptTest(system: CodeSystem, filter: Filter): ConceptTest | undefined {
  return builders.get(filter.op)?.(system, filter)
}

const builders: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['is-a', (system, { value }) => below(system, value, true)],
  ['descendent-of', (system, { value }) => below(system, value, false)],
  ['is-not-a', (system, { value }) => negated(below(system, value, true))],
  ['generalizes', generalizes],
  ['=', (system, filter) => withValues(system, filter, (values) => values.includes(filter.value))],
  ['in', (system, filter) => withValues(system, filter, oneOf(filter.value))],
  ['not-in', (system, filter) => negated(withValues(system, filter, oneOf(filter.value)))],
  ['regex', regex],
  ['exists', exists],
])

function below(system: CodeSystem, top: string, itself: boolean): ConceptTest | undefined {
  if (!system.concepts.has(top)) return undefined
  const codes = descendants(system, top)
  if (itself) codes.add(top)
  else codes.delete(top)
  return (concept) => codes.has(concept.code)
}

function generalizes(system: CodeSystem, { value }: Filter): ConceptTest | undefined {
  if (!system.concepts.has(value)) return undefined
  const codes = ancestors(system, value)
  codes.add(value)
  return (concept) => codes.has(concept.code)
}

function regex(system: CodeSystem, filter: Filter): ConceptTest | undefined {
  const matches = compilePattern(filter.value)
  return matches && withValues(system, filter, (values) => values.some(matches))
}

function exists(system: CodeSystem, filter: Filter): ConceptTest | undefined {
  if (filter.value !== 'true' && filter.value !== 'false') return undefined
  return withValues(system, filter, (values) => values.length > 0 === (filter.value === 'true'))
}

function withValues(
  system: CodeSystem,
  { property }: Filter,
  test: (values: readonly string[]) => boolean,
): ConceptTest | undefined {
  const read = reader(system, property)
  return read && ((concept) => test(read(concept)))
}

/** Every system has the filter properties `code` and `display`, and `parent` and `child` from its hierarchy. */
function reader(system: CodeSystem, property: string): ((concept: Concept) => readonly string[]) | undefined {
  if (property === 'code' || property === 'concept') return (concept) => [concept.code]
  if (property === 'display') return (concept) => concept.displays.slice(0, 1)
  if (property === 'parent') return (concept) => concept.parents
  if (property === 'child') {
    const children = childrenOf(system)
    return (concept) => children.get(concept.code) ?? []
  }
  if (system.properties !== undefined && !system.properties.includes(property)) return undefined
  return (concept) => concept.properties.get(property) ?? []
}

function oneOf(list: string): (values: readonly string[]) => boolean {
  const wanted = new Set(list.split(',').map((one) => one.trim()))
  return (values) => values.some((value) => wanted.has(value))
}

function negated(test: ConceptTest | undefined): ConceptTest | undefined {
  return test && ((concept) => !test(concept))
}

function childrenOf(system: CodeSystem): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>()
  for (const { code, parents } of system.concepts.values()) {
    for (const parent of parents) {
      const list = children.get(parent)
      if (list === undefined) children.set(parent, [code])
      else list.push(code)
    }
  }
  return children
}

function descendants(system: CodeSystem, top: string): Set<string> {
  const children = childrenOf(system)
  return reach(top, (code) => children.get(code) ?? [])
}

function ancestors(system: CodeSystem, bottom: string): Set<string> {
  return reach(bottom, (code) => system.concepts.get(code)?.parents ?? [])
}

/** All that can be reached in one or more steps; a circle does not keep it from ending. */
function reach(start: string, next: (code: string) => readonly string[]): Set<string> {
  const found = new Set<string>()
  const queue = [start]
  for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
    for (const one of next(code)) {
      if (found.has(one)) continue
      found.add(one)
      queue.push(one)
    }
  }
  return found
}
