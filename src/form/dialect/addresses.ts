import { type Json, type JsonObject, wordOf } from '../../document/json.ts'
import type { DialectRules, Pass, Way } from './dialect.ts'
import { rewrite } from './rewrite.ts'
import type { Mapper } from '../mapper.ts'

/**
 * Gives things their addresses of the other side, wherever in the document they stand. What would come back under
 * another address than it came is told as narrowed: a document may mix the two.
 */
export function readdress({ id, addresses }: DialectRules, way: Way): Pass {
  const there = lookup(addresses, way)
  const back = lookup(addresses, way === 'forward' ? 'backward' : 'forward')
  return (root: JsonObject, mapper: Mapper) =>
    rewrite(`${id}.addresses`, root, mapper.books, (value, holder, key, under) => {
      if (typeof value !== 'string') return value
      const made = there(under, value)?.address ?? value
      const returned = back(under, made)
      if ((returned?.address ?? made) !== value)
        mapper.books.remark(returned?.id ?? `${id}.addresses`, 'narrowed', holder, key)
      return made
    })
}

interface Found {
  readonly id: string
  readonly address: string
}

function lookup(addresses: DialectRules['addresses'], way: Way): (kind: string, address: Json) => Found | undefined {
  const known = new Map<string, Found>()
  for (const one of addresses) {
    const [from, to] = way === 'forward' ? [one.dialect, one.plain] : [one.plain, one.dialect]
    const key = `${one.in} ${from}`
    if (!known.has(key)) known.set(key, { id: one.id, address: to })
  }
  return (kind, address) => known.get(`${kind} ${wordOf(address)}`)
}
