/**
 * The name that was most likely meant: the same but for case, accents and joints (`Fødselsdato`), or at most two
 * letters away. Nothing where a guess would be wild.
 */
export function suggest(name: string, known: Iterable<string>): string | undefined {
  const wanted = fold(name)
  let best: string | undefined
  let least = Math.min(2, Math.floor(wanted.length / 3)) + 1
  for (const candidate of known) {
    const distance = distanceBetween(wanted, fold(candidate))
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** Our names are ASCII; people write the words. */
function fold(name: string): string {
  return name
    .slice(0, 64)
    .toLowerCase()
    .replaceAll('å', 'a')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'a')
    .replace(/[-_ ]/g, '')
}

/** Levenshtein's distance; two neighbours exchanged count as two. */
function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const kept = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** The same as a remark behind a name that is not known, ` (criticality?)`; empty where a guess would be wild. */
export function nearTo(name: string, known: Iterable<string>): string {
  const near = suggest(name, known)
  return near === undefined ? '' : ` (${near}?)`
}
