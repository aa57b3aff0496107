import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { extensionOf, findingsOf, kitWith, local } from './local.ts'

const text = { 'Extension.value[x]': { min: 1, type: [{ code: 'string' }] } }
const on = (name: string, ...contexts: (readonly [string, string])[]) => extensionOf(name, text, contexts)

const kit = kitWith(
  on('anywhere', ['element', 'Element']),
  on('patient', ['element', 'Patient']),
  on('resource', ['element', 'Resource']),
  on('domain', ['element', 'DomainResource']),
  on('name', ['element', 'HumanName']),
  on('family', ['element', 'HumanName.family']),
  on('patient-name', ['element', 'Patient.name']),
  on('contact', ['element', 'Patient.contact']),
  on('backbone', ['element', 'BackboneElement']),
  on('string', ['element', 'string']),
  on('deceased', ['element', 'Patient.deceased[x]']),
  on('either', ['element', 'Observation'], ['element', 'Patient.contact']),
  on('within', ['extension', local('outer')]),
  on('selected', ['fhirpath', "Patient.name.where(use = 'official')"]),
  extensionOf('outer', {}),
)

const inner = (name: string): JsonObject => ({ extension: [{ url: local(name), valueString: 'x' }] })

/** Where an extension can be put in a Patient. */
const places: Readonly<Record<string, (name: string) => JsonObject>> = {
  resource: (name) => inner(name),
  name: (name) => ({ name: [{ family: 'x', use: 'official', ...inner(name) }] }),
  usual: (name) => ({ name: [{ family: 'x', use: 'usual', ...inner(name) }] }),
  family: (name) => ({ name: [{ family: 'x', _family: inner(name) }] }),
  contact: (name) => ({ contact: [{ name: { text: 'x' }, ...inner(name) }] }),
  contactName: (name) => ({ contact: [{ name: { text: 'x', ...inner(name) } }] }),
  deceased: (name) => ({ deceasedBoolean: true, _deceasedBoolean: inner(name) }),
  birthDate: (name) => ({ birthDate: '2000', _birthDate: inner(name) }),
  outer: (name) => ({ extension: [{ url: local('outer'), ...inner(name) }] }),
}

const allowed: Readonly<Record<string, readonly string[]>> = {
  anywhere: Object.keys(places),
  patient: ['resource'],
  resource: ['resource'],
  domain: ['resource'],
  name: ['name', 'usual', 'contactName'],
  family: ['family'],
  'patient-name': ['name', 'usual'],
  contact: ['contact'],
  backbone: ['contact'],
  string: ['family'],
  deceased: ['deceased'],
  either: ['contact'],
  within: ['outer'],
  selected: ['name'],
}

describe('where an extension may stand', () => {
  const rows = Object.keys(allowed).flatMap((name) => Object.keys(places).map((place) => [name, place] as const))
  test.each(rows)('%s on %s', (name, place) => {
    const resource = { resourceType: 'Patient', active: true, ...places[place]?.(name) }
    const found = findingsOf(resource, { kit }).map((one) => one.split(' ')[0])
    expect(found).toEqual(allowed[name]?.includes(place) === true ? [] : ['EXT-003'])
  })
})

test('in a contained resource and in an entry it stands as in any other', () => {
  const patient = (name: string): JsonObject => ({ resourceType: 'Patient', id: 'p', active: true, ...inner(name) })
  const bundle = (name: string): JsonObject => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ fullUrl: 'https://server.test/Patient/p', resource: patient(name) }],
  })
  expect(findingsOf(bundle('patient'), { kit })).toEqual([])
  expect(findingsOf(bundle('name'), { kit })).toEqual(['EXT-003 Bundle.entry[0].resource.extension[0]'])
  const condition = (name: string): JsonObject => ({
    resourceType: 'Condition',
    contained: [patient(name)],
    subject: { reference: '#p' },
  })
  expect(findingsOf(condition('patient'), { kit })).toEqual([])
  expect(findingsOf(condition('name'), { kit })).toEqual(['EXT-003 Condition.contained[0].extension[0]'])
})
