import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parse } from 'yaml'

/** One document with both verdicts. */
export interface Judged {
  readonly name: string
  /** The official engine's number of errors, and what it says. */
  readonly errors: number
  readonly said: readonly string[]
  /** Codes of our errors. */
  readonly ours: readonly string[]
}

/** Share of documents on which both must say "errors" or both "none". */
const wanted = 0.97

/** Documents on which we differ from the official engine, each with its reason; in the file beside the tests. */
export function reasonsIn(file: string): Readonly<Record<string, string>> {
  return existsSync(file) ? ((parse(readFileSync(file, 'utf8')) ?? {}) as Record<string, string>) : {}
}

/** Fails with a list of the differences that have no reason, and of the reasons that have no difference. */
export function expectAgreement(judged: readonly Judged[], reasons: Readonly<Record<string, string>>): void {
  const misses = judged.filter((one) => one.errors > 0 !== one.ours.length > 0)
  const share = 1 - misses.length / judged.length
  const summary = `${judged.length - misses.length} of ${judged.length} agree (${(share * 100).toFixed(1)} %)`
  const idle = Object.keys(reasons).filter((name) => !misses.some((one) => one.name === name))
  const unexplained = misses.filter((one) => reasons[one.name] === undefined)
  const text = `${summary}\n${listed(unexplained)}\nreasons without a difference: ${idle.join(', ')}`
  expect(share, text).toBeGreaterThanOrEqual(wanted)
  expect([...unexplained.map((one) => one.name), ...idle], text).toEqual([])
}

function listed(misses: readonly Judged[]): string {
  const groups = new Map<string, string[]>()
  for (const one of misses) {
    const key = one.errors > 0 ? `we miss: ${kinds(one.said)}` : `only ours: ${kinds(one.ours)}`
    groups.set(key, [...(groups.get(key) ?? []), one.name])
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length)
  return sorted.map(([key, names]) => `${names.length} × ${key}\n      ${names.join('\n      ')}`).join('\n')
}

function kinds(found: readonly string[]): string {
  return [...new Set(found)].sort().join(' + ')
}
