import { mappingsText } from '../generated/mappings.ts'
import { resolveAssumptions } from '../mapping/assume.ts'
import type { Mappings } from '../mapping/table.ts'

let read: Mappings | undefined

/** The tables that the site shows: those of the package, or those that it was written with. */
export function siteMappings(): Mappings {
  read ??= resolveAssumptions(JSON.parse(mappingsText) as Mappings)
  return read
}
