import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exceeds } from '../../src/convert/policy.ts'
import { type Json, type JsonObject, readDocument } from '../../src/index.ts'
import { accountProblem, to } from '../laws/kit.ts'
import { coded, patient, sct } from './summary.ts'

interface Entries extends JsonObject {
  entry: { fullUrl?: string; resource: JsonObject }[]
}

const example = (name: string) => readDocument(readFileSync(`examples/${name}`)).root as Entries

/** What a conversion says of the entry at the end. */
function lastTold(root: Entries, form: 'ki' | 'r4' | 'eps') {
  const made = to(form, root as Json)
  expect(accountProblem(root as Json, made)).toBeUndefined()
  const at = made.issues.filter(({ path }) => path.includes(`entry[${root.entry.length - 1}]`))
  return { codes: at.map(({ code }) => code), exceeds: exceeds('safety', made), text: JSON.stringify(made.output.root) }
}

describe("a record without NHN's profile beside one that has it", () => {
  const plain = (resource: JsonObject): Entries => {
    const root = example('penicillin-anaphylaxis/kj.json') as JsonObject
    const entries = (root.resourceType === 'Bundle' ? root.entry : [{ resource: root }]) as Entries['entry']
    return { resourceType: 'Bundle', type: 'collection', entry: [...entries, { resource }] }
  }
  const use = { resourceType: 'DeviceUseStatement', id: 'plain', subject: { display: 'x' }, device: { display: 'x' } }

  test.each(['ki', 'r4'] as const)('is not taken for refuted on the way to %s', (form) => {
    const { codes, exceeds, text } = lastTold(plain({ ...use, status: 'completed' }), form)
    expect(codes).toEqual(['CNV-027'])
    expect(exceeds).toBe(true)
    expect(text).not.toContain('avkreftet')
  })

  test('is taken where its status is a code that says the same in both', () => {
    const problem = { resourceType: 'Condition', id: 'plain', subject: { display: 'x' }, code: { text: 'x' } }
    expect(lastTold(plain(problem), 'r4').codes).not.toContain('CNV-027')
  })
})

describe('a device that is not there, on the way to a summary', () => {
  const implant = (members: JsonObject): Entries => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        fullUrl: patient,
        resource: { resourceType: 'Patient', name: [{ family: 'Prøve' }], birthDate: '1970-01-01' },
      },
      {
        fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000008',
        resource: { resourceType: 'Device', type: coded(sct, '14106009'), patient: { reference: patient }, ...members },
      },
      {
        fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000009',
        resource: {
          resourceType: 'DeviceUseStatement',
          status: 'active',
          subject: { reference: patient },
          timingDateTime: '2020',
          device: { reference: 'urn:uuid:00000000-0000-4000-8000-000000000008' },
        },
      },
    ],
  })

  test.each<[string, JsonObject, string[]]>([
    ['active', { status: 'active' }, []],
    ['entered in error', { status: 'entered-in-error' }, ['CNV-019']],
    ['with an unknown modifier', { modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }, ['CNV-011']],
    ['with rules of its own', { implicitRules: 'urn:x' }, ['CNV-011']],
  ])('%s', (_, members, codes) => {
    const told = lastTold(implant(members), 'eps')
    expect(told.codes).toEqual(codes)
    expect(told.exceeds).toBe(codes.length > 0)
    expect(told.text.includes('DeviceUseStatement')).toBe(codes.length === 0)
  })
})
