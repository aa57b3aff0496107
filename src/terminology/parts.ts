import type { System } from './code-system.ts'
import { listedSystem } from './listed-system.ts'
import { ruledSystem } from './ruled-systems.ts'
import { type Store, versionOf } from './store.ts'
import type { Membership } from './terminology.ts'
import { type CompiledSet, compileValueSet, type Parts, unknownSet } from './value-set.ts'

/**
 * The systems and value sets of a store, each made ready when it is first asked for, and once. A name that means nothing
 * here is not remembered: documents can hold any.
 */
export function partsOf(store: Store): Parts {
  const systems = new Map<string, System>()
  const sets = new Map<string, CompiledSet>()
  let depth = 0
  const parts: Parts = {
    system: (url) => {
      const known = systems.get(url)
      if (known !== undefined) return known
      const system = ruledSystem(url) ?? fromList(store, url)
      if (system !== undefined) systems.set(url, system)
      return system
    },
    valueSet: (canonical) => {
      const known = sets.get(canonical)
      if (known !== undefined) return known
      // While it is being made ready it stands as unknown: a set that imports itself ends there.
      sets.set(canonical, unknownSet)
      depth++
      const set = depth > deepest ? unknownSet : fromDefinition(store, canonical, parts)
      depth--
      if (set === undefined) sets.delete(canonical)
      else sets.set(canonical, set)
      return set
    },
  }
  return parts
}

/** Value sets import value sets; none that is meant seriously does so to this depth. */
const deepest = 100

function fromList(store: Store, url: string): System | undefined {
  const found = store.codeSystem(url)
  return found && listedSystem(found)
}

function fromDefinition(store: Store, canonical: string, parts: Parts): CompiledSet | undefined {
  const found = store.valueSet(canonical)
  if (found === undefined) return undefined
  const compiled = compileValueSet(found, parts)
  const asked = versionOf(canonical)
  return asked === undefined || asked === found.version ? compiled : otherVersion(compiled)
}

/** What another version of the value set lacks, the version asked for may have. */
function otherVersion(set: CompiledSet): CompiledSet {
  const soften = (result: Membership): Membership => (result === 'out' ? 'unknown' : result)
  return { test: (system, code) => soften(set.test(system, code)), systems: set.systems, open: true }
}
