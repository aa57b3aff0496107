import type { JsonObject } from '../document/json.ts'
import type { System } from './code-system.ts'
import { compiledStore } from './compiled-text.ts'
import { listedSystem } from './listed-system.ts'
import { ruledSystem } from './ruled-systems.ts'
import { layeredStore, resourceStore, type Store, versionOf } from './store.ts'
import type { Membership, Terminology } from './terminology.ts'
import { type CompiledSet, compileValueSet, inAnySystem, unknownSet } from './value-set.ts'

/** A terminology that others can be laid over. */
export interface StoredTerminology extends Terminology {
  readonly store: Store
}

/** Opens what `printCompiled` wrote. Nothing is read before it is asked for, and nothing twice. */
export function terminologyOf(text: string): StoredTerminology {
  return terminologyFrom(compiledStore(text))
}

/** A terminology with the CodeSystem and ValueSet resources of a package on top; where both know a name, theirs counts. */
export function withTerminology(base: StoredTerminology, resources: readonly JsonObject[]): StoredTerminology {
  return terminologyFrom(layeredStore(resourceStore(resources), base.store))
}

export function terminologyFrom(store: Store): StoredTerminology {
  const systems = new Map<string, System | undefined>()
  const sets = new Map<string, CompiledSet | undefined>()
  let depth = 0

  function system(url: string): System | undefined {
    if (!systems.has(url)) systems.set(url, ruledSystem(url) ?? fromList(url))
    return systems.get(url)
  }
  function fromList(url: string): System | undefined {
    const found = store.codeSystem(url)
    return found && listedSystem(found)
  }
  function valueSet(canonical: string): CompiledSet | undefined {
    if (!sets.has(canonical)) {
      // While it is being made ready it stands as unknown: a set that imports itself ends there.
      sets.set(canonical, unknownSet)
      depth++
      sets.set(canonical, depth > deepest ? unknownSet : make(canonical))
      depth--
    }
    return sets.get(canonical)
  }
  function make(canonical: string): CompiledSet | undefined {
    const found = store.valueSet(canonical)
    if (found === undefined) return undefined
    const compiled = compileValueSet(found, { system, valueSet })
    const asked = versionOf(canonical)
    return asked === undefined || asked === found.version ? compiled : otherVersion(compiled)
  }

  return {
    store,
    member: (canonical, { system: url, code }) => {
      const set = valueSet(canonical)
      if (set === undefined) return 'unknown'
      return url === undefined ? inAnySystem(set, code) : set.test(url, code)
    },
    code: (url, code) => system(url)?.contains(code) ?? 'unknown',
    displays: (url, code) => system(url)?.displays(code),
    knows: (canonical) => valueSet(canonical) !== undefined,
  }
}

/** Value sets import value sets; none that is meant seriously does so to this depth. */
const deepest = 100

/** What another version of the value set lacks, the version asked for may have. */
function otherVersion(set: CompiledSet): CompiledSet {
  const soften = (result: Membership): Membership => (result === 'out' ? 'unknown' : result)
  return { test: (system, code) => soften(set.test(system, code)), systems: set.systems, open: true }
}
