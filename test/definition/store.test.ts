import { describe, expect, test } from 'vitest'
import { compileDefinition } from '../../src/definition/compile.ts'
import { decompiler } from '../../src/definition/decompile.ts'
import type { Definition } from '../../src/definition/definition.ts'
import { openPacked, packDefinitions } from '../../src/definition/packed.ts'
import { standardDefinitions } from '../../src/definition/standard.ts'
import { definitionsFrom, definitionsOf } from '../../src/definition/store.ts'
import { definitionsText } from '../../src/generated/definitions.ts'

const standard = standardDefinitions()
const core = 'http://hl7.org/fhir/StructureDefinition/'
const patientIps = 'http://hl7.org/fhir/uv/ips/StructureDefinition/Patient-uv-ips'

function all(): Definition[] {
  return standard.canonicals.map((canonical) => {
    const found = standard.find(canonical)
    if (found === undefined) throw new Error(`no ${canonical}`)
    return found
  })
}

describe('definitions are found', () => {
  test('by canonical, with and without version', () => {
    expect(standard.find(patientIps)?.type).toBe('Patient')
    expect(standard.find(`${patientIps}|2.0.0`)).toBe(standard.find(patientIps))
    expect(standard.find(`${patientIps}|2.0.7`)).toBe(standard.find(patientIps))
    expect(standard.find(`${patientIps}|1.1.0`)).toBeUndefined()
    expect(standard.find('http://example.org/unknown')).toBeUndefined()
    expect(standard.find('__proto__')).toBeUndefined()
    expect(standard.find('')).toBeUndefined()
  })

  test('the newest where no version is asked for', () => {
    expect(standard.find(`${core}patient-birthPlace`)?.version).toBe('5.3.0-ballot-tc1')
    expect(standard.find(`${core}patient-birthPlace|4.0.1`)?.version).toBe('4.0.1')
  })

  test('types by name, and no profile by that of its type', () => {
    expect(standard.type('HumanName')?.kind).toBe('complex-type')
    expect(standard.type('boolean')?.kind).toBe('primitive-type')
    expect(standard.type('SimpleQuantity')).toBeUndefined()
    expect(standard.type('toString')).toBeUndefined()
  })

  test('all of R4, the extensions, IPS and the packages under profiles', () => {
    const found = standard.canonicals
    expect(found).toEqual([...found].sort())
    const types = all().filter((one) => one.derivation === 'specialization')
    expect(types.filter((one) => one.kind === 'resource')).toHaveLength(148)
    expect(types.filter((one) => one.kind === 'primitive-type')).toHaveLength(20)
    const owners = [
      'http://hl7.org/fhir/uv/ips/',
      'http://hl7.eu/fhir/eps/',
      'http://hl7.eu/fhir/base/',
      'http://hl7.no/fhir/',
    ]
    for (const owner of owners) expect(found.filter((one) => one.startsWith(owner)).length, owner).toBeGreaterThan(5)
    expect(found.some((one) => one.startsWith('urn:kritinfo:'))).toBe(true)
    expect(all().some((one) => one.kind === 'logical')).toBe(false)
  })
})

describe('a packed text', () => {
  test('gives back what was packed', () => {
    const some = all().filter((_one, at) => at % 7 === 0)
    const opened = openPacked(packDefinitions(some))
    expect(opened.urls().flatMap((url) => opened.entries(url).map((one) => one.open()))).toEqual(some)
    expect(opened.entries('toString')).toEqual([])
  })

  test('is ASCII, and survives text that is not', () => {
    const one: Definition = {
      url: 'http://example.org/å',
      type: 'Flag',
      kind: 'resource',
      derivation: 'constraint',
      root: { id: 'Flag', name: 'Flag', fixed: 'blåbær 🫐\u2028' },
    }
    const text = packDefinitions([one, { ...one, url: 'http://example.org/b' }])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
    expect(text).toMatch(/^[\x00-\x7f]*$/)
    expect(definitionsOf(text).find('http://example.org/å')).toEqual(one)
    expect(definitionsOf(text).canonicals).toEqual(['http://example.org/b', 'http://example.org/å'])
  })

  test('is not parsed before it is asked, and once', () => {
    let opened = 0
    const definition: Definition = {
      url: 'http://example.org/a',
      type: 'Flag',
      kind: 'resource',
      derivation: 'constraint',
      root: { id: 'Flag', name: 'Flag' },
    }
    const open = () => {
      opened += 1
      return definition
    }
    const definitions = definitionsFrom({ urls: () => [definition.url], entries: () => [{ version: '1.0.0', open }] })
    expect([definitions.canonicals, opened]).toEqual([[definition.url], 0])
    expect([definitions.find(definition.url), definitions.find(`${definition.url}|1.0.0`)]).toEqual([
      definition,
      definition,
    ])
    expect(opened).toBe(1)
  })

  test('opens fast: best of many, since other work may run beside', () => {
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now()
      definitionsOf(definitionsText)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(3)
  })
})

describe('the law of compiling', () => {
  /** Slices of these were written before what the differential says of the element that they slice. */
  const exceptions: readonly string[] = [
    `${core}provenance-relevant-history`,
    'http://hl7.org/fhir/uv/ips/StructureDefinition/Composition-uv-ips',
  ]

  test('what is compiled can be taken back to a StructureDefinition that compiles to the same', () => {
    const source = decompiler(standard)
    const differing = all().filter((one) => {
      const taken = source(one.url)
      const again = taken && compileDefinition(taken, (name) => standard.type(name))
      return JSON.stringify(again?.root) !== JSON.stringify(one.root)
    })
    expect(differing.map((one) => one.url)).toEqual(exceptions)
  })
})
