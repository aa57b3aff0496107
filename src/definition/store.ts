import { pickVersion, splitCanonical } from './canonical.ts'
import type { Definition, Definitions } from './definition.ts'
import { openPacked } from './packed.ts'
import type { Shelf } from './shelf.ts'

const core = 'http://hl7.org/fhir/StructureDefinition/'

/** The definitions of a packed text (`packDefinitions`). Opening reads the index alone. */
export function definitionsOf(text: string): Definitions {
  return definitionsFrom(openPacked(text))
}

/**
 * Definitions from a shelf. A canonical with a version finds that version or one that differs in the patch only; one
 * without finds the newest. Each is opened once.
 */
export function definitionsFrom(shelf: Shelf): Definitions {
  const opened = new Map<string, Definition>()
  const found = new Map<string, Definition>()
  const open = (url: string, version: string | undefined): Definition | undefined => {
    const entry = pickVersion(shelf.entries(url), version)
    if (entry === undefined) return undefined
    const key = `${url}|${entry.version ?? ''}`
    const definition = opened.get(key) ?? entry.open()
    opened.set(key, definition)
    return definition
  }
  const find = (canonical: string) => {
    const known = found.get(canonical)
    if (known !== undefined) return known
    const { url, version } = splitCanonical(canonical)
    const definition = open(url, version)
    // Canonicals come from documents too: only those that stand here are remembered, so that none can fill the memory.
    const exact = version === undefined || version === definition?.version
    if (definition !== undefined && exact) found.set(canonical, definition)
    return definition
  }
  const types = new Map<string, Definition>()
  const typeOf = (name: string) => {
    const definition = specialization(find(core + name))
    if (definition !== undefined) types.set(name, definition)
    return definition
  }
  let canonicals: readonly string[] | undefined
  return {
    find,
    type: (name) => types.get(name) ?? typeOf(name),
    get canonicals() {
      canonicals ??= [...shelf.urls()].sort()
      return canonicals
    },
  }
}

function specialization(definition: Definition | undefined): Definition | undefined {
  return definition?.derivation === 'specialization' ? definition : undefined
}
