import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import type { DialectRules } from './dialect.ts'

const kinds: ReadonlySet<string> = new Set(['system', 'url', 'profile', 'type'])

/**
 * The dialect that a document is in: the first, by rank, of those of its form of which it bears a mark. Nothing is
 * concluded from what is absent, so a document without a mark is in none.
 */
export function recognise<T extends DialectRules>(
  root: JsonObject,
  form: string,
  dialects: readonly T[],
): T | undefined {
  const candidates = dialects.filter((one) => one.form === form && one.marks.length > 0)
  if (candidates.length === 0) return undefined
  const found = addressesOf(root)
  return [...candidates]
    .sort((one, other) => one.rank - other.rank)
    .find(({ marks }) => marks.some((mark) => bears(found, mark)))
}

function bears(
  found: ReadonlyMap<string, ReadonlySet<string>>,
  mark: { readonly in: string; readonly is: string },
): boolean {
  const addresses = found.get(mark.in) ?? new Set<string>()
  if (!mark.is.endsWith('*')) return addresses.has(mark.is)
  const start = mark.is.slice(0, -1)
  return [...addresses].some((address) => address.startsWith(start))
}

/** Every address of a document, by where it stands. */
function addressesOf(root: JsonObject): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>([...kinds, 'namespace'].map((kind) => [kind, new Set<string>()]))
  if (typeof root.xmlns === 'string') found.get('namespace')?.add(root.xmlns)
  // Every document is walked here, so this makes no lists of keys of lists.
  const look = (value: Json, name: string): void => {
    if (typeof value === 'string') found.get(name)?.add(value)
    else if (Array.isArray(value)) for (const one of value) look(one, name)
    else if (isObject(value)) for (const key of Object.keys(value)) look(value[key] as Json, key)
  }
  look(root, '')
  return found
}
