import type { CodeSystem, Concept, System } from './code-system.ts'
import { conceptTest } from './filter.ts'
import type { Membership } from './terminology.ts'

/** A code system over its list of codes. */
export function listedSystem(system: CodeSystem): System {
  const find = finder(system)
  const absent: Membership = system.complete ? 'out' : 'unknown'
  return {
    url: system.url,
    version: system.version,
    olderVersions: system.olderVersions ?? [],
    contains: (code) => {
      if (system.concepts.has(code)) return 'in'
      if (absent === 'unknown' || find(code) === undefined) return absent
      return system.caseSensitive === false ? 'in' : 'unknown'
    },
    displays: (code) => find(code)?.displays,
    filter: (filter) => {
      const test = conceptTest(system, filter)
      if (test === undefined) return () => 'unknown'
      return (code) => {
        const concept = find(code)
        if (concept === undefined) return absent
        // A fragment may lack the property or the parent that decides.
        return test(concept) ? 'in' : absent
      }
    },
  }
}

/**
 * Finds a code, ignoring case unless the system says that case matters. A system that does not say gets no benefit of
 * it but a doubt: `contains` then answers `unknown`.
 */
function finder(system: CodeSystem): (code: string) => Concept | undefined {
  const { concepts, caseSensitive } = system
  if (caseSensitive === true) return (code) => concepts.get(code)
  let folded: Map<string, Concept> | undefined
  return (code) => {
    const concept = concepts.get(code)
    if (concept !== undefined) return concept
    folded ??= new Map([...concepts.values()].map((one) => [one.code.toLowerCase(), one]))
    return folded.get(code.toLowerCase())
  }
}
