import { describe, expect, test } from 'vitest'
import type { Json } from '../../src/document/json.ts'
import { findingsOf } from './local.ts'

const noResource: readonly (readonly [what: string, document: Json])[] = [
  ['a text', 'Patient'],
  ['a number', 1],
  ['null', null],
  ['an array', [{ resourceType: 'Patient' }]],
  ['an empty object', {}],
  ['no resourceType', { id: 'a', birthDate: '2000-01-01' }],
  ['a resourceType that is no text', { resourceType: 1 }],
  ['a resourceType that is an array', { resourceType: ['Patient'] }],
  ['a resourceType that is unknown', { resourceType: 'Pasient' }],
  ['a resourceType in lower case', { resourceType: 'patient' }],
  ['a data type', { resourceType: 'HumanName', family: 'Prøve' }],
  ['a primitive type', { resourceType: 'string' }],
  ['an abstract type', { resourceType: 'DomainResource' }],
  ['the most abstract type', { resourceType: 'Resource' }],
  ['the path of an element', { resourceType: 'Patient.contact' }],
  ['a name of Object.prototype', { resourceType: 'constructor' }],
  ['a prototype', { resourceType: '__proto__' }],
]

describe('what is no resource', () => {
  test.each(noResource)('%s', (_what, document) => {
    expect(findingsOf(document).map((finding) => finding.split(' ')[0])).toEqual(['STR-010'])
  })

  test('a resource within another', () => {
    const inner = (resource: Json): string[] => findingsOf({ resourceType: 'Patient', contained: [resource] })
    expect(inner({ id: 'a' })).toContain('STR-010 Patient.contained[0]')
    expect(inner('a')).toContain('STR-010 Patient.contained[0]')
    const entry = (resource: Json): string[] =>
      findingsOf({ resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: 'urn:uuid:0', resource }] })
    expect(entry({ resourceType: 'HumanName' })).toContain('STR-010 Bundle.entry[0].resource')
  })
})

test('a resource by its type alone', () => {
  expect(findingsOf({ resourceType: 'Patient', active: true })).toEqual([])
  expect(findingsOf({ resourceType: 'Binary', contentType: 'text/plain' })).toEqual([])
  expect(findingsOf({ resourceType: 'Parameters', parameter: [{ name: 'a', valueString: 'b' }] })).toEqual([])
})

test('a resource that says nothing but its type', () => {
  expect(findingsOf({ resourceType: 'Patient' })).toEqual([])
  expect(findingsOf({ resourceType: 'Patient', id: 'a' })).toEqual([])
})
