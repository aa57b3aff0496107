import type { Mappings } from '../table.ts'
import type { CheckKit, Tell } from './kit.ts'

/** What a citation is: the address of a page that anybody can open. */
const address = /^https?:\/\/[^\s/]+\.[^\s]+$/

/** Whatever is stated says where it is from. */
export function checkCitations(mappings: Mappings, _kit: CheckKit, tell: Tell): void {
  const cited = [
    ...mappings.tables.flatMap((table) => table.rows),
    ...mappings.codes.flatMap((table) => table.rows),
    ...mappings.slices,
    ...mappings.containers,
  ]
  for (const one of cited) if (!address.test(one.cite)) tell('CHK-010', one, {}, 'cite')
}
