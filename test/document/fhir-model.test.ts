import { describe, expect, test } from 'vitest'
import { compileFhirModel } from '../../src/build/fhir-model.ts'
import { fhirModel } from '../../src/definition/model.ts'
import { fhirModelText } from '../../src/generated/fhir-model.ts'

const model = fhirModel()

describe('fhirModel', () => {
  test('the generated text is what the package gives, and small', () => {
    expect(fhirModelText).toBe(compileFhirModel('node_modules/hl7.fhir.r4.core'))
    expect(fhirModelText.length).toBeLessThan(250_000)
  })

  test('R4 has 146 resources that can be instantiated', () => {
    expect((JSON.parse(fhirModelText) as { resources: string[] }).resources).toHaveLength(146)
    expect(['Patient', 'DomainResource', 'HumanName', 'toString'].map(model.isResource)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test.each([
    ['Extension', 'url', { type: 'uri', attribute: true, many: false }],
    ['Extension', 'valueDateTime', { type: 'dateTime', choice: 'value[x]' }],
    ['Patient', 'id', { type: 'string', attribute: false }],
    ['Patient', 'contact', { type: 'Patient.contact', many: true, choice: undefined }],
    ['Patient.contact', 'id', { type: 'string', attribute: true }],
    ['Bundle.entry', 'resource', { type: 'Resource', many: false }],
    ['Questionnaire.item', 'item', { type: 'Questionnaire.item', many: true }],
    ['Observation.component', 'referenceRange', { type: 'Observation.referenceRange' }],
    ['string', 'extension', { type: 'Extension', many: true }],
    ['Narrative', 'div', { type: 'xhtml' }],
  ])('%s.%s', (type, name, expected) => {
    expect(model.child(type, name)).toMatchObject(expected)
  })

  test('children stand in order', () => {
    expect(model.children('Period').map((one) => one.name)).toEqual(['id', 'extension', 'start', 'end'])
    expect(model.children('none')).toEqual([])
  })

  test.each([
    ['boolean', 'boolean'],
    ['positiveInt', 'number'],
    ['decimal', 'number'],
    ['date', 'string'],
    ['xhtml', 'xhtml'],
    ['Period', undefined],
    ['constructor', undefined],
  ])('%s is written as %s', (type, kind) => {
    expect(model.primitive(type)).toBe(kind)
  })

  test('a folder without definitions is an error', () => {
    expect(() => compileFhirModel('src/document')).toThrow('no StructureDefinition')
  })
})
