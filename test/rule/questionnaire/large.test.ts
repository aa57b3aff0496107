import { expect, test } from 'vitest'
import { answer, told } from './told.ts'

const many = 20_000
const numbers = Array.from({ length: many }, (_, index) => index)

test('long lists and many answers take no more than both together', () => {
  const url = 'http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource'
  const extension = numbers.map((index) => ({ url, valueCode: `T${index}` }))
  const answerOption = numbers.map((valueInteger) => ({ valueInteger }))
  const questions = [
    { linkId: 'a', type: 'integer', repeats: true, answerOption },
    { linkId: 'b', type: 'reference', repeats: true, extension },
  ]
  const last = many - 1
  const integers = numbers.map(() => ({ valueInteger: last }))
  const references = numbers.map(() => ({ valueReference: { reference: `T${last}/1` } }))
  const start = performance.now()
  expect(told(questions, [answer('a', ...integers), answer('b', ...references)])).toHaveLength(many)
  expect(performance.now() - start).toBeLessThan(3_000)
})

test('conditions on many answers are given up before they take long', () => {
  const enableWhen = [{ question: 'a', operator: '=', answerInteger: -1 }]
  const questions = numbers.map((index) => ({ linkId: `q${index}`, type: 'string', enableWhen }))
  const answers = numbers.map((valueInteger) => ({ valueInteger }))
  const start = performance.now()
  const found = told([{ linkId: 'a', type: 'integer', repeats: true }, ...questions], [answer('a', ...answers)])
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(new Set(found)).toEqual(new Set(['? QRS-040 ']))
})
