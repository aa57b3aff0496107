import type { JsonObject } from '../document/json.ts'
import type { CodeSystem } from './code-system.ts'
import { codeSystemOf, urlOf, valueSetOf } from './resource.ts'
import type { ValueSet } from './value-set.ts'

/** Code systems and value sets by name; each is made ready when it is asked for. */
export interface Store {
  codeSystem(url: string): CodeSystem | undefined
  /**
   * By canonical, with or without `|version`. A version that is not at hand gives way to the one that is, which the
   * caller can tell by its `version`.
   */
  valueSet(canonical: string): ValueSet | undefined
}

/** A store over CodeSystem and ValueSet resources; others are passed over, and of two with the same name the last counts. */
export function resourceStore(resources: readonly JsonObject[]): Store {
  const systems = new Map<string, JsonObject>()
  const sets = new Map<string, JsonObject>()
  for (const resource of resources) {
    const url = urlOf(resource)
    if (url === undefined) continue
    if (resource.resourceType === 'CodeSystem' && resource.content !== 'supplement') systems.set(url, resource)
    if (resource.resourceType !== 'ValueSet') continue
    sets.set(url, resource)
    if (typeof resource.version === 'string') sets.set(`${url}|${resource.version}`, resource)
  }
  return {
    codeSystem: (url) => read(systems.get(url), codeSystemOf),
    valueSet: (canonical) => read(sets.get(canonical) ?? sets.get(withoutVersion(canonical)), valueSetOf),
  }
}

function read<T>(resource: JsonObject | undefined, make: (resource: JsonObject) => T | undefined): T | undefined {
  return resource && make(resource)
}

/**
 * Asks the first store, then the second. A version that only the second holds comes from there, and so does a system
 * of which the first lists some codes and the second all.
 */
export function layeredStore(first: Store, second: Store): Store {
  return {
    codeSystem: (url) => {
      const found = first.codeSystem(url)
      if (found?.complete) return found
      const other = second.codeSystem(url)
      return other?.complete ? other : (found ?? other)
    },
    valueSet: (canonical) => {
      const found = first.valueSet(canonical)
      if (found === undefined) return second.valueSet(canonical)
      const version = versionOf(canonical)
      if (version === undefined || found.version === version) return found
      const other = second.valueSet(canonical)
      return other?.version === version ? other : found
    },
  }
}

/** `http://example.org/a|1.0` → `http://example.org/a` (https://hl7.org/fhir/R4/references.html#canonical). */
export function withoutVersion(canonical: string): string {
  const bar = canonical.indexOf('|')
  return bar < 0 ? canonical : canonical.slice(0, bar)
}

export function versionOf(canonical: string): string | undefined {
  const bar = canonical.indexOf('|')
  return bar < 0 ? undefined : canonical.slice(bar + 1)
}
