import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type Form, type Json, type JsonObject } from '../../src/index.ts'
import { accountProblem, documents, runs, shareOf, to, without } from './kit.ts'

/** Laws 1 and 2: nothing is lost unseen, and what no ledger lists comes back. One file of tests a form, so that they run side by side. */

/** `ki → via → ki` on generated documents of every kind. */
export function comesBackToKi(via: Form): void {
  describe(`ki → ${via} → ki`, () => {
    test('accounts for every leaf and gives back all that no ledger lists', () => {
      const property = fc.property(documents(), (document) => {
        const there = to(via, document)
        expect(accountProblem(document, there)).toBeUndefined()
        const back = to('ki', there.output.root, { from: via })
        expect(accountProblem(there.output.root, back)).toBeUndefined()
        expect(canonical(back.output.root)).toEqual(canonical(without(document, there)))
      })
      fc.assert(property, shareOf(via))
    })

    test('is the identity with the original as base', () => {
      const property = fc.property(documents(), (document) => {
        const there = to(via, document, { carry: 'none' })
        const back = to('ki', there.output.root, { from: via, base: document })
        expect(canonical(back.output.root)).toEqual(canonical(document))
      })
      fc.assert(property, { numRuns: Math.ceil(runs / 15) })
    })
  })
}

/** NHN's resources as generated records make them. */
const kjBundles = documents().map((document) => to('kj', document).output.root)

/** `kj → via → kj` on NHN's resources of every kind. */
export function comesBackToKj(via: Form): void {
  describe(`kj → ${via} → kj`, () => {
    test('accounts for every leaf and gives back all that no ledger lists', () => {
      const property = fc.property(kjBundles, (bundle) => {
        const there = to(via, bundle, { from: 'kj' })
        expect(accountProblem(bundle, there)).toBeUndefined()
        const back = to('kj', there.output.root, { from: via })
        expect(accountProblem(there.output.root, back)).toBeUndefined()
        expect(resourcesOf(back.output.root)).toEqual(resourcesOf(without(bundle, there)))
      })
      fc.assert(property, shareOf(via))
    })

    test('is the identity with the original as base', () => {
      const property = fc.property(kjBundles, (bundle) => {
        const there = to(via, bundle, { from: 'kj', carry: 'none' })
        const back = to('kj', there.output.root, { from: via, base: bundle })
        expect(canonical(back.output.root)).toEqual(canonical(bundle))
      })
      fc.assert(property, { numRuns: Math.ceil(runs / 15) })
    })
  })
}

/** Records of which every leaf is gone leave a bare type name at most. */
function resourcesOf(root: Json): Json[] {
  const { resources } = canonical(root) as { resources: JsonObject[] }
  return resources.filter((one) => Object.keys(one).length > 0)
}
