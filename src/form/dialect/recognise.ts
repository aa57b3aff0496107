import type { Container } from '../../document/books.ts'
import type { Json, JsonObject } from '../../document/json.ts'
import { keysOf } from '../../document/places.ts'
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
  const step = (container: Container, under: string): void => {
    for (const key of keysOf(container)) {
      const value = (container as JsonObject)[key as string] as Json
      const name = typeof key === 'string' ? key : under
      if (typeof value === 'string') found.get(name)?.add(value)
      else if (typeof value === 'object' && value !== null) step(value as Container, name)
    }
  }
  step(root, '')
  return found
}
