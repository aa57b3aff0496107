/** A canonical (https://hl7.org/fhir/R4/datatypes.html#canonical) without and with its version. */
export function splitCanonical(canonical: string): { readonly url: string; readonly version?: string } {
  const bar = canonical.indexOf('|')
  if (bar < 0) return { url: canonical }
  return { url: canonical.slice(0, bar), version: canonical.slice(bar + 1) }
}

/**
 * The one that a reference to `version` means: that version, else the newest that differs in no more than the last of
 * its three numbers (a patch changes no rule: https://semver.org/), and without a version the newest of all.
 */
export function pickVersion<T extends { readonly version?: string | undefined }>(
  candidates: readonly T[],
  version: string | undefined,
): T | undefined {
  const newestFirst = [...candidates].sort((left, right) => compareVersions(right.version, left.version))
  if (version === undefined || version === '') return newestFirst[0]
  const exact = newestFirst.find((one) => one.version === version)
  return exact ?? newestFirst.find((one) => one.version !== undefined && minor(one.version) === minor(version))
}

/** Negative if the first is older. A release is newer than what led to it (`1.0.0` than `1.0.0-ballot`). */
export function compareVersions(left = '', right = ''): number {
  const [a, b] = [numbersOf(left), numbersOf(right)]
  for (const at of [0, 1, 2]) if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0)
  const [pre, other] = [left.includes('-'), right.includes('-')]
  if (pre !== other) return pre ? -1 : 1
  return left < right ? -1 : left > right ? 1 : 0
}

function numbersOf(version: string): number[] {
  const numbers = /^\d+(?:\.\d+)*/.exec(version)?.[0].split('.').map(Number) ?? []
  return [0, 1, 2].map((at) => numbers[at] ?? 0)
}

function minor(version: string): string {
  return version.split(/[.-]/, 2).join('.')
}
