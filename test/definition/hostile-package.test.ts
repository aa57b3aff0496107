import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPackage } from '../../src/definition/package.ts'
import { standardDefinitions } from '../../src/definition/standard.ts'
import { withPackages } from '../../src/definition/with-packages.ts'
import { isObject, type Json, type JsonObject, setKey } from '../../src/document/json.ts'
import { KritinfoError } from '../../src/issue/issue.ts'
import { extensions, ips } from './packages.ts'

const standard = standardDefinitions()
const profiles = [...ips, ...extensions.slice(0, 40)].filter((one) => one.kind !== 'logical')

/** A copy with `by` at one place; `at` is any number and decides which. */
function spoil(value: Json, at: number, by: Json): Json {
  if (!Array.isArray(value) && !isObject(value)) return by
  const keys = Object.keys(value)
  const key = keys[at % Math.max(keys.length, 1)]
  if (key === undefined || at % 5 === 4) return by
  const rest = Math.floor(at / Math.max(keys.length, 1))
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? spoil(one, rest, by) : one))
  const copy: JsonObject = {}
  for (const [name, one] of Object.entries(value)) setKey(copy, name, name === key ? spoil(one, rest, by) : one)
  return copy
}

/** Whether a package with this is taken or refused; anything but a refusal is thrown on. */
function outcomeOf(resource: Json): 'taken' | 'refused' {
  try {
    withPackages(standard, [openPackage(new Map([['StructureDefinition-a.json', resource]]))])
    return 'taken'
  } catch (problem) {
    if (problem instanceof KritinfoError) return 'refused'
    throw problem
  }
}

const scraps = fc.constantFrom<Json>(
  null,
  true,
  0,
  -1,
  'x',
  '',
  '*',
  [],
  {},
  [null],
  [[]],
  [{}],
  { extension: [null] },
  '__proto__',
)

describe('a package of any form', () => {
  test('is taken or refused with a reason, and breaks nothing', () => {
    const seen = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(fc.constantFrom(...profiles), fc.nat(), scraps, fc.boolean(), (profile, at, scrap, whole) => {
        const { snapshot, ...differential } = profile
        const resource = (whole ? { ...differential, snapshot } : differential) as unknown as JsonObject
        seen[outcomeOf(spoil(resource, at, scrap))] += 1
      }),
      { numRuns: 1000 },
    )
    expect(seen.taken).toBeGreaterThan(100)
    expect(seen.refused).toBeGreaterThan(100)
  })

  test('may have paths without end', () => {
    const path = `Questionnaire${'.item'.repeat(20_000)}`
    const resource: JsonObject = {
      resourceType: 'StructureDefinition',
      url: 'http://example.org/deep',
      type: 'Questionnaire',
      kind: 'resource',
      derivation: 'constraint',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Questionnaire',
      differential: { element: [{ path, min: 1 }] },
    }
    expect(outcomeOf(resource)).toBe('refused')
    const element = [{ path: `Questionnaire${'.item'.repeat(8)}`, min: 1 }]
    expect(outcomeOf({ ...resource, differential: { element } })).toBe('taken')
  })
})
