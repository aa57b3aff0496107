import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A document of which one validator says that it has errors and the other that it has none. */
export interface Disagreement {
  readonly corpus: string
  readonly name: string
  /** Who finds errors. */
  readonly only: 'ours' | 'oracle'
  /** Codes of ours or message ids of the oracle, each once. */
  readonly findings: readonly string[]
}

/** `profile first`: a profile's own rule goes before R4's · `a program`: what is refused is code that no record has. */
const kinds = ['ours stricter', 'theirs wrong', 'terminology not at hand', 'profile first', 'a program'] as const

/** An entry of `disagreements.yaml`. It is about a document when all that it names fits. */
export interface Known {
  readonly id: string
  readonly only: 'ours' | 'oracle'
  readonly corpus?: string
  /** A regular expression for the document's name. */
  readonly name?: string
  /** All findings of the one side are among these. */
  readonly findings?: readonly string[]
  readonly kind: (typeof kinds)[number]
  readonly reason: string
}

/** Throws when an entry names neither documents nor findings, or gives no reason. */
export function readKnown(file: string): Known[] {
  const known = (parse(readFileSync(file, 'utf8')) ?? []) as Known[]
  for (const one of known) {
    const narrow = one.name !== undefined || one.findings !== undefined
    if (!narrow || !kinds.includes(one.kind) || !one.reason) throw new Error(`${file}: ${one.id} is not complete`)
  }
  return known
}

export function covers(known: Known, found: Disagreement): boolean {
  return (
    known.only === found.only &&
    (known.corpus === undefined || known.corpus === found.corpus) &&
    (known.name === undefined || new RegExp(known.name, 'u').test(found.name)) &&
    (known.findings === undefined || found.findings.every((one) => known.findings?.includes(one)))
  )
}

/** A list for people: by finding, most frequent first, with a few documents of each. */
export function grouped(found: readonly Disagreement[]): string {
  const groups = new Map<string, string[]>()
  for (const one of found) {
    const key = `${one.only === 'ours' ? 'only ours' : 'only the oracle'}: ${one.findings.join(' + ')}`
    groups.set(key, [...(groups.get(key) ?? []), `${one.corpus}: ${one.name}`])
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length)
  return sorted.map(([key, names]) => `${names.length} × ${key}\n${sample(names)}`).join('\n')
}

function sample(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `      ${name}`)
  return [...shown, ...(names.length > shown.length ? [`      and ${names.length - shown.length} more`] : [])].join(
    '\n',
  )
}
