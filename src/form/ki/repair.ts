import type { Container, Key } from '../../document/books.ts'
import type { Json, JsonObject, Path } from '../../document/json.ts'
import { keysOf } from '../../document/places.ts'
import type { Mapper } from '../mapper.ts'
import { OwnCopies } from './own-copies.ts'
import { findingsOf } from './validate.ts'

const row = 'ki.schema'

/**
 * Takes out of a document what the `ki` form does not allow: a value of another shape than Norwegian records have, half
 * an identifier. Foreign input holds such things, and a valid record must give a valid record (law 3). What is taken out
 * is in the ledger; a record that cannot do without it is kept back whole. `sources` has what each record was made of.
 */
export function repair(document: JsonObject, sources: ReadonlyMap<Json, JsonObject>, mapper: Mapper): void {
  const copies = new OwnCopies(mapper.books)
  for (let round = 0; round < 8; round++) {
    const findings = findingsOf(document)
    if (findings.length === 0) return
    const paths = deepestFirst(findings.map((one) => one.path))
    for (const path of paths) takeOut({ document, path, sources, copies }, mapper)
  }
  for (const source of sources.values()) keepOut(source, mapper)
  document.registreringer = []
}

/** Whatever rows took of it: a record that is not there holds nothing. */
function keepOut(source: JsonObject, mapper: Mapper): void {
  mapper.report('CNV-016', source, 'resourceType')
  mapper.books.keepOut(row, 'withheld', source)
}

/** So that a member is gone before what holds it is looked at, and a list is shortened from its end. */
function deepestFirst(paths: readonly Path[]): Path[] {
  return [...paths].sort((one, other) => other.length - one.length || Number(other.at(-1)) - Number(one.at(-1)) || 0)
}

interface Flaw {
  readonly document: JsonObject
  readonly path: Path
  readonly sources: ReadonlyMap<Json, JsonObject>
  readonly copies: OwnCopies
}

function takeOut({ document, path, sources, copies }: Flaw, mapper: Mapper): void {
  const whole =
    path.length <= 2 && path[0] === 'registreringer'
      ? path
      : path.length === 3 && isEssential(path)
        ? path.slice(0, 2)
        : path
  const holder = follow(document, whole.slice(0, -1), copies)
  const key = whole.at(-1)
  if (holder === undefined || key === undefined || (holder as JsonObject)[key as string] === undefined) return
  const value = (holder as JsonObject)[key as string] as Json
  dropSources(value, holder, key, mapper)
  const source = sources.get(value)
  if (source !== undefined) keepOut(source, mapper)
  if (whole.length === 1 && key === 'pasient') document.pasient = {}
  else {
    const place = copies.remove(holder, key)
    if (place !== undefined) mapper.books.remark(row, 'dropped', place.source, place.key)
  }
}

/** A record is no record without its id, kind and status. */
function isEssential(path: Path): boolean {
  return path[0] === 'registreringer' && ['id', 'type', 'status'].includes(String(path[2]))
}

function follow(root: JsonObject, path: Path, copies: OwnCopies): Container | undefined {
  let holder: Container | undefined = root
  for (const key of path) holder = holder === undefined ? undefined : copies.enter(holder, key)
  return holder
}

/** The leaves of the source that what is taken out was made of. */
function dropSources(value: Json, holder: Container, key: Key, mapper: Mapper): void {
  mapper.books.retract(row, holder, key)
  if (typeof value !== 'object' || value === null) return
  const container = value as Container
  for (const inner of keysOf(container))
    dropSources((container as JsonObject)[inner as string] as Json, container, inner, mapper)
}
