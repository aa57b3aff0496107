import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type Form, type Json, type JsonObject, writeJson } from '../../src/index.ts'
import { accountProblem, clone, documents, now, runs, to, without } from './kit.ts'

/** Laws 1 and 2, on generated documents of every kind: nothing is lost unseen, and what is not listed comes back. */
describe.each<Form>(['kj', 'r4', 'eps'])('ki → %s → ki', (via) => {
  test('accounts for every leaf and gives back all that no ledger lists', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const there = to(via, document)
        expect(accountProblem(document, there)).toBeUndefined()
        const back = to('ki', there.output.root, { from: via })
        expect(accountProblem(there.output.root, back)).toBeUndefined()
        expect(canonical(back.output.root)).toEqual(canonical(without(document, there)))
      }),
      { numRuns: runs },
    )
  })

  test('is the identity with the original as base', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const there = to(via, document, { carry: 'none' })
        const back = to('ki', there.output.root, { from: via, base: document })
        expect(canonical(back.output.root)).toEqual(canonical(document))
      }),
      { numRuns: runs / 10 },
    )
  })
})

test.each(['extensions', 'none'] as const)(
  'ki → eps → ki with --carry %s gives back all that no ledger lists',
  (carry) => {
    fc.assert(
      fc.property(documents(), (document) => {
        const there = to('eps', document, { carry })
        const back = to('ki', there.output.root, { from: 'eps' })
        expect(accountProblem(there.output.root, back)).toBeUndefined()
        expect(canonical(back.output.root)).toEqual(canonical(without(document, there)))
      }),
      { numRuns: runs / 5 },
    )
  },
)

/** NHN's resources as generated records make them. */
const kjBundles = documents().map((document) => to('kj', document).output.root)

describe.each<Form>(['ki', 'r4', 'eps'])('kj → %s → kj', (via) => {
  test('accounts for every leaf and gives back all that no ledger lists', () => {
    fc.assert(
      fc.property(kjBundles, (bundle) => {
        const there = to(via, bundle, { from: 'kj' })
        expect(accountProblem(bundle, there)).toBeUndefined()
        const back = to('kj', there.output.root, { from: via })
        expect(accountProblem(there.output.root, back)).toBeUndefined()
        expect(resourcesOf(back.output.root)).toEqual(resourcesOf(without(bundle, there)))
      }),
      { numRuns: runs / 5 },
    )
  })

  test('is the identity with the original as base', () => {
    fc.assert(
      fc.property(kjBundles, (bundle) => {
        const there = to(via, bundle, { from: 'kj', carry: 'none' })
        const back = to('kj', there.output.root, { from: via, base: bundle })
        expect(canonical(back.output.root)).toEqual(canonical(bundle))
      }),
      { numRuns: runs / 50 },
    )
  })
})

/** Records of which every leaf is gone leave a bare type name at most. */
function resourcesOf(root: Json): Json[] {
  const { resources } = canonical(root) as { resources: JsonObject[] }
  return resources.filter((one) => Object.keys(one).length > 0)
}

test('the clock is the only thing that two runs may differ in, and it is given', () => {
  fc.assert(
    fc.property(documents(), (document) => {
      expect(writeJson(to('eps', document).output.root)).toBe(writeJson(to('eps', clone(document)).output.root))
      expect(JSON.stringify(to('eps', document, { now: '2027-01-01T00:00:00Z' }).output.root)).not.toContain(now)
    }),
    { numRuns: runs / 20 },
  )
})
