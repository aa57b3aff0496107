import { describe, expect, test } from 'vitest'
import { type Form, type Json, type JsonObject, KritinfoError, readDocument, writeJson } from '../../src/index.ts'
import { convert } from '../../src/convert.ts'
import { kit, now } from '../laws/kit.ts'
import { allergy, summary } from './summary.ts'

interface Summary extends JsonObject {
  entry: (JsonObject & { resource: JsonObject })[]
}

/** A summary with one allergy, changed. */
function changed(change: (root: Summary, composition: JsonObject, patient: JsonObject) => void): Summary {
  const root = summary(allergy({})) as unknown as Summary
  const [composition, patient] = root.entry.map(({ resource }) => resource) as [JsonObject, JsonObject]
  change(root, composition, patient)
  return root
}

/** Codes and places of what stops or accompanies a conversion. */
function told(root: Json, to: Form = 'ki'): string[] {
  try {
    const { issues } = convert(kit, readDocument(writeJson(root, { indent: 2 })), { to, now })
    return issues.map(({ code, severity, path }) => `${severity} ${code} ${path}`)
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    return problem.issues.map(({ code, path, line }) => `stopped ${code} ${path} ${line === undefined ? '' : 'placed'}`)
  }
}

const modifierExtension = [{ url: 'urn:unknown', valueBoolean: true }]

describe('what a document says of itself as a whole', () => {
  test.each<[string, Parameters<typeof changed>[0], string]>([
    ['rules of the Bundle', (root) => (root.implicitRules = 'urn:x'), 'stopped CNV-020 Bundle.implicitRules placed'],
    [
      'a modifier of an entry',
      (root) => Object.assign(root.entry[2] as JsonObject, { modifierExtension }),
      'stopped CNV-020 Bundle.entry[2].modifierExtension placed',
    ],
    [
      'a modifier of the Composition',
      (_, composition) => (composition.modifierExtension = modifierExtension),
      'stopped CNV-020 Bundle.entry[0].resource.modifierExtension placed',
    ],
    [
      'a modifier of a section',
      (_, composition) => (composition.section = [{ title: 'x', modifierExtension }]),
      'stopped CNV-020 Bundle.entry[0].resource.section[0].modifierExtension placed',
    ],
    [
      'a modifier of the patient',
      (_, __, patient) => (patient.modifierExtension = modifierExtension),
      'stopped CNV-020 Bundle.entry[1].resource.modifierExtension placed',
    ],
    [
      'entered in error',
      (_, composition) => (composition.status = 'entered-in-error'),
      'stopped CNV-021 Bundle.entry[0].resource.status placed',
    ],
    [
      'preliminary',
      (_, composition) => (composition.status = 'preliminary'),
      'warning CNV-022 Bundle.entry[0].resource.status',
    ],
  ])('%s', (_, change, expected) => {
    for (const to of ['ki', 'kj', 'r4'] as const) expect(told(changed(change), to)).toEqual([expected])
  })

  test.each<[string, JsonObject, string]>([
    [
      'an entry that asks to delete',
      { request: { method: 'DELETE', url: 'AllergyIntolerance/r2' } },
      'stopped CNV-023 Bundle.entry[3].request.method placed',
    ],
    [
      'an entry that was deleted, with what it was before',
      { resource: allergy({ id: 'old' }), request: { method: 'delete', url: 'x' }, response: { status: '204' } },
      'stopped CNV-023 Bundle.entry[3].request.method placed',
    ],
    [
      'a Bundle within the Bundle',
      { resource: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: allergy({}) }] } },
      'stopped CNV-028 Bundle.entry[3].resource placed',
    ],
  ])('%s', (_, entry, expected) => {
    for (const type of ['document', 'collection', 'history', 'transaction'])
      for (const to of ['ki', 'kj', 'r4', 'eps'] as const)
        expect(told({ ...changed(({ entry: list }) => list.push(entry as Summary['entry'][0])), type }, to)).toEqual([
          expected,
        ])
  })

  test('other requests say that a record is there', () => {
    const request = { method: 'PUT', url: 'AllergyIntolerance/r2' }
    expect(told(changed(({ entry }) => Object.assign(entry[2] as JsonObject, { request })))).toEqual([])
  })

  test('a record with a modifier of its own keeps back no others', () => {
    const root = changed(({ entry }) => ((entry[2] as { resource: JsonObject }).resource.implicitRules = 'urn:x'))
    expect(told(root)).toEqual(['warning CNV-011 Bundle.entry[2].resource'])
  })

  test('a single record says nothing as a whole', () => {
    expect(told(allergy({ patient: { display: 'x' } }), 'ki')).toEqual([])
  })

  test('a Bundle in Parameters is looked at as well', () => {
    const bundle = { resourceType: 'Bundle', type: 'collection', implicitRules: 'urn:x' }
    const root = { resourceType: 'Parameters', parameter: [{ name: 'x', resource: bundle }] }
    expect(told(root as Json)[0]).toMatch(/^stopped (CNV-020 Parameters\.parameter\[0\]|CNV-001)/)
  })

  test('a Bundle in Parameters, which nobody would unpack, is not passed over', () => {
    const bundle = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: allergy({}) }] }
    const root = { resourceType: 'Parameters', parameter: [{ name: 'return', resource: bundle }] }
    expect(told(root as Json)).toEqual(['stopped CNV-028 Parameters.parameter[0].resource placed'])
  })
})
