import type { JsonObject } from '../document/json.ts'
import { compiledStore } from './compiled-text.ts'
import { partsOf } from './parts.ts'
import { layeredStore, resourceStore, type Store } from './store.ts'
import type { CodeValue, Membership, Terminology } from './terminology.ts'
import { type CompiledSet, inAnySystem, type Parts } from './value-set.ts'

/** A terminology that others can be laid over. */
export interface StoredTerminology extends Terminology {
  readonly store: Store
  /** The versions of a code system that are known to exist; `undefined` if nothing is known of the system. */
  versions(system: string): readonly string[] | undefined
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
  const parts = partsOf(store)
  return {
    store,
    member: (canonical, value) => {
      const set = parts.valueSet(canonical)
      return set === undefined ? 'unknown' : memberOf(set, value, parts)
    },
    code: (url, code) => parts.system(url)?.contains(code) ?? 'unknown',
    displays: (url, code) => parts.system(url)?.displays(code),
    knowsSystem: (url) => parts.system(url) !== undefined,
    knows: (canonical) => parts.valueSet(canonical) !== undefined,
    versions: (url) => {
      const system = parts.system(url)
      return system && [system.version, ...system.olderVersions].filter((one) => one !== undefined)
    },
  }
}

/** Another version of a system that the set takes codes from may have codes that the one at hand has not. */
function memberOf(set: CompiledSet, { system, version, code }: CodeValue, parts: Parts): Membership {
  if (system === undefined) return inAnySystem(set, code)
  const answer = set.test(system, code)
  if (answer !== 'out' || version === undefined) return answer
  const isOther = (set.open || set.systems.has(system)) && parts.system(system)?.version !== version
  return isOther ? 'unknown' : answer
}
