import type { Store } from './store.ts'
import type { Component } from './value-set.ts'

export interface ListedCode {
  readonly system: string
  readonly code: string
}

/**
 * The codes of a value set that names them or takes whole code systems which are at hand; undefined where they cannot be
 * listed: filters, other value sets, exclusions, a system of which not all is known.
 */
export function listCodes(store: Store, canonical: string): readonly ListedCode[] | undefined {
  const set = store.valueSet(canonical)
  if (set === undefined || set.open || set.exclude.length > 0) return undefined
  const parts = set.include.map((component) => codesOf(component, store))
  return parts.some((one) => one === undefined) ? undefined : parts.flatMap((one) => one ?? [])
}

function codesOf({ system, codes, filters, valueSets }: Component, store: Store): readonly ListedCode[] | undefined {
  if (system === undefined || filters !== undefined || (valueSets ?? []).length > 0) return undefined
  if (codes !== undefined) return codes.map((code) => ({ system, code }))
  const known = store.codeSystem(system)
  return known?.complete ? [...known.concepts.keys()].map((code) => ({ system, code })) : undefined
}
