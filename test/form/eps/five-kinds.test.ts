import { describe, expect, test } from 'vitest'
import { type Json, type JsonObject, treeOf } from '../../../src/index.ts'
import { profileOf } from '../../../src/profile-alias.ts'
import { standardValidation, validate } from '../../../src/validate.ts'
import { accountProblem, same, to } from '../../laws/kit.ts'
import { document, idOf, newKinds, ofType, recordOf, sectionOf, summaryOf } from './records.ts'

const validation = standardValidation()

function findings(root: Json): string[] {
  const profiles = [profileOf('eps', root) as string]
  const { issues } = validate(validation, treeOf(root), { profiles })
  return issues.filter(({ severity }) => severity !== 'information').map(({ code, path }) => `${code} ${path}`)
}

const homes: Readonly<Record<string, readonly [section: string, type: string, status: string]>> = {
  '6': ['47519-4', 'Procedure', 'in-progress'],
  '7': ['46264-8', 'DeviceUseStatement', 'active'],
  '8': ['42348-3', 'DocumentReference', 'current'],
  '9': ['104605-1', 'Flag', 'active'],
  '11': ['42348-3', 'DocumentReference', 'current'],
}

describe.each(newKinds)('kind %s', (kind) => {
  const input = document(recordOf(kind))

  test.each(['attachment', 'extensions', 'none'] as const)('is valid with --carry %s', (carry) => {
    const { output } = to('eps', input, { carry })
    // Foreign extensions are what a receiver without Norwegian packages stumbles over: ours are held here.
    expect(findings(output.root)).toEqual([])
  })

  test('stands in its section, in force', () => {
    const [code, type, status] = homes[kind] as readonly [string, string, string]
    const { output } = to('eps', input, { carry: 'none' })
    const section = sectionOf(output.root, code)
    expect(section?.entries.map((one) => [one.resourceType, one.status])).toEqual([[type, status]])
    expect(section?.entries[0]?.identifier).toContainEqual({
      system: 'urn:ietf:rfc:3986',
      value: `urn:uuid:${idOf(kind)}`,
    })
  })

  test('comes back as it went, every leaf accounted for', () => {
    for (const carry of ['attachment', 'extensions'] as const) {
      const there = to('eps', input, { carry })
      expect(accountProblem(input, there)).toBeUndefined()
      const back = to('ki', there.output.root)
      expect(accountProblem(there.output.root, back)).toBeUndefined()
      expect(same(back.output.root, input)).toBe(true)
    }
  })

  test('who changed it and when is a Provenance of the entry', () => {
    const { output } = summaryOf(kind, {}, { carry: 'none' })
    const { entry } = output.root as { entry: { fullUrl: string; resource: JsonObject }[] }
    const type = homes[kind]?.[1]
    const own = entry.find(({ resource }) => resource.resourceType === type && resource.id === idOf(kind))
    expect(ofType(output.root, 'Provenance')).toMatchObject([
      { target: [{ reference: own?.fullUrl }], occurredDateTime: '2023-01-01T10:00:00+01:00' },
    ])
  })

  test('whoever recorded it comes along', () => {
    const { output } = summaryOf(kind, {}, { carry: 'none' })
    const { entry } = output.root as { entry: { fullUrl: string; resource: JsonObject }[] }
    const roles = entry.filter(({ resource }) => resource.resourceType === 'PractitionerRole')
    const [record] = ofType(output.root, homes[kind]?.[1] as string).filter(({ id }) => id === idOf(kind))
    const { recorder, source, author } = record as JsonObject
    const reference = (recorder ?? source ?? (Array.isArray(author) ? author[0] : author)) as JsonObject
    expect(roles.map(({ fullUrl }) => fullUrl)).toContain(reference.reference)
  })
})

test('an implant is an entry, and its device another that it leads to', () => {
  const { output } = summaryOf('7', {}, { carry: 'none' })
  const [use] = ofType(output.root, 'DeviceUseStatement') as unknown as [{ device: JsonObject; timingPeriod: Json }]
  const { entry } = output.root as { entry: { fullUrl: string; resource: JsonObject }[] }
  const device = entry.find(({ fullUrl }) => fullUrl === use.device.reference)?.resource
  expect(device).toMatchObject({
    resourceType: 'Device',
    meta: { profile: ['http://hl7.eu/fhir/eps/StructureDefinition/device-eu-eps'] },
    type: { text: 'Pacemaker' },
  })
  expect(use.timingPeriod).toEqual({ start: '2018-05-04' })
})

test('when nothing was recorded the time is absent for a reason, and nothing more comes back', () => {
  for (const [kind, key] of [
    ['6', '_performedDateTime'],
    ['7', '_timingDateTime'],
  ] as const) {
    const { start: _, implantert: __, ...bare } = recordOf(kind)
    const input = document(bare)
    const there = to('eps', input, { carry: 'none' })
    const [record] = ofType(there.output.root, kind === '6' ? 'Procedure' : 'DeviceUseStatement')
    expect(record?.[key]).toMatchObject({ extension: [{ valueCode: 'unknown' }] })
    expect(same(to('ki', there.output.root).output.root, input)).toBe(true)
  }
})

test('a date to warn until is never an end', () => {
  for (const kind of ['6', '7', '8', '10', '11'] as const) {
    const { output } = summaryOf(kind, { gyldigTil: '2026-06-30' }, { carry: 'none' })
    const text = JSON.stringify(ofType(output.root, 'Composition'))
    expect(text).toContain('2026-06-30')
    const elements = JSON.stringify(output.root, (key, value) => (key === 'text' || key === 'div' ? undefined : value))
    expect(elements).not.toContain('2026-06-30')
  }
})
