import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  Decimal,
  fhirModel,
  type Form,
  type Json,
  type JsonObject,
  KritinfoError,
  printPath,
  read,
  writeJson,
} from '../../src/index.ts'
import { walkLeaves } from '../../src/document/leaves.ts'
import { placesOf } from '../../src/document/places.ts'
import { stories } from '../stories.ts'
import { accountProblem, to } from './kit.ts'

/**
 * Law 1, from its other side: what is claimed has an effect. Each leaf in turn is changed; if the output stays the same
 * although no ledger lists the leaf, a row has claimed it in vain and a loss has gone unseen.
 */
const forms: readonly Form[] = ['ki', 'kj', 'r4', 'eps']

/** Addresses and the container's own words, which are made anew (`convert/equivalence.ts`). */
const madeAnew =
  /(?:\.fullUrl|\.reference|Bundle\.type|\.resource\.id|^Patient\.id|contained\[\d+\]\.id|\.section\[\d+\]\.(?:code|entry)\b.*|Composition\.type.*|entry\[0\]\.resource\.type\..*)$/

function sources(): [string, Json][] {
  const own = stories.flatMap((name) => ['ki', 'kj', 'r4', 'eps'].map((form) => join('examples', name, `${form}.json`)))
  const ips = 'node_modules/hl7.fhir.uv.ips/example'
  const foreign = readdirSync(ips)
    .filter((name) => /^(?:AllergyIntolerance|Condition|Patient)-.*\.json$/.test(name))
    .map((name) => join(ips, name))
  return [...own, ...foreign, join(ips, 'Bundle-bundle-minimal.json'), 'test/traps/nhn-searchset.json'].map((file) => [
    file,
    read(readFileSync(file), { model: fhirModel() }).root,
  ])
}

describe.each(sources())('%s', (_, root) => {
  test.each(forms)('has no leaf claimed in vain on the way to %s', (form) => {
    const options = { carry: 'none' } as const
    const before = attempt(() => to(form, root, options))
    if (before === undefined) return
    expect(accountProblem(root, before)).toBeUndefined()
    const listed = new Set(before.ledger.map((entry) => entry.path))
    const picture = writeJson(before.output.root)
    const vain: string[] = []
    for (const { container, key, path } of leavesOf(root)) {
      if (listed.has(path) || madeAnew.test(path)) continue
      // Subtrees are shared with the input: the picture is taken before the leaf is changed back.
      const hasEffect = changed(container, key, () => {
        const after = attempt(() => to(form, root, options))
        return (
          after === undefined ||
          after.ledger.some((entry) => entry.path === path) ||
          writeJson(after.output.root) !== picture
        )
      })
      if (!hasEffect) vain.push(path)
    }
    expect(vain).toEqual([])
  })
})

/** A change may make the document invalid; being refused is an effect too. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (problem) {
    if (problem instanceof KritinfoError) return undefined
    throw problem
  }
}

interface Place {
  readonly container: JsonObject
  readonly key: string
  readonly path: string
}

function leavesOf(root: Json): Place[] {
  const places = placesOf(root)
  const found: Place[] = []
  walkLeaves(root, (container, key) => {
    const path = printPath(root, [...(places.get(container) ?? []), key])
    found.push({ container: container as JsonObject, key: key as string, path })
  })
  return found
}

function changed<T>(container: JsonObject, key: string, run: () => T): T {
  const value = container[key] as Json
  container[key] = other(value)
  try {
    return run()
  } finally {
    container[key] = value
  }
}

function other(value: Json): Json {
  if (typeof value === 'string')
    return /^\d{4}/.test(value) ? value.replace(/^\d{4}/, (year) => String(Number(year) - 1)) : `${value}x`
  if (typeof value === 'boolean') return !value
  return value instanceof Decimal || typeof value === 'number' ? Number(value) + 1 : 'x'
}
