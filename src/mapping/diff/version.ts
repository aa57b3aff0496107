import type { XmlModel } from '../../document/xml-model.ts'
import { layOver, loadMappings } from '../lay-over.ts'
import type { SourceFile } from '../source.ts'
import type { Mappings } from '../table.ts'

/**
 * A version of the tables to compare: files of a whole folder, or an overlay over `base`, where it is one.
 *
 * @throws KritinfoError with every problem found.
 */
export function versionOf(files: readonly SourceFile[], base: Mappings | undefined, model: XmlModel): Mappings {
  return base !== undefined && isOverlay(files, base) ? layOver(base, files, model) : loadMappings(files, model)
}

/**
 * Tables that lie over others say so by `extends`, or hold no table that the others have too: an overlay may be criteria,
 * assumptions or a dialect alone.
 */
function isOverlay(files: readonly SourceFile[], base: Mappings): boolean {
  const known = new Set(base.tables.map((one) => one.id))
  const named = files.map((one) => /^table: *["']?([^"'\s]+)/m.exec(one.text)?.[1])
  return (
    files.some((one) => /^extends: *true\s*$/m.test(one.text)) || !named.some((id) => id !== undefined && known.has(id))
  )
}
