import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { treeOf } from '../../src/document/tree.ts'
import { checkContained } from '../../src/rule/contained.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { placesOf } from './codes.ts'

function contained(...resources: JsonObject[]): string[] {
  return placesOf((report) => checkContained({ resourceType: 'Condition', contained: resources }, ['a'], report))
}

test('contained resources have ids, each its own', () => {
  const resourceType = 'Patient'
  expect(contained({ resourceType, id: 'a' }, { resourceType, id: 'b' })).toEqual([])
  expect(contained({ resourceType })).toEqual(['CTN-001 a.contained.0'])
  expect(contained({ resourceType, id: 'a' }, { resourceType: 'Device', id: 'a' })).toEqual([
    'CTN-002 a.contained.1.id',
  ])
})

test('ids of elements are unique in their resource', () => {
  const check = (resource: JsonObject) =>
    validate(standardValidation(), treeOf(resource))
      .issues.filter(({ code }) => code === 'CTN-003')
      .map(({ path }) => path)
  const name = (id: string): JsonObject => ({ id, family: 'x' })
  expect(check({ resourceType: 'Patient', id: 'p', name: [name('a'), name('b')] })).toEqual([])
  expect(check({ resourceType: 'Patient', id: 'p', name: [name('a'), name('a')] })).toEqual(['Patient.name[1].id'])
  expect(check({ resourceType: 'Patient', id: 'p', name: [name('p')] })).toEqual([])
  expect(check({ resourceType: 'Patient', name: [name('a')], _birthDate: { id: 'a' } })).toEqual([
    'Patient._birthDate.id',
  ])
  const element = { element: [{ id: 'Patient' }] }
  expect(
    check({ resourceType: 'StructureDefinition', id: 'Patient', snapshot: element, differential: element }),
  ).toEqual([])
  const inner = { resourceType: 'Patient', id: 'a', name: [name('p')] }
  expect(check({ resourceType: 'Patient', id: 'p', contained: [inner] })).toEqual([])
})
