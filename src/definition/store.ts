import { pickVersion, splitCanonical } from './canonical.ts'
import type { Definition, Definitions } from './definition.ts'
import { openPacked } from './packed.ts'

/** One definition that is made ready when it is first asked for. */
export interface Entry {
  readonly url: string
  readonly version?: string | undefined
  open(): Definition
}

const core = 'http://hl7.org/fhir/StructureDefinition/'

/** The definitions of a packed text (`packDefinitions`). Opening reads the index alone. */
export function definitionsOf(text: string): Definitions {
  return definitionsFrom(openPacked(text))
}

/**
 * Definitions over entries. A canonical with a version finds that version or one that differs in the patch only; one
 * without finds the newest. Each entry is opened once.
 */
export function definitionsFrom(entries: readonly Entry[]): Definitions {
  const byUrl = new Map<string, Entry[]>()
  for (const entry of entries) {
    const same = byUrl.get(entry.url)
    if (same === undefined) byUrl.set(entry.url, [entry])
    else same.push(entry)
  }
  const opened = new Map<Entry, Definition>()
  const found = new Map<string, Definition>()
  const open = (entry: Entry): Definition => {
    const definition = opened.get(entry) ?? entry.open()
    opened.set(entry, definition)
    return definition
  }
  const find = (canonical: string) => {
    const known = found.get(canonical)
    if (known !== undefined) return known
    const { url, version } = splitCanonical(canonical)
    const entry = pickVersion(byUrl.get(url) ?? [], version)
    if (entry === undefined) return undefined
    const definition = open(entry)
    // Canonicals come from documents too: only those that stand here are remembered, so that none can fill the memory.
    if (version === undefined || version === entry.version) found.set(canonical, definition)
    return definition
  }
  let canonicals: readonly string[] | undefined
  return {
    find,
    type: (name) => specialization(find(core + name)),
    get canonicals() {
      canonicals ??= [...byUrl.keys()].sort()
      return canonicals
    },
  }
}

function specialization(definition: Definition | undefined): Definition | undefined {
  return definition?.derivation === 'specialization' ? definition : undefined
}
