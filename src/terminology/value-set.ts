import type { CodeTest, Filter, System } from './code-system.ts'
import { both, decided, either, opposite } from './membership.ts'
import type { Membership } from './terminology.ts'

/** The content of a ValueSet (https://hl7.org/fhir/R4/valueset.html#compositions), or its expansion if it has no other. */
export interface ValueSet {
  readonly url: string
  readonly version?: string
  readonly include: readonly Component[]
  readonly exclude: readonly Component[]
  /** There may be codes besides these: an expansion that was cut short, a definition that was not understood. */
  readonly open?: true
}

/** Codes that are in the system, in every value set named, and in the list of codes or under all the filters. */
export interface Component {
  readonly system?: string
  readonly version?: string
  readonly codes?: readonly string[]
  readonly filters?: readonly Filter[]
  readonly valueSets?: readonly string[]
}

/** A value set made ready for questions. */
export interface CompiledSet {
  test(system: string, code: string): Membership
  /** Systems that the value set may take codes from. */
  readonly systems: ReadonlySet<string>
  /** Whether it may take codes from other systems as well. */
  readonly open: boolean
}

/** Where a value set finds what it is made of. */
export interface Parts {
  system(url: string): System | undefined
  valueSet(canonical: string): CompiledSet | undefined
}

/** A set of which nothing is known. */
export const unknownSet: CompiledSet = { test: () => 'unknown', systems: new Set(), open: true }

export function compileValueSet(set: ValueSet, parts: Parts): CompiledSet {
  const include = set.include.map((component) => compileComponent(component, parts))
  const exclude = set.exclude.map((component) => compileComponent(component, parts))
  const rest: Membership = set.open ? 'unknown' : 'out'
  return {
    test: (system, code) => {
      const included = anyOf(include, system, code, rest)
      return included === 'out' ? included : both(included, opposite(anyOf(exclude, system, code, 'out')))
    },
    systems: new Set(include.flatMap((one) => [...one.systems])),
    open: set.open === true || include.some((one) => one.open),
  }
}

/** Whether the set holds the code in any system: what an element of type `code` asks. */
export function inAnySystem(set: CompiledSet, code: string): Membership {
  let result: Membership = set.open ? 'unknown' : 'out'
  for (const system of set.systems) {
    result = either(result, set.test(system, code))
    if (result === 'in') break
  }
  return result
}

function anyOf(sets: readonly CompiledSet[], system: string, code: string, start: Membership): Membership {
  let result = start
  for (const one of sets) {
    result = either(result, one.test(system, code))
    if (result === 'in') break
  }
  return result
}

function compileComponent(component: Component, parts: Parts): CompiledSet {
  const imported = (component.valueSets ?? []).map((canonical) => parts.valueSet(canonical) ?? unknownSet)
  const all = component.system === undefined ? imported : [fromSystem(component, component.system, parts), ...imported]
  const [first = unknownSet, ...others] = all
  return others.reduce(intersection, first)
}

function intersection(one: CompiledSet, other: CompiledSet): CompiledSet {
  const [narrow, wide] = one.open ? [other, one] : [one, other]
  const systems = [...narrow.systems].filter((system) => wide.open || wide.systems.has(system))
  return {
    test: (system, code) => both(one.test(system, code), other.test(system, code)),
    systems: new Set(one.open ? [...systems, ...one.systems] : systems),
    open: one.open && other.open,
  }
}

function fromSystem(component: Component, url: string, parts: Parts): CompiledSet {
  const test = codeTest(component, parts.system(url))
  return { test: (system, code) => (system === url ? test(code) : 'out'), systems: new Set([url]), open: false }
}

function codeTest({ codes, filters, version }: Component, system: System | undefined): CodeTest {
  if (codes !== undefined) {
    const listed = new Set(codes)
    return (code) => decided(listed.has(code))
  }
  if (system === undefined) return () => 'unknown'
  const otherVersion = version !== undefined && version !== system.version
  const test = filters === undefined ? system.contains : allOf(filters.map((filter) => system.filter(filter)))
  return otherVersion ? (code) => unless('out', test(code)) : test
}

/** What another version of the system lacks, the version asked for may have. */
function unless(doubtful: Membership, result: Membership): Membership {
  return result === doubtful ? 'unknown' : result
}

function allOf(tests: readonly CodeTest[]): CodeTest {
  return (code) => tests.reduce<Membership>((result, test) => both(result, test(code)), 'in')
}
