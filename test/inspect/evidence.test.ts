import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Json, readDocument, standardToolkit, treeOf } from '../../src/index.ts'
import { gatherEvidence, type NamedDocument } from '../../src/inspect/evidence.ts'
import { storyEvidence } from '../../src/inspect/stories.ts'

const kit = standardToolkit()
const now = '2026-01-01T00:00:00Z'
const document = (name: string): NamedDocument => ({
  name,
  tree: readDocument(readFileSync(join('examples', name))),
})

test('a row that fired: how often, where, what became of it, and how the last trip ended', () => {
  const { documents, trips, failed, rows } = gatherEvidence(kit, [document('peanut-allergy/ki.json')], now)
  expect([documents, trips, failed]).toEqual([1, 3, []])
  expect(rows['allergy.criticality']).toEqual({
    fired: 3,
    documents: ['peanut-allergy/ki.json'],
    lastTrip: { document: 'peanut-allergy/ki.json', from: 'ki', via: 'eps', differences: 0 },
  })
  expect(rows['condition.status']).toBeUndefined()
})

test('the same for the same documents, and no value of them', () => {
  const names = ['penicillin-anaphylaxis/ki.json', 'latex-allergy/kj.json', 'mrsa-infection/eps.json']
  const gather = () => JSON.stringify(gatherEvidence(kit, names.map(document), now))
  const text = gather()
  expect(gather()).toBe(text)
  const { pasient } = document(names[0] as string).tree.root as { pasient: { navn: { etternavn: string } } }
  expect(text).not.toContain(pasient.navn.etternavn)
})

test('a document that cannot make a trip is told with the reason; with a patient it can', () => {
  const record: Json = { resourceType: 'AllergyIntolerance', id: 'a', code: { text: 'Egg' } }
  const alone = gatherEvidence(kit, [{ name: 'alone', tree: treeOf(record) }], now)
  expect(alone.failed).toContainEqual({ document: 'alone', via: 'eps', code: 'CNV-003' })
  const patient: Json = { resourceType: 'Patient', name: [{ text: 'Kari Test' }], birthDate: '1990-01-01' }
  const given = gatherEvidence(kit, [{ name: 'given', tree: treeOf(record), patient }], now)
  expect(given.failed.filter(({ code }) => code === 'CNV-003')).toEqual([])
})

test('what is stored of the example stories is of all of them, and of our tables', () => {
  const evidence = storyEvidence()
  const stories = readdirSync('examples', { withFileTypes: true }).filter((one) => one.isDirectory())
  expect(evidence.documents).toBeGreaterThanOrEqual(stories.length)
  expect(evidence.mappings).toBe(kit.mappings.version)
  expect(Object.keys(evidence.rows).length).toBeGreaterThan(100)
  expect(evidence.rows['allergy.status']?.documents).toContain('peanut-allergy/ki.json')
})
