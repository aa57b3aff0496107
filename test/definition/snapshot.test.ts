import { describe, expect, test } from 'vitest'
import { generateSnapshot, UnplacedElement } from '../../src/definition/snapshot.ts'
import type { ElementDefinition, StructureDefinition } from '../../src/definition/structure-definition.ts'
import { core, extensions, factsOf, ips, published } from './packages.ts'

/** Where the published snapshot is not what its differential says, and why. Nothing else may differ. */
const exceptions: Readonly<Record<string, { readonly elements: RegExp; readonly why: string }>> = {
  'Composition-uv-ips': {
    elements: /^Composition\.section:section\w+\.code$/,
    why: 'an obligation on Composition.section.code is not repeated in slices whose differential has a code element; it still stands on the element itself',
  },
  bp: {
    elements: /^Observation\.component:(?:Systolic|Diastolic)BP\.value(?:\[x\]|\[x\]:valueQuantity)(?:\.\w+)?$/,
    why: 'the short form valueQuantity is a slice at the top and none within a component; both mean that a value is a Quantity',
  },
  catalog: {
    elements: /^Composition\.date(?::IssueDate)?$/,
    why: 'a name for an element that is not sliced is in its id',
  },
  'familymemberhistory-genetic': {
    elements: /^FamilyMemberHistory\.(?:relationship|sex|born|age|deceased|condition)/,
    why: 'names for elements that are not sliced are in their ids',
  },
  cholesterol: { elements: /referenceRange\.high$/, why: 'repeats the constraints of the profile on its type' },
  hdlcholesterol: { elements: /referenceRange\.low$/, why: 'repeats the constraints of the profile on its type' },
  ldlcholesterol: { elements: /referenceRange\.high$/, why: 'repeats the constraints of the profile on its type' },
  'elementdefinition-de': {
    elements: /^ElementDefinition\.extension:\w+\.\S+$/,
    why: 'unfolds two extensions that the differential does not walk into',
  },
  'provenance-relevant-history': {
    elements: /^Provenance\.(?:agent:Author\.type|entity\.agent)$/,
    why: 'a slice made before its element is bound; a content reference to a slice',
  },
  'artifactassessment-content': {
    elements: /^Extension\.extension:component\.value\[x\]$/,
    why: 'its differential has a content reference where the base has a choice of types',
  },
  'no-fixed-address': {
    elements: /^Extension\.value\[x\]$/,
    why: 'its slicing is closed, though the differential names the slice of a choice without saying how it is sliced',
  },
  'structuredefinition-fhir-type': {
    elements: /^Extension\.value\[x\]$/,
    why: 'the binding that its differential states is gone',
  },
}

const profiles = (list: readonly StructureDefinition[]) =>
  list.filter((one) => one.derivation === 'constraint' && one.snapshot !== undefined)

function generate(profile: StructureDefinition): ElementDefinition[] {
  const base = published(profile.baseDefinition ?? '')
  if (base === undefined) throw new Error(`no base of ${profile.url}`)
  return generateSnapshot(profile.differential?.element ?? [], { base, source: published })
}

/** The ids of elements that differ from the published snapshot, or stand in another order. */
function differences(profile: StructureDefinition): string[] {
  const ours = factsOf(generate(profile))
  const theirs = factsOf(profile.snapshot?.element ?? [])
  const ids = [...new Set([...ours.keys(), ...theirs.keys()])]
  const differing = ids.filter((id) => JSON.stringify(ours.get(id)) !== JSON.stringify(theirs.get(id)))
  const shared = (from: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...from.keys()].filter((id) => other.has(id))
  return shared(ours, theirs).join() === shared(theirs, ours).join() ? differing : [...differing, 'the order']
}

const idOf = (profile: StructureDefinition) => (profile as { readonly id?: string }).id ?? ''

describe('our snapshots are the published ones, element by element', () => {
  test.each([
    ['IPS 2.0', ips, 29],
    ['R4 core', core, 439],
    ['the extensions of R4', extensions, 680],
  ])('%s', (_name, list, count) => {
    const all = profiles(list)
    expect(all).toHaveLength(count)
    const wrong = all.flatMap((one) => {
      const allowed = exceptions[idOf(one)]?.elements
      return differences(one)
        .filter((element) => allowed === undefined || !allowed.test(element))
        .map((element) => `${idOf(one)}: ${element}`)
    })
    expect(wrong).toEqual([])
  })

  test('every exception is still one', () => {
    const all = profiles([...ips, ...core, ...extensions])
    const idle = Object.keys(exceptions).filter((id) => {
      return !all.some((one) => idOf(one) === id && differences(one).length > 0)
    })
    expect(idle).toEqual([])
  })
})

const patient = published('http://hl7.org/fhir/StructureDefinition/Patient')
const observation = published('http://hl7.org/fhir/StructureDefinition/Observation')

function laidOver(
  base: StructureDefinition | undefined,
  ...elements: ElementDefinition[]
): Map<string, ElementDefinition> {
  if (base === undefined) throw new Error('no base')
  const snapshot = generateSnapshot(elements, { base, source: published })
  return new Map(snapshot.map((one) => [one.id ?? '', one]))
}

