import { describe, expect, test } from 'vitest'
import { compileDefinition } from '../../src/definition/compile.ts'
import type { Definition, ElementNode } from '../../src/definition/definition.ts'
import { fullNode } from '../../src/definition/element-node.ts'
import { elementTree } from '../../src/definition/element-tree.ts'
import type { ElementDefinition, StructureDefinition } from '../../src/definition/structure-definition.ts'
import { core, published } from './packages.ts'

const types = (name: string) => {
  const type = core.find((one) => one.type === name && one.derivation !== 'constraint')
  const tree = elementTree(type?.snapshot?.element ?? [])
  return tree && { root: fullNode(tree) }
}

function compile(url: string): Definition {
  const source = published(url)
  if (source === undefined) throw new Error(`no ${url}`)
  return compileDefinition(source, types)
}

const compileType = (name: string) => compile(`http://hl7.org/fhir/StructureDefinition/${name}`)
const compileIps = (name: string) => compile(`http://hl7.org/fhir/uv/ips/StructureDefinition/${name}-uv-ips`)

function nodeOf(definition: Definition, id: string): ElementNode | undefined {
  const search = (node: ElementNode): ElementNode[] =>
    node.id === id ? [node] : [...(node.children ?? []), ...(node.slices ?? [])].flatMap(search)
  return search(definition.root)[0]
}

describe('a type', () => {
  test('states every element with its cardinality and types', () => {
    const patient = compileType('Patient')
    expect(patient).toMatchObject({ type: 'Patient', kind: 'resource', derivation: 'specialization', version: '4.0.1' })
    expect(patient.base).toBe('http://hl7.org/fhir/StructureDefinition/DomainResource')
    expect(nodeOf(patient, 'Patient.contact.name')).toEqual({
      id: 'Patient.contact.name',
      name: 'name',
      max: 1,
      types: [{ code: 'HumanName' }],
    })
    expect(nodeOf(patient, 'Patient.link')).toMatchObject({ max: -1, modifier: true })
    expect(nodeOf(patient, 'Patient.link.other')).toMatchObject({ min: 1, max: 1 })
    expect(nodeOf(patient, 'Patient.gender')?.binding).toEqual({
      strength: 'required',
      valueSet: 'http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1',
    })
  })

  test('keeps the constraints of its root, and of elements those that their types do not state', () => {
    const patient = compileType('Patient')
    expect(patient.root.constraints?.map((one) => one.key)).toEqual(['dom-2', 'dom-3', 'dom-4', 'dom-5', 'dom-6'])
    expect(patient.root.constraints?.find((one) => one.key === 'dom-6')?.bestPractice).toBe(true)
    expect(nodeOf(patient, 'Patient.contact')?.constraints?.map((one) => one.key)).toEqual(['pat-1'])
    expect(nodeOf(patient, 'Patient.name')?.constraints).toBeUndefined()
    expect(nodeOf(patient, 'Patient.extension')?.constraints).toBeUndefined()
    expect(compileType('Extension').root.constraints?.map((one) => one.key)).toEqual(['ele-1', 'ext-1'])
    expect(compileType('Element').root.constraints?.map((one) => one.key)).toEqual(['ele-1'])
  })

  test('has the types of FHIR where R4 writes those of FHIRPath, and marks attributes of XML', () => {
    expect(nodeOf(compileType('Element'), 'Element.id')).toMatchObject({ types: [{ code: 'string' }], attribute: true })
    expect(nodeOf(compileType('date'), 'date.value')?.types).toEqual([{ code: 'date' }])
    expect(nodeOf(compileType('Extension'), 'Extension.url')).toMatchObject({
      types: [{ code: 'uri' }],
      attribute: true,
    })
  })

  test('has content references, targets of references and the most a binding allows', () => {
    expect(nodeOf(compileType('Bundle'), 'Bundle.entry.link')?.content).toBe('Bundle.link')
    const patient = compileType('Patient')
    expect(nodeOf(patient, 'Patient.managingOrganization')?.types).toEqual([
      { code: 'Reference', targets: ['http://hl7.org/fhir/StructureDefinition/Organization'] },
    ])
    expect(nodeOf(patient, 'Patient.language')?.binding?.maxValueSet).toBe('http://hl7.org/fhir/ValueSet/all-languages')
  })
})

