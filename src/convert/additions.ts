import type { Container } from '../document/books.ts'
import type { Json } from '../document/json.ts'
import { printPath } from '../document/path.ts'
import { placesOf } from '../document/places.ts'
import type { Account, Link, Remark } from '../mapping/account.ts'
import type { Compiled } from '../mapping/compile.ts'
import { type Entry, gradeOf } from '../mapping/ledger.ts'
import { safetyOf, type Stage } from './ledger.ts'

/** What the output says and the input did not: defaults and derivations, by their place in the output. */
export function additions(output: Json, stages: readonly Stage[], compiled: Compiled): Entry[] {
  let remarks: readonly Remark[] = []
  for (const { account } of stages) remarks = [...account.additions, ...forwarded(remarks, account)]
  if (remarks.length === 0) return []
  const paths = placesOf(output, new Set(remarks.map((remark) => remark.at)))
  return remarks.flatMap(({ row, outcome, at, key }) => {
    const path = paths.get(at)
    if (path === undefined) return []
    const place = printPath(output, [...path, key])
    return [
      {
        path: place,
        row,
        outcome,
        grade: gradeOf(outcome),
        safety: safetyOf(row, place, compiled),
        recoverable: true,
        side: 'output' as const,
      },
    ]
  })
}

/** What an earlier hop added stands in the output where the next one brought it, or as the same object. */
function forwarded(remarks: readonly Remark[], next: Account): Remark[] {
  if (remarks.length === 0) return []
  const moved = linksFrom(new Set(remarks.map((remark) => remark.at)), next.links)
  return remarks.flatMap((remark) => {
    const links = moved.get(remark.at)?.filter((link) => link.fromKey === remark.key) ?? []
    return [remark, ...links.map((link) => ({ ...remark, at: link.to, key: link.toKey }))]
  })
}

/** There are many links and few remarks: the links are gone through once. */
function linksFrom(wanted: ReadonlySet<Container>, links: readonly Link[]): ReadonlyMap<Container, Link[]> {
  const found = new Map<Container, Link[]>()
  for (const link of links) {
    if (!wanted.has(link.from)) continue
    const known = found.get(link.from)
    if (known === undefined) found.set(link.from, [link])
    else known.push(link)
  }
  return found
}
