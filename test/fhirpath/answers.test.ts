import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../src/definition/model.ts'
import { isObject, type JsonObject } from '../../src/document/json.ts'
import { textOf } from '../../src/fhirpath/compare.ts'
import { compileExpression } from '../../src/fhirpath/compile.ts'
import { type Element, EvaluationError } from '../../src/fhirpath/element.ts'
import { Unanswerable } from '../../src/fhirpath/expression.ts'

const model = fhirModel()

interface Answer {
  readonly document: JsonObject
  readonly expression: string
  readonly result: string
}

/** The lines of the table: a document, then expressions on it, each with its result. */
function answers(): Answer[] {
  let document: JsonObject = {}
  return readFileSync('test/fhirpath/answers.txt', 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('#') || line === '') return []
      if (line.startsWith('{"')) {
        document = JSON.parse(line)
        return []
      }
      const [expression = '', result = ''] = line.split(/ {2}=>(?: {2}|$)/)
      return [{ document, expression, result }]
    })
}

function evaluate({ document, expression }: Answer): string {
  const surroundings = { resource: document, rootResource: document, resolve: () => undefined }
  try {
    const elements = compileExpression(expression, 'Patient', model)?.({ value: document }, surroundings)
    return elements?.map(print).join(' ') ?? 'not compiled'
  } catch (error) {
    if (error instanceof EvaluationError) return 'error'
    throw error
  }
}

function print({ value, type }: Element): string {
  if (value !== undefined && isObject(value)) return `${type}:…`
  return textOf(value) ?? 'null'
}

describe('functions and operators give what the HL7 engine gives', () => {
  const rows = answers()
  test('many of them', () => {
    expect(rows.length).toBeGreaterThan(250)
  })
  test.each(rows)('$expression', (answer) => {
    expect(evaluate(answer)).toBe(answer.result)
  })
})

describe('what cannot be told here is said so', () => {
  test.each([
    'now() > @2020',
    'today() > @2020',
    "1 'g' = 1000 'mg'",
    "1 'g' < 1 'kg'",
    "id.memberOf('http://example.org/x')",
    "name.first().conformsTo('http://example.org/x')",
    '%extension.exists()',
    `id.where('${'a'.repeat(5_000)}'.matches('(${'a?'.repeat(500)})*b')).exists()`,
  ])('%s', (expression) => {
    const document: JsonObject = { resourceType: 'Patient', id: 'p', name: [{ text: 'x' }] }
    expect(() => evaluate({ document, expression, result: '' })).toThrow(Unanswerable)
  })

  test.each(['%unknown', 'aggregate($this)', '$index = 1', 'f()', 'a.exists(b, c)', 'extension(url)'])(
    '%s is left to another engine',
    (expression) => {
      expect(compileExpression(expression, 'Patient', model)).toBeUndefined()
      expect(compileExpression('true', 'NoType', model)).toBeUndefined()
    },
  )
})
