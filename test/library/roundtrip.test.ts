import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Form, readDocument, roundtrip, standardToolkit } from '../../src/index.ts'

const kit = standardToolkit()
const now = '2026-11-22T12:00:00Z'
const trip = (via: Form) => roundtrip(kit, readDocument(readFileSync('examples/whole-register/r4.json')), via, { now })

describe('the round trip of a whole register, with devices of their own', () => {
  test.each<Form>(['ki', 'kj'])('over %s is the identity, wherever the devices stand', (via) => {
    expect(trip(via).differences).toEqual([])
  })

  test('over a summary differs by the records that may not be in one, and by no other', () => {
    const { there, differences } = trip('eps')
    const withheld = there.ledger.filter(({ outcome }) => outcome === 'withheld')
    const records = new Set(withheld.map(({ path }) => path.split('.').slice(0, 3).join('.')))
    expect(differences).toHaveLength(records.size)
    for (const path of differences) expect(path).toMatch(/^\$\.resources\[\d+\]$/)
  })
})
