import type { Issue } from '../../src/issue/issue.ts'
import type { Verdict } from './engine.ts'

/** One document with what both say of it. */
export interface Pair {
  readonly name: string
  readonly ours: readonly Issue[]
  readonly theirs: Verdict
}

/**
 * Where both refuse a document: errors of the engine with none of ours at the same place, above it or below it. Grouped
 * by message id, most frequent first; for people to read.
 */
export function details(pairs: readonly Pair[]): string {
  const groups = new Map<string, string[]>()
  for (const { name, ours, theirs } of pairs.filter((one) => one.ours.length > 0 && one.theirs.errors.length > 0)) {
    const places = ours.map((one) => plain(one.path))
    for (const error of theirs.errors) {
      const place = plain(error.path ?? '')
      if (places.some((one) => one.startsWith(place) || place.startsWith(one))) continue
      groups.set(error.id, [
        ...(groups.get(error.id) ?? []),
        `      ${name} at ${error.path}: ${error.message}`.slice(0, 300),
      ])
    }
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length)
  return sorted.map(([id, lines]) => [`${lines.length} × ${id}`, ...lines.slice(0, 3)].join('\n')).join('\n')
}

/** A path as ours are written, without names of resources and indices, and cut where the engine leaves the type open. */
function plain(path: string): string {
  return path
    .replaceAll(/\/\*.*?\*\/\.?/g, '.')
    .replaceAll(/\.ofType\((\w)(\w*)\)/g, (_, first: string, rest: string) => first.toUpperCase() + rest)
    .replace(/\[x\].*$/, '')
    .replaceAll(/\[\d+\]/g, '')
    .replaceAll(/\._(?=[a-z])/g, '.')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/^\$\.?/, '')
}