describe('a differential', () => {
  test('of nothing gives the base', () => {
    for (const one of core.filter((type) => type.derivation !== 'constraint' && type.kind !== 'logical')) {
      const snapshot = generateSnapshot([], { base: one, source: published })
      expect(snapshot).toEqual(one.snapshot?.element)
    }
  })

  test('applied to its own snapshot changes nothing', () => {
    for (const profile of profiles(ips)) {
      const once = generate(profile)
      const base = { ...profile, snapshot: { element: once } }
      expect(generateSnapshot(profile.differential?.element ?? [], { base, source: published })).toEqual(once)
    }
  })

  test('does not change the base', () => {
    const before = JSON.stringify(patient)
    laidOver(patient, { path: 'Patient.name', min: 1 }, { path: 'Patient.name.family', min: 1 })
    expect(JSON.stringify(patient)).toBe(before)
  })

  test('without ids is placed by paths and slice names', () => {
    const made = laidOver(
      patient,
      { path: 'Patient.name', slicing: { discriminator: [{ type: 'value', path: 'use' }], rules: 'open' } },
      { path: 'Patient.name', sliceName: 'official', min: 1 },
      { path: 'Patient.name.family', min: 1 },
    )
    expect(made.get('Patient.name:official')).toMatchObject({ sliceName: 'official', min: 1, max: '*' })
    expect(made.get('Patient.name:official.family')).toMatchObject({ path: 'Patient.name.family', min: 1 })
    expect(made.get('Patient.name')).toMatchObject({ min: 1 })
    expect(made.has('Patient.name.family')).toBe(false)
  })

  test('may slice a slice', () => {
    const slicing = (path: string) => ({ discriminator: [{ type: 'value', path }], rules: 'open' }) as const
    const made = laidOver(
      patient,
      { id: 'Patient.name', path: 'Patient.name', slicing: slicing('use') },
      { id: 'Patient.name:a', path: 'Patient.name', sliceName: 'a', mustSupport: true, slicing: slicing('text') },
      { id: 'Patient.name:a/b', path: 'Patient.name', sliceName: 'a/b', max: '1' },
      { id: 'Patient.name:c', path: 'Patient.name', sliceName: 'c' },
    )
    const names = [...made.keys()].filter((id) => id.startsWith('Patient.name'))
    expect(names).toEqual(['Patient.name', 'Patient.name:a', 'Patient.name:a/b', 'Patient.name:c'])
    expect(made.get('Patient.name:a/b')).toMatchObject({ mustSupport: true, max: '1', min: 0 })
  })

  test('names a choice by its type: it is narrowed, and sliced', () => {
    const made = laidOver(
      observation,
      { path: 'Observation.valueQuantity', min: 1 },
      { path: 'Observation.valueQuantity.unit', min: 1 },
    )
    expect(made.get('Observation.value[x]')).toMatchObject({ min: 1, slicing: { rules: 'closed' } })
    expect(made.get('Observation.value[x]')?.type?.map((one) => one.code)).toEqual(['Quantity'])
    expect(made.get('Observation.value[x]:valueQuantity.unit')).toMatchObject({ min: 1 })
  })

  test('walks through a content reference', () => {
    const made = laidOver(observation, { path: 'Observation.component.referenceRange.low', min: 1 })
    expect(made.get('Observation.component.referenceRange')?.contentReference).toBeUndefined()
    expect(made.get('Observation.component.referenceRange')?.type).toEqual([{ code: 'BackboneElement' }])
    expect(made.get('Observation.component.referenceRange.low')).toMatchObject({ min: 1 })
    expect(made.get('Observation.referenceRange.low')).toMatchObject({ min: 0 })
  })

  test('walks into the profile on a type', () => {
    const made = laidOver(
      patient,
      { path: 'Patient.extension', sliceName: 'birthPlace', type: [{ code: 'Extension', profile: [birthPlace] }] },
      { path: 'Patient.extension.value[x]', mustSupport: true },
    )
    expect(made.get('Patient.extension')?.slicing?.discriminator).toEqual([{ type: 'value', path: 'url' }])
    expect(made.get('Patient.extension:birthPlace.url')).toMatchObject({ fixedUri: birthPlace })
    expect(made.get('Patient.extension:birthPlace.value[x]')).toMatchObject({
      type: [{ code: 'Address' }],
      mustSupport: true,
    })
  })

  test('adds constraints and discriminators, and replaces a fixed value of another type', () => {
    const constraint = [{ key: 'own-1', severity: 'error', human: 'Own', expression: 'true' }] as const
    const made = laidOver(
      observation,
      { path: 'Observation.status', constraint, patternCode: 'final' },
      { path: 'Observation.status', fixedCode: 'final' },
    )
    expect(made.get('Observation.status')?.constraint?.map((one) => one.key)).toEqual(['ele-1', 'own-1'])
    expect(made.get('Observation.status')).toMatchObject({ patternCode: 'final', fixedCode: 'final' })
  })

  test.each(['Patient.nothing', 'Patient.name.nothing', 'Patient.birthDate.nothing', 'Patient.valueString'])(
    'cannot have %s',
    (path) => {
      expect(() => laidOver(patient, { path })).toThrow(UnplacedElement)
    },
  )
})

const birthPlace = 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace'
