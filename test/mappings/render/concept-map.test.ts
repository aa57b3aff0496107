import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../../src/definition/model.ts'
import type { JsonObject } from '../../../src/document/json.ts'
import { loadMappings } from '../../../src/mapping/lay-over.ts'
import { conceptMapsOf } from '../../../src/mapping/render/concept-map.ts'
import { equivalenceOf, inverse } from '../../../src/mapping/render/equivalence.ts'
import { relations } from '../../../src/mapping/load-row.ts'
import { renderTexts } from '../../../src/mapping/render/render.ts'
import { describe as wordsOf } from '../../../src/issue/issue.ts'
import { readDocument } from '../../../src/read-document.ts'
import { standardToolkit } from '../../../src/toolkit.ts'
import { standardValidation, validate } from '../../../src/validate.ts'

const { mappings } = standardToolkit()

test('all ConceptMaps and logical models are valid R4', () => {
  const kit = standardValidation()
  const files = [...renderTexts(mappings, 'conceptmap'), ...renderTexts(mappings, 'fml')].filter(({ name }) =>
    name.endsWith('.json'),
  )
  const found = files.flatMap(({ name, content }) => {
    const { issues } = validate(kit, readDocument(new TextEncoder().encode(String(content))))
    return issues.filter((one) => one.severity === 'error').map((one) => `${name}: ${wordsOf(one)} ${one.path}`)
  })
  expect(files.length).toBeGreaterThan(60)
  expect(found).toEqual([])
})

describe('relations', () => {
  /** https://hl7.org/fhir/R4/valueset-concept-map-equivalence.html: R4 tells what the target is beside the source. */
  test.each([
    ['equivalent', 'equivalent'],
    ['related-to', 'relatedto'],
    ['source-is-narrower-than-target', 'wider'],
    ['source-is-broader-than-target', 'narrower'],
    ['no-map', 'unmatched'],
  ] as const)('%s is R4 %s', (relation, equivalence) => {
    expect(equivalenceOf(relation)).toBe(equivalence)
  })

  test('read from the other side twice are what they were', () => {
    for (const one of relations) expect(inverse(inverse(one))).toBe(one)
    expect(inverse('source-is-narrower-than-target')).toBe('source-is-broader-than-target')
  })
})

describe('a code table', () => {
  const text = `
codes: shape
leftSystem: urn:left
rightSystem: urn:right
cite: https://example.org/
rows:
  - { left: poodle, leftDisplay: Poodle, right: dog, relation: source-is-narrower-than-target }
  - { left: animal, right: dog, relation: source-is-broader-than-target }
  - { left: cat, relation: no-map, note: none here }
`
  const own = loadMappings([{ name: 'codes/shape.yaml', text }], fhirModel())
  const [forward, backward] = conceptMapsOf(own) as [JsonObject, JsonObject]

  test('says of a narrower source that the target is wider, and a narrower target has a comment', () => {
    expect(forward).toMatchObject({ url: 'urn:kritinfo:ConceptMap:shape-forward', name: 'ShapeForward' })
    expect(forward.group).toEqual([
      {
        source: 'urn:left',
        target: 'urn:right',
        element: [
          { code: 'poodle', display: 'Poodle', target: [{ code: 'dog', equivalence: 'wider' }] },
          { code: 'animal', target: [{ code: 'dog', equivalence: 'narrower', comment: 'The target says less.' }] },
          { code: 'cat', target: [{ equivalence: 'unmatched', comment: 'none here' }] },
        ],
      },
    ])
  })

  test('is turned round for the way back', () => {
    expect(backward.group).toEqual([
      {
        source: 'urn:right',
        target: 'urn:left',
        element: [
          {
            code: 'dog',
            target: [
              { code: 'poodle', display: 'Poodle', equivalence: 'narrower', comment: 'The target says less.' },
              { code: 'animal', equivalence: 'wider' },
            ],
          },
        ],
      },
    ])
  })
})

describe('a table', () => {
  test('one element beside several is no more than related', () => {
    const map = conceptMapsOf(mappings).find((one) => one.id === 'ki-r4-allergy-forward') as unknown as Map
    const status = map.group.flatMap((one) => one.element).filter((one) => one.code === 'registrering.status')
    expect(status.flatMap((one) => one.target).map((one) => one.equivalence)).toEqual(
      status.flatMap((one) => one.target).map(() => 'relatedto'),
    )
    expect(status[0]?.target[0]?.comment).toMatch(/^allergy\.status: .*Together: /)
  })
})

interface Map {
  readonly group: readonly {
    readonly element: readonly {
      readonly code: string
      readonly target: readonly { readonly equivalence: string; readonly comment?: string }[]
    }[]
  }[]
}