describe('a profile', () => {
  test('states what it adds, and no more', () => {
    const patient = compileIps('Patient')
    expect(nodeOf(patient, 'Patient.birthDate')).toMatchObject({ min: 1, mustSupport: true })
    expect(nodeOf(patient, 'Patient.birthDate')).not.toHaveProperty('max')
    expect(nodeOf(patient, 'Patient.name')?.constraints?.map((one) => one.key)).toEqual(['ips-pat-1'])
    expect(nodeOf(patient, 'Patient.name.period')).toBeUndefined()
    expect(nodeOf(patient, 'Patient.photo')).toBeUndefined()
  })

  test('says the same as its type where only a version is written behind a canonical', () => {
    expect(nodeOf(compileIps('Patient'), 'Patient.managingOrganization')).toBeUndefined()
    expect(nodeOf(compileIps('Patient'), 'Patient.maritalStatus')).toBeUndefined()
  })

  test('has obligations', () => {
    const creator = { code: 'SHALL:populate', actors: ['http://hl7.org/fhir/uv/ips/ActorDefinition/Creator'] }
    expect(nodeOf(compileIps('Patient'), 'Patient.name')?.obligations).toContainEqual(creator)
  })

  test('keeps every slice, with what tells it apart', () => {
    const composition = compileIps('Composition')
    const section = nodeOf(composition, 'Composition.section')
    expect(section?.slicing).toEqual({ discriminators: [{ type: 'value', path: 'code' }], rules: 'open' })
    expect(section?.slices?.map((one) => one.slice)).toContain('sectionAllergies')
    const code = nodeOf(composition, 'Composition.section:sectionAllergies.code')
    expect(code?.pattern).toEqual({ coding: [{ system: 'http://loinc.org', code: '48765-2' }] })
    expect(nodeOf(composition, 'Composition.section:sectionAllergies')).toMatchObject({ min: 1, max: 1 })
  })

  test('of vital signs has fixed values and slices', () => {
    const bmi = compileType('bmi')
    expect(nodeOf(bmi, 'Observation.value[x]:valueQuantity.code')?.fixed).toBe('kg/m2')
    expect(nodeOf(bmi, 'Observation.value[x]:valueQuantity')).toMatchObject({ min: 1, types: [{ code: 'Quantity' }] })
  })

  test('of an extension has its url, type and contexts', () => {
    const birthPlace = compileType('patient-birthPlace')
    expect(birthPlace.contexts).toEqual([{ type: 'element', expression: 'Patient' }])
    expect(nodeOf(birthPlace, 'Extension.url')?.fixed).toBe(
      'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
    )
    expect(nodeOf(birthPlace, 'Extension.extension')?.max).toBe(0)
    expect(nodeOf(birthPlace, 'Extension.value[x]')?.types).toEqual([{ code: 'Address' }])
  })
})

describe('extensions of a definition', () => {
  const base = published('http://hl7.org/fhir/StructureDefinition/Flag')
  const flag = (root: Partial<StructureDefinition>, status: Partial<ElementDefinition>) => {
    const element = (base?.snapshot?.element ?? []).map((one) =>
      one.id === 'Flag.status' ? { ...one, ...status } : one,
    )
    return compileDefinition(
      {
        ...(base as StructureDefinition),
        url: 'http://example.org/flag',
        derivation: 'constraint',
        snapshot: { element },
        ...root,
      },
      types,
    )
  }
  const core = 'http://hl7.org/fhir/StructureDefinition/'

  test('impose other profiles', () => {
    const extension = [
      { url: `${core}structuredefinition-imposeProfile`, valueCanonical: 'http://example.org/a' },
      { url: `${core}structuredefinition-imposeProfile`, valueCanonical: 'http://example.org/b' },
    ]
    expect(flag({ extension }, {}).imposes).toEqual(['http://example.org/a', 'http://example.org/b'])
    expect(flag({}, {}).imposes).toBeUndefined()
  })

  test('bind to more value sets, if not for some contexts only', () => {
    const additional = (purpose: string, valueSet: string, ...more: { url: string }[]) => ({
      url: 'http://hl7.org/fhir/tools/StructureDefinition/additional-binding',
      extension: [{ url: 'purpose', valueCode: purpose }, { url: 'valueSet', valueCanonical: valueSet }, ...more],
    })
    const usage = { url: 'usage', valueUsageContext: {} }
    const extension = [
      additional('maximum', 'http://example.org/a'),
      additional('required', 'http://example.org/b', usage),
      { url: `${core}elementdefinition-minValueSet`, valueCanonical: 'http://example.org/c' },
    ]
    const binding = { strength: 'required' as const, valueSet: 'http://example.org/vs', extension }
    expect(nodeOf(flag({}, { binding }), 'Flag.status')?.binding).toEqual({
      strength: 'required',
      valueSet: 'http://example.org/vs',
      additional: [
        { purpose: 'minimum', valueSet: 'http://example.org/c' },
        { purpose: 'maximum', valueSet: 'http://example.org/a' },
      ],
    })
  })

  test('a constraint without FHIRPath is left out, one that says false to best practice is a rule', () => {
    const best = [{ url: `${core}elementdefinition-bestpractice`, valueBoolean: false }]
    const constraint = [
      { key: 'own-1', severity: 'error', human: 'XPath only' },
      { key: 'own-2', severity: 'warning', human: 'A rule', expression: 'true', extension: best },
    ] as const
    const made = { key: 'own-2', severity: 'warning', expression: 'true', human: 'A rule' }
    expect(nodeOf(flag({}, { constraint }), 'Flag.status')?.constraints).toEqual([made])
  })

  test('a profile that adds nothing is its root', () => {
    expect(flag({}, {}).root).toEqual({ id: 'Flag', name: 'Flag' })
  })
})
