import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../../src/definition/model.ts'
import type { Json, JsonObject } from '../../../src/document/json.ts'
import { compileClosure } from '../../../src/fhirpath/compile.ts'
import { matchCase } from '../../../src/mapping/row-grid.ts'
import type { Case, Row } from '../../../src/mapping/table.ts'
import { renderTexts } from '../../../src/mapping/render/render.ts'
import { quoted } from '../../../src/mapping/render/fml/path.ts'
import { standardToolkit } from '../../../src/toolkit.ts'

const { mappings } = standardToolkit()
const files = new Map(renderTexts(mappings, 'fml').map(({ name, content }) => [name, String(content)]))

test('a map for each table and direction, but for parts of resources', () => {
  for (const { id, left, right } of mappings.tables) {
    for (const direction of ['forward', 'backward']) {
      const isPart = left.root.includes('.') || right.root.includes('.')
      expect(files.has(`${id.replace('/', '-')}-${direction}.fml`)).toBe(!isPart)
    }
  }
})

test('what a map names is there: maps it imports, models it uses, ConceptMaps it translates by', () => {
  const urls = new Set(
    [...files.values()].flatMap((text) => /^map "([^"]+)"|"url": "([^"]+)"/m.exec(text)?.slice(1) ?? []),
  )
  for (const text of files.values()) {
    if (!text.startsWith('map ')) continue
    const named = text.match(/urn:kritinfo:(StructureMap|ConceptMap):[\w.-]+(?=["'])/g) ?? []
    for (const one of named) expect(urls).toContain(one)
  }
})

describe('rules', () => {
  test('have names that are unique in their map and ids of FHIR', () => {
    for (const [name, text] of files) {
      if (!name.endsWith('.fml')) continue
      const names = [...text.matchAll(/ "([A-Za-z0-9-]+)";$/gm)].map((match) => match[1])
      expect(names.length).toBeGreaterThan(0)
      expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([])
    }
  })

  test('of a codec translate by its code table', () => {
    const text = files.get('ki-r4-allergy-forward.fml')
    expect(text).toContain(
      `src.alvorlighetsgrad as s1 -> tgt.criticality = translate(s1, 'urn:kritinfo:ConceptMap:alvorlighetsgrad-forward', 'code') "allergy-criticality";`,
    )
  })
})

/** https://hl7.org/fhir/R4/mapping-language.html: every rule applies whose condition is true. */
describe('of the rules of a grid', () => {
  const row = mappings.tables.flatMap((table) => table.rows).find((one) => one.id === 'allergy.status') as Row
  const text = files.get('ki-r4-allergy-backward.fml') ?? ''
  const rules = [...text.matchAll(/^ {2}src where \((.*)\) -> .* "allergy-status-(\d+)";$/gm)].map(
    ([, condition = '', number]) => ({ number: Number(number), holds: conditionOf(condition) }),
  )

  test('the one applies that belongs to the first case that fits, and no other', () => {
    expect(rules.length).toBeGreaterThan(10)
    const seen = new Set<number>()
    for (const clinical of [null, 'active', 'inactive', 'resolved'])
      for (const verification of [null, '', 'confirmed', 'unconfirmed', 'presumed', 'refuted', 'entered-in-error'])
        for (const presumed of [null, true, false]) {
          const match = matchCase(row.cases ?? [], 'backward', [clinical, verification, presumed])
          const wanted = match === undefined || writesNothing(match) ? [] : [(row.cases ?? []).indexOf(match) + 1]
          const resource = allergy(clinical, verification, presumed)
          const applying = rules.filter(({ holds }) => holds(resource)).map(({ number }) => number)
          expect(applying).toEqual(wanted)
          for (const number of applying) seen.add(number)
        }
    expect([...seen].sort()).toEqual(rules.map(({ number }) => number).sort())
  })
})

/** What keeps a record back has no rule. */
function writesNothing({ left, outcome }: Case): boolean {
  return outcome === 'withheld' || left.every((value) => value === null || value === '*')
}

function conditionOf(condition: string): (resource: JsonObject) => boolean {
  const closure = compileClosure(condition, 'AllergyIntolerance', fhirModel())
  if (closure === undefined) throw new Error(`not compiled: ${condition}`)
  const around = (resource: JsonObject) => ({ resource, rootResource: resource, resolve: () => undefined })
  return (resource) => closure({ value: resource }, around(resource))
}

/** `''` is a coding without a code. */
function allergy(clinical: string | null, verification: string | null, presumed: boolean | null): JsonObject {
  const system = (name: string) => `http://terminology.hl7.org/CodeSystem/allergyintolerance-${name}`
  const coding = (name: string, code: string): JsonObject[] => [
    { system: system(name), ...(code === '' ? {} : { code }) },
  ]
  const url = 'http://nhn.no/kj/fhir/StructureDefinition/KjPresumed'
  const extension = presumed === null ? undefined : [{ url, valueBoolean: presumed }]
  const status: JsonObject = {
    ...(verification === null ? {} : { coding: coding('verification', verification) }),
    ...(extension === undefined ? {} : { extension }),
  }
  return {
    resourceType: 'AllergyIntolerance',
    ...(clinical === null ? {} : { clinicalStatus: { coding: coding('clinical', clinical) } }),
    ...(Object.keys(status).length === 0 ? {} : { verificationStatus: status }),
  }
}

test('texts are quoted so that they end where they end', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const literal = quoted(text)
      expect(literal).toMatch(/^'(?:[^'\\\n\r]|\\.)*'$/)
      expect(
        JSON.parse(`"${literal.slice(1, -1).replaceAll('"', '\\"').replaceAll("\\'", "'")}"`) as Json,
      ).toBeDefined()
    }),
  )
})
