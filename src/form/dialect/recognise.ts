import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import type { DialectRules } from './dialect.ts'

/** The marks of the dialects of one form. A dialect is named by its place in the order in which they are looked for. */
interface Marks<T> {
  readonly dialects: readonly T[]
  readonly byKind: ReadonlyMap<string, MarksOfKind>
}

/** The marks that stand in one kind of place, each with its dialect. */
interface MarksOfKind {
  readonly whole: Map<string, number>
  readonly begun: { readonly start: string; readonly dialect: number }[]
}

/** Marks do not change, and every document is held against them. */
const known = new WeakMap<readonly DialectRules[], Map<string, Marks<DialectRules>>>()

/**
 * The dialect that a document is in: the first, by rank, of those of its form of which it bears a mark. Nothing is
 * concluded from what is absent, so a document without a mark is in none.
 */
export function recognise<T extends DialectRules>(
  root: JsonObject,
  form: string,
  dialects: readonly T[],
): T | undefined {
  const byForm = known.get(dialects) ?? new Map<string, Marks<DialectRules>>()
  known.set(dialects, byForm)
  const marks = byForm.get(form) ?? marksOf(dialects.filter((one) => one.form === form))
  byForm.set(form, marks)
  if (marks.dialects.length === 0) return undefined
  return marks.dialects[firstIn(root, marks)] as T | undefined
}

function marksOf<T extends DialectRules>(all: readonly T[]): Marks<T> {
  const dialects = all.filter((one) => one.marks.length > 0).sort((one, other) => one.rank - other.rank)
  const byKind = new Map<string, MarksOfKind>()
  for (const [dialect, { marks }] of dialects.entries()) {
    for (const { in: kind, is } of marks) {
      const known: MarksOfKind = byKind.get(kind) ?? { whole: new Map(), begun: [] }
      byKind.set(kind, known)
      if (is.endsWith('*')) known.begun.push({ start: is.slice(0, -1), dialect })
      else if (!known.whole.has(is)) known.whole.set(is, dialect)
    }
  }
  return { dialects, byKind }
}

/** The lowest of the dialects of which the document bears a mark; a number that none has if it bears none. */
function firstIn<T>(root: JsonObject, marks: Marks<T>): number {
  const { xmlns } = root
  const atRoot = typeof xmlns === 'string' ? firstOf(xmlns, 'namespace', marks) : marks.dialects.length
  return Math.min(atRoot, look(root, '', marks))
}

/** What stands under the name of a kind of address, also as a member of a list. */
function look<T>(value: Json, name: string, marks: Marks<T>): number {
  let first = marks.dialects.length
  if (typeof value === 'string') return firstOf(value, name, marks)
  if (Array.isArray(value)) for (const one of value) first = Math.min(first, look(one, name, marks))
  else if (isObject(value))
    for (const key of Object.keys(value)) first = Math.min(first, look(value[key] as Json, key, marks))
  return first
}

function firstOf<T>(address: string, name: string, { dialects, byKind }: Marks<T>): number {
  const marks = byKind.get(name)
  if (marks === undefined) return dialects.length
  let first = marks.whole.get(address) ?? dialects.length
  for (const { start, dialect } of marks.begun) if (dialect < first && address.startsWith(start)) first = dialect
  return first
}
