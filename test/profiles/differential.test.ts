import { describe, expect, test } from 'vitest'
import { isCorePath } from './core-paths.ts'
import { elements, structures } from './folders.ts'

const pathOf = (id: string): string =>
  id
    .split('.')
    .map((step) => step.split(':')[0])
    .join('.')

const sliceOf = (id: string): string | undefined => id.split('.').at(-1)?.split(':').slice(1).join(':') || undefined

/** The values of one kind that an element fixes: `fixedUri`, `patternCodeableConcept` … */
const prescribed = (element: fhir4.ElementDefinition): string[] =>
  Object.keys(element).filter((key) => /^(?:fixed|pattern)[A-Z]/.test(key))

describe('isCorePath', () => {
  test.each([
    ['Patient', true],
    ['Patient.name.family', true],
    ['Bundle.entry.link.url', true],
    ['Observation.value[x].extension.value[x]', true],
    ['Address.line.extension', true],
    ['Questionnaire.item.item.item.text', true],
    ['Patient.surname', false],
    ['Observation.valueQuantity', false],
    ['Nothing.at.all', false],
  ])('%s', (path, real) => expect(isCorePath(path)).toBe(real))
})

describe.each(structures().map((structure) => [structure.url, structure] as const))('%s', (_url, structure) => {
  const all = elements(structure)

  test('is a constraint on an R4 type', () => {
    expect(structure).toMatchObject({ derivation: 'constraint', abstract: false, fhirVersion: '4.0.1' })
    expect(structure.kind).toBe(structure.type.match(/^(?:Address|Extension|HumanName)$/) ? 'complex-type' : 'resource')
    expect(isCorePath(structure.type)).toBe(true)
    expect(structure.context !== undefined).toBe(structure.type === 'Extension')
  })

  test('says something, and of each element once', () => {
    const ids = all.map(({ id }) => id ?? '')
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('names elements that R4 has', () => {
    for (const { id = '', path, sliceName } of all) {
      expect([id, path]).toEqual([id, pathOf(id)])
      expect([id, path.split('.')[0], isCorePath(path)]).toEqual([id, structure.type, true])
      expect([id, sliceName]).toEqual([id, sliceOf(id)])
    }
  })

  test('prescribes in a way that can be met', () => {
    for (const element of all) {
      const { id, min, max } = element
      expect([id, prescribed(element).length <= 1]).toEqual([id, true])
      if (min !== undefined && max !== undefined && max !== '*') expect([id, min <= Number(max)]).toEqual([id, true])
    }
  })

  test('puts its invariants into words', () => {
    for (const { constraint = [] } of all)
      for (const one of constraint) {
        expect([one.key, one.human, one.expression]).toEqual([
          one.key,
          expect.stringMatching(/\S/),
          expect.stringMatching(/\S/),
        ])
        expect(one.severity).toMatch(/^(?:error|warning)$/)
      }
  })
})

test('contexts of extensions are elements of R4, but for two that are not so at their source', () => {
  const wrong = structures()
    .flatMap(({ url, context = [] }) => context.map((one) => ({ url, ...one })))
    .filter(({ type, expression }) => type !== 'element' || !isCorePath(expression))
  expect(wrong).toEqual([
    {
      url: 'http://hl7.no/fhir/StructureDefinition/no-basis-sourceofinformation',
      type: 'extension',
      expression: 'AllergyIntolerance',
    },
    {
      url: 'https://profiles.ihe.net/PHARM/MPD/StructureDefinition/ihe-ext-medication-strengthsubstance',
      type: 'element',
      expression: 'Medication.ingredient.strength[x]',
    },
  ])
})

test('an extension fixes its url to its canonical', () => {
  for (const structure of structures().filter(({ type }) => type === 'Extension'))
    expect([structure.url, elements(structure).find(({ id }) => id === 'Extension.url')?.fixedUri]).toEqual([
      structure.url,
      structure.url,
    ])
})

test('a key of an invariant stands for one expression', () => {
  const expressions = new Map<string, string>()
  for (const structure of structures())
    for (const { constraint = [] } of elements(structure))
      for (const { key, expression = '' } of constraint) {
        expect([key, expressions.get(key) ?? expression]).toEqual([key, expression])
        expressions.set(key, expression)
      }
  expect(expressions.size).toBeGreaterThan(15)
})
