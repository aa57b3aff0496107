import type { JsonObject } from '../../src/document/json.ts'
import { resourceStore } from '../../src/terminology/store.ts'
import type { Membership } from '../../src/terminology/terminology.ts'
import { type StoredTerminology, terminologyFrom } from '../../src/terminology/terminology-of.ts'

/** A terminology over these resources and nothing else. */
export function terminologyWith(...resources: readonly JsonObject[]): StoredTerminology {
  return terminologyFrom(resourceStore(resources))
}

export function codeSystem(id: string, concept: JsonObject[], more: JsonObject = {}): JsonObject {
  return { resourceType: 'CodeSystem', url: `urn:s:${id}`, content: 'complete', caseSensitive: true, concept, ...more }
}

export function valueSet(id: string, include: JsonObject[], more: JsonObject = {}): JsonObject {
  return { resourceType: 'ValueSet', url: `urn:v:${id}`, compose: { include, ...more } }
}

/** Concepts that are nothing but their codes. */
export function codes(text: string): JsonObject[] {
  return text.split(' ').map((code) => ({ code }))
}

/** What a terminology says of codes of a system in a value set: the codes that are in, out and unknown. */
export function answers(terminology: StoredTerminology, set: string, system: string, text: string) {
  const found: Record<Membership, string> = { in: '', out: '', unknown: '' }
  for (const code of text.split(' '))
    found[terminology.member(`urn:v:${set}`, { system: `urn:s:${system}`, code })] += ` ${code}`
  return { in: found.in.trim(), out: found.out.trim(), unknown: found.unknown.trim() }
}
