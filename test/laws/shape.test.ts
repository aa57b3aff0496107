import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, type JsonObject, treeOf, validateKi } from '../../src/index.ts'
import { documents, runs, to } from './kit.ts'

/** Law 3 (closure) as far as it can be told without profiles: what every summary must be. */
test('every summary is a closed document with its five sections', () => {
  fc.assert(
    fc.property(documents(), (document) => {
      const root = to('eps', document).output.root as { entry: { fullUrl: string; resource: JsonObject }[] }
      const urls = root.entry.map((entry) => entry.fullUrl)
      expect(new Set(urls).size).toBe(urls.length)
      expect(root.entry[0]?.resource.resourceType).toBe('Composition')
      const text = JSON.stringify(root)
      for (const [, reference] of text.matchAll(/"reference":"([^"]+)"/g)) expect(urls).toContain(reference)
      for (const { resource } of root.entry) {
        expect((resource.text as JsonObject).div).toMatch(
          /^<div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml" lang="nb" xml:lang="nb">/,
        )
      }
      const sections = root.entry[0]?.resource.section as JsonObject[]
      const codes = sections.map((section) => ((section.code as JsonObject).coding as JsonObject[])[0]?.code)
      expect(codes.slice(0, 5)).toEqual(['48765-2', '11450-4', '10160-0', '47519-4', '46264-8'])
      for (const section of sections)
        expect((section.entry === undefined) !== (section.emptyReason === undefined)).toBe(true)
    }),
    { numRuns: Math.ceil(runs / 5) },
  )
})

test('no element of a summary asks for a Norwegian package', () => {
  fc.assert(
    fc.property(documents(), (document) => {
      const urls = [...JSON.stringify(to('eps', document).output.root).matchAll(/"url":"([^"]+)"/g)].map(
        (match) => match[1],
      )
      expect(urls.filter((url) => !url?.startsWith('http://hl7.org/fhir/'))).toEqual([])
    }),
    { numRuns: Math.ceil(runs / 5) },
  )
})

test('what comes back to the ki form is a valid document of it', () => {
  fc.assert(
    fc.property(documents(), fc.constantFrom('kj', 'r4', 'eps'), (document, via) => {
      const form = via as 'kj' | 'r4' | 'eps'
      const back = to('ki', to(form, document, { carry: 'none' }).output.root, { from: form })
      expect(validateKi(treeOf(back.output.root))).toEqual([])
    }),
    { numRuns: Math.ceil(runs / 5) },
  )
})

/** The same document in another order has the same totals; other ids change nothing else. */
test('order of keys and records, and the choice of ids, leave the totals as they are', () => {
  fc.assert(
    fc.property(documents(), fc.constantFrom('kj', 'r4', 'eps'), (document, via) => {
      const form = via as 'kj' | 'r4' | 'eps'
      const before = tally(to(form, document))
      const shuffled = {
        ...(reversed(document) as JsonObject),
        registreringer: [...(document.registreringer as Json[])].reverse().map(reversed),
      }
      expect(tally(to(form, shuffled))).toEqual(before)
      const renamed = {
        ...document,
        registreringer: (document.registreringer as JsonObject[]).map((record, index) => ({
          ...record,
          id: `ny-${index}`,
        })),
      }
      expect(tally(to(form, renamed))).toEqual(before)
    }),
    { numRuns: Math.ceil(runs / 5) },
  )
})

function tally({ leaves, ledger }: ReturnType<typeof to>): Json {
  const counts: Record<string, number> = {}
  for (const entry of ledger) {
    const key = `${entry.row} ${entry.outcome} ${entry.side ?? ''}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return {
    leaves: { ...leaves },
    counts: Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1))),
  }
}

function reversed(value: Json): Json {
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner as Json)]),
  )
}
