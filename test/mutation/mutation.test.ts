import { describe, expect, test } from 'vitest'
import { ourErrors } from '../oracle/ours.ts'
import { generate, type Mutant } from './generate.ts'
import { readVerdicts } from './verdicts.ts'

/** Stored by `KRITINFO_ORACLE=write npm run test:oracle`, which needs Java; `npm run test:oracle` proves them. */
const verdicts = readVerdicts()
const { unchanged, mutants } = generate()
/** Of all mutants that the official engine finds fault with. */
const wanted = 0.99

describe('the documents as they are', () => {
  test('give no false alarm', () => {
    const alarms = unchanged.flatMap((one) => codesOf(one).map((code) => `${one.base}: ${code}`))
    expect(alarms).toEqual([])
  })

  test('are clean for the official engine', () => {
    expect(unchanged.filter((one) => verdicts.get(one.hash)?.length !== 0).map((one) => one.name)).toEqual([])
  })
})

describe('mutants', () => {
  test('are many, each of its own name and text', () => {
    expect(mutants.length).toBeGreaterThan(2000)
    expect(new Set(mutants.map((one) => one.name)).size).toBe(mutants.length)
    expect(new Set(mutants.map((one) => one.hash)).size).toBe(mutants.length)
  })

  test('have a verdict of the official engine', () => {
    const without = mutants.filter((one) => !verdicts.has(one.hash))
    expect(without.length, `run KRITINFO_ORACLE=write npm run test:oracle`).toBeLessThan(mutants.length / 500)
  })

  test('are detected where the official engine detects them', () => {
    const detectable = mutants.filter((one) => (verdicts.get(one.hash)?.length ?? 0) > 0)
    const missed = detectable.filter((one) => codesOf(one).length === 0)
    const share = 1 - missed.length / detectable.length
    expect(share, `${missed.length} of ${detectable.length} missed:\n${listed(missed)}`).toBeGreaterThanOrEqual(wanted)
  })
})

function codesOf({ text }: Mutant): string[] {
  return ourErrors(text).map((one) => one.code)
}

/** By what the official engine says, most frequent first. */
function listed(missed: readonly Mutant[]): string {
  const groups = new Map<string, string[]>()
  for (const one of missed) {
    const key = (verdicts.get(one.hash) ?? []).join(' + ')
    groups.set(key, [...(groups.get(key) ?? []), one.name])
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length)
  return sorted.map(([key, names]) => `${names.length} × ${key}\n   ${names.slice(0, 6).join('\n   ')}`).join('\n')
}
