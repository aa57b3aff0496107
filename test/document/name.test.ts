import { expect, test } from 'vitest'
import { isPlainName, shownAddress, shownAttribute, shownName } from '../../src/document/name.ts'

test.each([
  'status',
  '_birthDate',
  'valueQuantity',
  'a-b',
  '$ref',
  '@versjon',
  '#text',
  'Ola_Nordmann',
  'sha256',
  'value[x]',
])('%s is shown', (name) => {
  expect(shownName(name)).toBe(name)
})

test.each([
  'Ola Nordmann',
  'Åse',
  '01017512345',
  'fnr01017512345',
  'd-01-01-75',
  'a.b',
  'a`b',
  '',
  'a\n',
  '@',
  'x'.repeat(65),
])('%j is not', (name) => {
  expect(isPlainName(name)).toBe(false)
  expect(shownName(name)).toBe('…')
})

test.each([
  ['value', 'value'],
  ['xml:lang', 'xml:lang'],
  ['xml:Ola N', 'xml:…'],
  ['{urn:Ola Nordmann}id', 'id'],
  ['{urn:x}Åse', '…'],
])('of the attribute %s, %s is shown', (name, shown) => {
  expect(shownAttribute(name)).toBe(shown)
})

test.each([
  ['http://hl7.org/fhir/StructureDefinition/x|1.0#a', 'http://hl7.org/fhir/StructureDefinition/x|1.0#a'],
  ['urn:oid:2.16.578.1.12.4.1.4.1', 'urn:oid:2.16.578.1.12.4.1.4.1'],
  ['x:Ola Nordmann', '…'],
  ['urn:fnr:01017512345', '…'],
  ['Ola', '…'],
])('of the address %s, %s is shown', (address, shown) => {
  expect(shownAddress(address)).toBe(shown)
})
