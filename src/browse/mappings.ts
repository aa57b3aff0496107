import { mappingsText } from '../generated/mappings.ts'
import { resolveAssumptions } from '../mapping/assume.ts'
import type { Mappings } from '../mapping/table.ts'

let written: Mappings | undefined
let read: Mappings | undefined

/** Whether somebody's own tables are laid over those of the package: `kritinfo browse --mappings` says so beside them. */
export function hasOwnTables(): boolean {
  return globalThis.kritinfoData?.overlay !== undefined
}

/** The tables as they are written: with references to assumptions where their values belong. */
export function writtenMappings(): Mappings {
  written ??= JSON.parse(mappingsText) as Mappings
  return written
}

/** The tables that the site shows: those of the package, or those that it was written with. */
export function siteMappings(): Mappings {
  read ??= resolveAssumptions(writtenMappings())
  return read
}
