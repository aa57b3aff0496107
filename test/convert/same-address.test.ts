import { describe, expect, test } from 'vitest'
import type { Form, Json, JsonObject } from '../../src/index.ts'
import { exceeds } from '../../src/convert/policy.ts'
import { accountProblem, to } from '../laws/kit.ts'

/** FHIR lets a Bundle hold several versions of a record under one address (R4 bundle, bdl-7); others repeat records by mistake. */
const fullUrl = 'https://fhir.example.org/Procedure/treatment'
const patientUrl = 'https://fhir.example.org/Patient/one'

function treatment(status: string, versionId: string): JsonObject {
  return {
    resourceType: 'Procedure',
    id: 'treatment',
    meta: { versionId },
    status,
    category: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7650', code: '6' }] },
    code: { text: 'Behandling' },
    subject: { reference: patientUrl },
    performedDateTime: '2020',
  }
}

function person(birthDate: string): JsonObject {
  return { resourceType: 'Patient', id: 'one', name: [{ family: 'Prøve' }], birthDate }
}

function bundle(resources: readonly JsonObject[]): Json {
  const entry = resources.map((resource) => ({
    fullUrl: resource.resourceType === 'Patient' ? patientUrl : fullUrl,
    resource,
  }))
  return { resourceType: 'Bundle', type: 'collection', entry }
}

function statuses(root: Json, type: string): (Json | undefined)[] {
  const entries = (root as { entry?: { resource: JsonObject }[] }).entry ?? []
  return entries.filter(({ resource }) => resource.resourceType === type).map(({ resource }) => resource.status)
}

describe.each<Form>(['r4', 'kj', 'eps'])('two versions of a record under one address, from %s', (from) => {
  const both = bundle([person('1970-01-01'), treatment('in-progress', '1'), treatment('entered-in-error', '2')])
  const target = from === 'r4' ? 'kj' : 'r4'

  test('both cross, and the second is told of', () => {
    const made = to(target, both, { from })
    expect(statuses(made.output.root, 'Procedure').sort()).toEqual(['entered-in-error', 'in-progress'])
    expect(made.issues).toMatchObject([{ code: 'CNV-015', path: 'Bundle.entry[2].resource' }])
    expect(accountProblem(both, made)).toBeUndefined()
  })

  test('their addresses differ afterwards', () => {
    const { entry } = to(target, both, { from }).output.root as unknown as { entry: { fullUrl: string }[] }
    expect(new Set(entry.map((one) => one.fullUrl)).size).toBe(entry.length)
  })

  test('who believes the wrong one is harmed', () => {
    expect(exceeds('safety', to(target, both, { from }))).toBe(true)
  })

  test('a ki document has room for one, and gets neither', () => {
    const made = to('ki', both, { from })
    expect(made.output.root).toMatchObject({ registreringer: [] })
    expect(exceeds('safety', made)).toBe(true)
    expect(made.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'CNV-015 Bundle.entry[2].resource',
      'CNV-010 Bundle.entry[1].resource',
      'CNV-010 Bundle.entry[2].resource',
    ])
    for (const index of [1, 2])
      expect(made.ledger).toContainEqual(
        expect.objectContaining({ path: `Bundle.entry[${index}].resource.status`, outcome: 'withheld' }),
      )
    expect(accountProblem(both, made)).toBeUndefined()
  })

  test('two that both hold are told of, and a ki document has room for the first', () => {
    const made = to(
      'ki',
      bundle([person('1970-01-01'), treatment('in-progress', '1'), treatment('in-progress', '2')]),
      {
        from,
      },
    )
    expect(made.output.root).toMatchObject({ registreringer: [{ id: 'treatment', status: 'aktiv' }] })
    expect(exceeds('safety', made)).toBe(true)
  })
})

test.each<Form>(['r4', 'kj'])(
  'a summary has room for neither of two versions, nor has what is attached to it, from %s',
  (from) => {
    const both = bundle([person('1970-01-01'), treatment('in-progress', '1'), treatment('entered-in-error', '2')])
    const made = to('eps', both, { from })
    expect(statuses(made.output.root, 'Procedure')).toEqual([])
    expect(JSON.stringify(made.output.root)).not.toContain('in-progress')
    const attached = JSON.stringify(made.output.root).match(/"data":"([^"]+)"/)?.[1] ?? ''
    expect(Buffer.from(attached, 'base64').toString()).not.toContain('Procedure')
    expect(accountProblem(both, made)).toBeUndefined()
  },
)

test.each<Form>(['r4', 'kj'])('without addresses, in %s, type and id tell that two are versions of one', (from) => {
  const root = bundle([person('1970-01-01'), treatment('in-progress', '1'), treatment('entered-in-error', '2')])
  const { entry } = root as unknown as { entry: { fullUrl?: string }[] }
  for (const one of entry.slice(1)) delete one.fullUrl
  for (const form of ['ki', 'eps'] as const) {
    const made = to(form, root, { from })
    expect(made.issues.map(({ code }) => code)).toEqual(['CNV-015', 'CNV-010', 'CNV-010'])
    expect(JSON.stringify(made.output.root)).not.toMatch(/in-progress|aktiv/)
    expect(accountProblem(root, made)).toBeUndefined()
  }
})

test('the same type and id under two addresses are two records', () => {
  const root = bundle([person('1970-01-01'), treatment('in-progress', '1'), treatment('entered-in-error', '2')])
  const { entry } = root as unknown as { entry: { fullUrl: string }[] }
  Object.assign(entry[2] as object, { fullUrl: 'https://other.example.org/Procedure/treatment' })
  expect(to('eps', root, { from: 'r4' }).issues).toEqual([])
})

test('the same record twice is one record, and nothing is told', () => {
  const twice = bundle([person('1970-01-01'), treatment('in-progress', '1'), treatment('in-progress', '1')])
  const made = to('kj', twice, { from: 'r4' })
  expect(statuses(made.output.root, 'Procedure')).toEqual(['in-progress'])
  expect(made.issues).toEqual([])
})

test('two patients under one address are refused', () => {
  const two = bundle([person('1970-01-01'), person('1980-01-01'), treatment('in-progress', '1')])
  expect(() => to('kj', two, { from: 'r4' })).toThrow(
    expect.objectContaining({ message: expect.stringContaining('CNV-005') }),
  )
})
