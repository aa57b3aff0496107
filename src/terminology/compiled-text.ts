import type { CodeSystem, Concept } from './code-system.ts'
import { type Store, versionOf, withoutVersion } from './store.ts'
import type { Component, ValueSet } from './value-set.ts'

/**
 * Code systems and value sets as one text that is opened piece by piece: nothing is read but the index on the first
 * line and what is asked for. The index gives for each name where its entries stand after that line.
 *
 * A value set is the JSON of its content. A code system is a line of JSON with its head, then a line for each concept:
 * `code ⇥ names ⇥ parents ⇥ properties`, lists divided by `listMark`, a property as `name=value`; empty columns at the
 * end are left out.
 */
interface Index {
  readonly systems: Readonly<Record<string, Extent>>
  /** Entries of a url, the one that stands for the name without a version first. */
  readonly sets: Readonly<Record<string, readonly SetEntry[]>>
}

type Extent = readonly [start: number, length: number]
type SetEntry = readonly [versions: readonly string[], start: number, length: number]

interface Head {
  readonly version?: string
  readonly olderVersions?: readonly string[]
  readonly complete?: true
  readonly caseSensitive?: boolean
  readonly properties?: readonly string[]
}

interface SetContent {
  readonly include: readonly Component[]
  readonly exclude?: readonly Component[]
  readonly open?: true
}

/** A value set with all versions by which it may be asked for. */
export interface NamedSet {
  readonly set: ValueSet
  readonly versions: readonly string[]
}

const listMark = '\u001f'

/** Prints the text. The order of systems and sets is kept; of sets with the same url the first is the default. */
export function printCompiled(systems: readonly CodeSystem[], sets: readonly NamedSet[]): string {
  const entries: string[] = []
  let start = 0
  const add = (entry: string): Extent => {
    const extent: Extent = [start, entry.length]
    entries.push(entry)
    start += entry.length + 1
    return extent
  }
  const index = { systems: {} as Record<string, Extent>, sets: {} as Record<string, SetEntry[]> }
  for (const system of systems) index.systems[system.url] = add(printSystem(system))
  for (const { set, versions } of sets) {
    const list = index.sets[set.url] ?? []
    list.push([versions, ...add(printSet(set))])
    index.sets[set.url] = list
  }
  return [JSON.stringify(index satisfies Index), ...entries].join('\n')
}

function printSet({ include, exclude, open }: ValueSet): string {
  return JSON.stringify({ include, ...(exclude.length === 0 ? {} : { exclude }), ...(open ? { open } : {}) })
}

function printSystem({ url: _, concepts, complete, caseSensitive, ...rest }: CodeSystem): string {
  const head: Head = {
    ...rest,
    ...(complete ? { complete } : {}),
    ...(caseSensitive === undefined ? {} : { caseSensitive }),
  }
  return [JSON.stringify(head), ...[...concepts.values()].map(printConcept)].join('\n')
}

function printConcept({ code, displays, parents, properties }: Concept): string {
  const pairs = [...properties].flatMap(([name, values]) => values.map((value) => `${name}=${value}`))
  const columns = [[code], displays, parents, pairs]
  return columns
    .map((list) => list.map((one) => one.replace(/\s+/g, ' ')).join(listMark))
    .join('\t')
    .trimEnd()
}

/** Opens a text that `printCompiled` wrote. */
export function compiledStore(text: string): Store {
  const body = text.indexOf('\n') + 1
  let index: { systems: ReadonlyMap<string, Extent>; sets: ReadonlyMap<string, readonly SetEntry[]> } | undefined
  const open = () => {
    const { systems, sets } = JSON.parse(text.slice(0, body)) as Index
    return { systems: new Map(Object.entries(systems)), sets: new Map(Object.entries(sets)) }
  }
  const slice = (start: number, length: number) => text.slice(body + start, body + start + length)
  return {
    codeSystem: (url) => {
      index ??= open()
      const extent = index.systems.get(url)
      return extent && parseSystem(url, slice(...extent))
    },
    valueSet: (canonical) => {
      index ??= open()
      const entries = index.sets.get(withoutVersion(canonical)) ?? []
      const version = versionOf(canonical)
      const entry = entries.find(([versions]) => version !== undefined && versions.includes(version)) ?? entries[0]
      return entry && parseSet(withoutVersion(canonical), version, entry, slice(entry[1], entry[2]))
    },
  }
}

function parseSet(url: string, asked: string | undefined, [versions]: SetEntry, text: string): ValueSet {
  const { include, exclude = [], open } = JSON.parse(text) as SetContent
  const version = asked !== undefined && versions.includes(asked) ? asked : versions[0]
  return { url, include, exclude, ...(version === undefined ? {} : { version }), ...(open ? { open } : {}) }
}

function parseSystem(url: string, text: string): CodeSystem {
  const [first = '', ...lines] = text.split('\n')
  const { complete = false, caseSensitive, ...rest } = JSON.parse(first) as Head
  const concepts = new Map<string, Concept>()
  for (const line of lines) {
    const concept = parseConcept(line)
    concepts.set(concept.code, concept)
  }
  return { url, complete, caseSensitive, concepts, ...rest }
}

function parseConcept(line: string): Concept {
  const [code = '', displays, parents, pairs] = line.split('\t')
  const properties = new Map<string, string[]>()
  for (const pair of list(pairs)) {
    const mark = pair.indexOf('=')
    const name = pair.slice(0, mark)
    properties.set(name, [...(properties.get(name) ?? []), pair.slice(mark + 1)])
  }
  return { code, displays: list(displays), parents: list(parents), properties }
}

function list(column: string | undefined): string[] {
  return column === undefined || column === '' ? [] : column.split(listMark)
}
