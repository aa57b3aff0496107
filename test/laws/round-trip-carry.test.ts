import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '../../src/index.ts'
import { accountProblem, documents, runs, to, without } from './kit.ts'

/** Laws 1 and 2 for a summary without its attachment: what its entries cannot hold stands in the ledger, and is all that is gone. */
test.each(['extensions', 'none'] as const)(
  'ki → eps → ki with --carry %s gives back all that no ledger lists',
  (carry) => {
    const property = fc.property(documents(), (document) => {
      const there = to('eps', document, { carry })
      const back = to('ki', there.output.root, { from: 'eps' })
      expect(accountProblem(there.output.root, back)).toBeUndefined()
      expect(canonical(back.output.root)).toEqual(canonical(without(document, there)))
    })
    fc.assert(property, { numRuns: Math.ceil(runs / 5) })
  },
)
