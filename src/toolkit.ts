import { makeCodec } from './codec/registry.ts'
import { mappingsText } from './generated/mappings.ts'
import { type Compiled, compile } from './mapping/compile.ts'
import type { SourceFile } from './mapping/source.ts'
import type { Mappings } from './mapping/table.ts'
import { version } from './version.ts'

/** Everything that converting needs, loaded, checked and compiled once; immutable afterwards. */
export interface Toolkit {
  /** Version of this software. */
  readonly version: string
  readonly mappings: Mappings
  readonly compiled: Compiled
}

let standard: Toolkit | undefined

/** The toolkit with the mappings of this package. */
export function standardToolkit(): Toolkit {
  standard ??= toolkitOf(JSON.parse(mappingsText) as Mappings)
  return standard
}

/**
 * The toolkit with a user's tables laid over ours. The files are checked as ours are.
 *
 * @throws KritinfoError with every problem, each with file, line and column.
 */
export async function overlayToolkit(files: readonly SourceFile[]): Promise<Toolkit> {
  // YAML and the definitions of FHIR are needed for this only; whoever brings no overlay does not wait for them.
  const [{ layOver }, { fhirModel }] = await Promise.all([
    import('./mapping/lay-over.ts'),
    import('./definition/model.ts'),
  ])
  return toolkitOf(layOver(standardToolkit().mappings, files, fhirModel()))
}

function toolkitOf(mappings: Mappings): Toolkit {
  return { version, mappings, compiled: compile(mappings, makeCodec) }
}
