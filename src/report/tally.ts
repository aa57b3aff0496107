import type { IssueCode, Severity } from '../issue/catalogue.ts'
import type { Issue } from '../issue/issue.ts'
import type { Checked } from './checked.ts'

/** How often a code was reported, and in how many documents. */
export interface CodeCount {
  readonly code: IssueCode
  readonly severity: Severity
  count: number
  inputs: number
}

/** Numbers over all documents: what stays in memory when the documents have gone. */
export class Tally {
  inputs = 0
  valid = 0
  unreadable = 0
  known = 0
  readonly severities: Record<Severity, number> = { error: 0, warning: 0, information: 0 }
  readonly #found = new Map<string, CodeCount>()
  readonly #notChecked = new Map<string, CodeCount>()
  #open = 0

  add({ issues, notChecked, readable, valid, known }: Checked): void {
    this.inputs++
    this.known += known
    this.#open += notChecked.length
    if (valid) this.valid++
    if (!readable) this.unreadable++
    for (const { severity } of issues) this.severities[severity]++
    count(this.#found, issues)
    count(this.#notChecked, notChecked)
  }

  /** Places that were not checked. */
  get notChecked(): number {
    return this.#open
  }

  /** Codes of findings, in the order of the alphabet. */
  get found(): readonly CodeCount[] {
    return sorted(this.#found)
  }

  /** Codes that say why something was not checked. */
  get open(): readonly CodeCount[] {
    return sorted(this.#notChecked)
  }
}

/** Counts of one document by code. */
export function countCodes(issues: readonly Issue[]): readonly CodeCount[] {
  const counts = new Map<string, CodeCount>()
  count(counts, issues)
  return sorted(counts)
}

function count(counts: Map<string, CodeCount>, issues: readonly Issue[]): void {
  const here = new Set<string>()
  for (const { code, severity } of issues) {
    // A rule may be graver in one place than in another.
    const key = `${code} ${severity}`
    const known = counts.get(key)
    const first = !here.has(key)
    here.add(key)
    if (known === undefined) counts.set(key, { code, severity, count: 1, inputs: 1 })
    else {
      known.count++
      if (first) known.inputs++
    }
  }
}

function sorted(counts: ReadonlyMap<string, CodeCount>): readonly CodeCount[] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value)
}
