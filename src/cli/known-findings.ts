import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Checked } from '../report/checked.ts'
import { standardStream } from './message.ts'

/** A finding as a report of an earlier run has it. */
export interface KnownFinding extends Identity {
  readonly input: string
}

interface Identity {
  readonly code: string
  readonly path: string
  readonly element?: string | undefined
}

/**
 * The findings of an earlier run. A finding of today is known if one of the same document, code, path and element was
 * listed; then, if one of that kind was listed that is not where it was: the position in an array counts for nothing
 * there, so that an entry put into a Bundle does not make all after it new. Each is known once: a document with more of
 * a kind than were listed has new ones. All lines of a file of lines are one document, since lines move too.
 */
export class KnownFindings {
  readonly #documents = new Map<string, Known>()

  constructor(findings: readonly KnownFinding[]) {
    for (const finding of findings) {
      const name = documentOf(finding.input)
      const known = this.#documents.get(name) ?? { exact: new Map(), kinds: new Map(), isChecked: false }
      this.#documents.set(name, known)
      add(known.exact, exactOf(finding), 1)
      add(known.kinds, kindOf(finding), 1)
    }
  }

  /** The document without what is known of it. */
  without(checked: Checked): Checked {
    const known = this.#documents.get(documentOf(checked.input))
    if (known === undefined) return checked
    known.isChecked = true
    const there = new Set(
      checked.issues.filter((one) => take(known.exact, exactOf(one)) && take(known.kinds, kindOf(one))),
    )
    const issues = checked.issues.filter((one) => !there.has(one) && !take(known.kinds, kindOf(one)))
    return { ...checked, issues, known: checked.issues.length - issues.length }
  }

  /** How many were not found again, in documents that were checked or that are no longer there. */
  get gone(): number {
    let count = 0
    for (const [name, { kinds, isChecked }] of this.#documents) {
      if (!isChecked && (name === standardStream || existsSync(name))) continue
      for (const left of kinds.values()) count += left
    }
    return count
  }
}

/** What is left to be found again of one document, by place and by kind. */
interface Known {
  readonly exact: Map<string, number>
  readonly kinds: Map<string, number>
  isChecked: boolean
}

/** One name for a file, however it is written: from the working directory, without its line. */
function documentOf(input: string): string {
  const file = input.replace(/^(<stdin>|.*\.(?:ndjson|jsonl)(?:\.gz)?):\d+$/is, '$1')
  return file === standardStream ? file : relative('', resolve(file.replaceAll('\\', '/')))
}

function exactOf({ code, path, element = '' }: Identity): string {
  return JSON.stringify([code, path, element])
}

function kindOf({ path, ...rest }: Identity): string {
  return exactOf({ ...rest, path: path.replace(/\[\d+\]/g, '') })
}

function add(counts: Map<string, number>, key: string, change: number): void {
  counts.set(key, (counts.get(key) ?? 0) + change)
}

/** Takes one, if there is one. */
function take(counts: Map<string, number>, key: string): boolean {
  if ((counts.get(key) ?? 0) === 0) return false
  add(counts, key, -1)
  return true
}
