import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeJson } from '../../src/index.ts'
import { clone, documents, now, runs, runsEach, to } from './kit.ts'

/** Law 4: same input, same tables, same clock, same bytes. */
test.each(['kj', 'r4', 'eps'] as const)('two runs to %s write the same bytes, and the ledgers agree', (form) => {
  const property = fc.property(documents({ maxRecords: 2 }), (document) => {
    const [one, other] = [to(form, document), to(form, clone(document))]
    expect(writeJson(other.output.root)).toBe(writeJson(one.output.root))
    expect(JSON.stringify([other.ledger, other.issues])).toBe(JSON.stringify([one.ledger, one.issues]))
  })
  fc.assert(property, { numRuns: runsEach })
})

test('the clock is the only thing that two runs may differ in, and it is given', () => {
  const property = fc.property(documents({ maxRecords: 2 }), (document) => {
    expect(JSON.stringify(to('eps', document, { now: '2027-01-01T00:00:00Z' }).output.root)).not.toContain(now)
  })
  fc.assert(property, { numRuns: Math.ceil(runs / 5) })
})
