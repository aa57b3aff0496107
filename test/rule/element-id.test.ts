import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { findingsOf } from './local.ts'

const name = (id: Json): JsonObject => ({ id, family: 'x' })

const rows: readonly (readonly [what: string, members: JsonObject, findings: readonly string[]])[] = [
  ['each its own', { name: [name('a'), name('b')] }, []],
  ['the same twice', { name: [name('a'), name('a')] }, ['CTN-003 Patient.name[1].id']],
  [
    'the same thrice',
    { name: [name('a'), name('a'), name('a')] },
    ['CTN-003 Patient.name[1].id', 'CTN-003 Patient.name[2].id'],
  ],
  ['on a primitive', { birthDate: '2000', _birthDate: { id: 'a' }, name: [name('a')] }, ['CTN-003 Patient.name[0].id']],
  ['the id of the resource', { id: 'a', name: [name('a')] }, []],
  ['below', { contact: [{ id: 'a', name: name('a') }] }, ['CTN-003 Patient.contact[0].name.id']],
  [
    'in a contained resource',
    {
      name: [name('a')],
      contained: [{ resourceType: 'Patient', id: 'p', name: [name('a')] }],
      link: [{ type: 'seealso', other: { reference: '#p' } }],
    },
    [],
  ],
  ['a number', { name: [name(1)] }, ['FMT-001 Patient.name[0].id']],
  ['an empty text', { name: [name('')] }, ['FMT-002 Patient.name[0].id']],
  ['a name of Object.prototype', { name: [name('__proto__'), name('constructor')] }, []],
]

test.each(rows)('%s', (_what, members, findings) => {
  expect(findingsOf({ resourceType: 'Patient', ...members })).toEqual(findings)
})
