import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'

const file = 'test/mutation/verdicts.json.gz'

/**
 * What the official engine says of each mutant, by the hash of its text: the ids of its errors, each once, sorted; none
 * for a document without errors. A document on which the engine broke down is not in it.
 */
export type Verdicts = ReadonlyMap<string, readonly string[]>

interface Stored {
  readonly ids: readonly string[]
  readonly byHash: Readonly<Record<string, readonly number[]>>
}

export function readVerdicts(): Verdicts {
  const { ids, byHash } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Stored
  return new Map(Object.entries(byHash).map(([hash, found]) => [hash, found.map((index) => ids[index] ?? '')]))
}

/** `KRITINFO_ORACLE=write npm run test:oracle` does this. */
export function writeVerdicts(verdicts: Verdicts): void {
  const ids = [...new Set([...verdicts.values()].flat())].sort()
  const index = new Map(ids.map((id, place) => [id, place]))
  const sorted = [...verdicts].sort(([a], [b]) => (a < b ? -1 : 1))
  const byHash = Object.fromEntries(sorted.map(([hash, found]) => [hash, found.map((id) => index.get(id) ?? 0)]))
  writeFileSync(file, gzipSync(JSON.stringify({ ids, byHash } satisfies Stored), { level: 9 }))
}
