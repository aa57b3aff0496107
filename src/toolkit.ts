import { makeCodec } from './codec/registry.ts'
import { mappingsText } from './generated/mappings.ts'
import { resolveAssumptions } from './mapping/assume.ts'
import type { Recorder } from './convert/recorder.ts'
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
  /** Sees conversions at work. Only a trace has one. */
  readonly recorder?: Recorder
}

let shared: Mappings | undefined
let standard: Toolkit | undefined

/** The mappings of this package as they are written: with references to assumptions where their values belong. */
function standardMappings(): Mappings {
  shared ??= JSON.parse(mappingsText) as Mappings
  return shared
}

/** The toolkit with the mappings of this package. */
export function standardToolkit(): Toolkit {
  standard ??= toolkitOf(standardMappings())
  return standard
}

/**
 * The toolkit with a user's tables laid over ours: files of a folder, single code tables (`only: 'codes'`), and values of
 * assumptions (`only: 'assume'`). The files are checked as ours are.
 *
 * @throws KritinfoError with every problem, each with file, line and column.
 */
export async function overlayToolkit(files: readonly SourceFile[]): Promise<Toolkit> {
  // YAML and the definitions of FHIR are needed for this only; whoever brings no overlay does not wait for them.
  const [{ layOver }, { fhirModel }] = await Promise.all([
    import('./mapping/lay-over.ts'),
    import('./definition/model.ts'),
  ])
  return toolkitOf(layOver(standardMappings(), files, fhirModel()))
}

function toolkitOf(written: Mappings): Toolkit {
  const mappings = resolveAssumptions(written)
  return { version, mappings, compiled: compile(mappings, makeCodec) }
}
