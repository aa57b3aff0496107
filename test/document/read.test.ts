import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../src/definition/model.ts'
import { read } from '../../src/document/read.ts'
import { treeOf } from '../../src/document/tree.ts'
import { problems } from './problems.ts'

const model = fhirModel()

describe('read', () => {
  test('the first significant character decides the syntax', () => {
    expect(read(' \n{"a":1}', { model }).syntax).toBe('json')
    expect(read('[]', { model }).syntax).toBe('json')
    expect(read('\n<Patient xmlns="http://hl7.org/fhir"/>', { model }).syntax).toBe('xml')
  })

  test.each([
    ['\n  patient', 'DOC-008 2:3'],
    ['"text"', 'DOC-008 1:1'],
    ['// note\n{}', 'DOC-013 1:1'],
    ['<a/>', 'DOC-040 1:1'],
    ['{"a":1,}', 'DOC-012 1:7'],
  ])('%j is refused with %s', (text, problem) => {
    expect(problems(() => read(text, { model }))).toEqual([problem])
  })

  test('another form of XML is read by its own reader', () => {
    const form = { namespace: 'urn:x', read: (root: { name: string }) => treeOf({ name: root.name }) }
    expect(read('<b xmlns="urn:x"/>', { model, xmlForms: [form] }).root).toEqual({ name: 'b' })
  })

  test('a warning comes with the tree', () => {
    const tree = read('\ufeff{"a":\n1}', { model })
    expect(tree.issues.map((one) => one.code)).toEqual(['DOC-006'])
    expect(tree.position(['a'])).toEqual({ line: 2, column: 1 })
  })

  test('limits can be changed, but nesting only so far', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(problems(() => read('{"a":1}', { model, limits: { bytes: 3 } }))).toEqual(['DOC-007 1:1'])
    expect(problems(() => read(deep(500), { model, limits: { depth: 1e9 } }))).toEqual([])
    expect(problems(() => read(deep(1001), { model, limits: { depth: 1e9 } }))).toEqual(['DOC-016 1:1001'])
  })
})
