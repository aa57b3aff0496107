import { describe, expect, test } from 'vitest'
import { compareVersions, pickVersion } from '../../src/definition/canonical.ts'
import type { Definition, ElementNode } from '../../src/definition/definition.ts'
import { conformanceIndex, openPackage } from '../../src/definition/package.ts'
import { standardDefinitions } from '../../src/definition/standard.ts'
import { withPackages } from '../../src/definition/with-packages.ts'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { KritinfoError } from '../../src/issue/issue.ts'

const url = 'http://example.org/StructureDefinition/own-patient'
const element: JsonObject[] = [{ id: 'Patient', path: 'Patient' }]
const profile = (changed: JsonObject = {}): JsonObject => ({
  resourceType: 'StructureDefinition',
  url,
  version: '1.0.0',
  type: 'Patient',
  kind: 'resource',
  derivation: 'constraint',
  baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
  differential: { element },
  ...changed,
})

const open = (...resources: Json[]) => openPackage(new Map(resources.map((one, at) => [`file-${at}.json`, one])))

function without(of: JsonObject, member: string): JsonObject {
  return Object.fromEntries(Object.entries(of).filter(([key]) => key !== member))
}

/** `code path member` of each problem. */
function problemsOf(act: () => unknown): string[] {
  try {
    act()
    return []
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    return problem.issues.map((one) =>
      [one.code, one.path, one.params.member ?? one.params.element].filter(Boolean).join(' '),
    )
  }
}

describe('a package', () => {
  test('is sorted out by what its files are', () => {
    const files = new Map<string, Json>([
      ['package.json', { name: 'example', version: '1.2.3', fhirVersions: ['4.0.1'] }],
      ['b.json', { resourceType: 'ValueSet', url: 'http://example.org/vs' }],
      ['a.json', profile()],
      ['c.json', { resourceType: 'CodeSystem', url: 'http://example.org/cs' }],
      ['d.json', { resourceType: 'Patient' }],
      ['f.json', { resourceType: 'Questionnaire', url: 'http://example.org/q' }],
      ['g.json', { resourceType: 'Questionnaire' }],
      ['e.json', ['no resource']],
    ])
    const opened = openPackage(files)
    expect([opened.name, opened.version]).toEqual(['example', '1.2.3'])
    expect(opened.structures.map((one) => [one.file, one.url, one.version])).toEqual([['a.json', url, '1.0.0']])
    expect(opened.valueSets.map((one) => one.url)).toEqual(['http://example.org/vs'])
    expect(opened.codeSystems.map((one) => one.url)).toEqual(['http://example.org/cs'])
    expect(opened.others.map((one) => one.url)).toEqual(['http://example.org/q'])
  })

  const broken: readonly (readonly [string, () => unknown, readonly string[]])[] = [
    ['empty', () => open(), ['PKG-001']],
    ['without a resource that is used', () => open({ resourceType: 'Patient' }), ['PKG-001']],
    [
      'with a manifest that is none',
      () =>
        openPackage(
          new Map<string, Json>([
            ['package.json', []],
            ['a.json', profile()],
          ]),
        ),
      ['PKG-002 package.json name'],
    ],
    [
      'for another FHIR',
      () =>
        openPackage(
          new Map<string, Json>([
            ['package.json', { fhirVersions: ['5.0.0'] }],
            ['a.json', profile()],
          ]),
        ),
      ['PKG-004 package.json'],
    ],
    ['without url', () => open(without(profile(), 'url')), ['PKG-002 file-0.json url']],
    [
      'without type and kind',
      () => open(without(without(profile(), 'type'), 'kind')),
      ['PKG-002 file-0.json type', 'PKG-002 file-0.json kind'],
    ],
    ['with a url that is a number', () => open(profile({ url: 1 })), ['PKG-002 file-0.json url']],
    ['without base', () => open(without(profile(), 'baseDefinition')), ['PKG-002 file-0.json baseDefinition']],
    ['with neither view', () => open(without(profile(), 'differential')), ['PKG-005 file-0.json']],
    [
      'with elements that are no list',
      () => open(profile({ differential: { element: 'x' } })),
      ['PKG-002 file-0.json differential.element'],
    ],
    [
      'with an element that is null',
      () => open(profile({ differential: { element: [null] } })),
      ['PKG-002 file-0.json differential.element[0]'],
    ],
    [
      'with an element without path',
      () => open(profile({ differential: { element: [{ id: 'Patient' }] } })),
      ['PKG-002 file-0.json differential.element[0].path'],
    ],
    [
      'with a min in words',
      () => open(profile({ differential: { element: [{ path: 'Patient', min: 'one' }] } })),
      ['PKG-002 file-0.json differential.element[0].min'],
    ],
    [
      'with types that are no list',
      () => open(profile({ differential: { element: [{ path: 'Patient', type: {} }] } })),
      ['PKG-002 file-0.json differential.element[0].type'],
    ],
    ['with the same twice', () => open(profile(), profile()), ['PKG-003 file-1.json']],
    [
      'with several problems',
      () => open(profile({ url: 1 }), without(profile(), 'kind')),
      ['PKG-002 file-0.json url', 'PKG-002 file-1.json kind'],
    ],
  ]
  test.each(broken)('%s is refused', (_name, act, expected) => {
    expect(problemsOf(act)).toEqual(expected)
  })

  test('may hold two versions', () => {
    const index = conformanceIndex(open(profile(), profile({ version: '2.0.0' })).structures)
    expect(index.find(url)?.version).toBe('2.0.0')
    expect(index.find(`${url}|1.0.0`)?.version).toBe('1.0.0')
    expect(index.find(`${url}|3.0.0`)).toBeUndefined()
  })
})

describe('versions', () => {
  test('are compared by their numbers, a release after what led to it', () => {
    const sorted = ['0.9.0', '1.0.0-ballot', '1.0.0', '1.2.0', '1.10.0', '2.0.0']
    expect([...sorted].reverse().sort(compareVersions)).toEqual(sorted)
    expect(compareVersions('1.0.0', '1.0.0')).toBe(0)
    expect(compareVersions(undefined, '1.0.0')).toBeLessThan(0)
  })

  test('a patch may differ', () => {
    const candidates = ['4.0.0', '4.0.1', '4.1.0', undefined].map((version) => ({ version }))
    expect(pickVersion(candidates, '4.0')?.version).toBe('4.0.1')
    expect(pickVersion(candidates, '4.0.0')?.version).toBe('4.0.0')
    expect(pickVersion(candidates, '4.2.0')).toBeUndefined()
    expect(pickVersion(candidates, undefined)?.version).toBe('4.1.0')
  })
})

const standard = standardDefinitions()
const ips = 'http://hl7.org/fhir/uv/ips/StructureDefinition/Patient-uv-ips'

function nodeOf(definition: Definition | undefined, id: string): ElementNode | undefined {
  const search = (node: ElementNode): ElementNode[] =>
    node.id === id ? [node] : [...(node.children ?? []), ...(node.slices ?? [])].flatMap(search)
  return definition && search(definition.root)[0]
}

describe('packages are laid over what is there', () => {
  test('a profile on a type, and what was there before', () => {
    const differential = { element: [{ id: 'Patient.name', path: 'Patient.name', min: 1 }] }
    const laid = withPackages(standard, [open(profile({ differential }))])
    expect(laid.find(url)?.root.children).toEqual([{ id: 'Patient.name', name: 'name', min: 1 }])
    expect(laid.find(`${url}|1.0.0`)).toBe(laid.find(url))
    expect(laid.find(ips)).toBe(standard.find(ips))
    expect(laid.type('Patient')).toBe(standard.type('Patient'))
    expect(laid.canonicals).toEqual([...standard.canonicals, url].sort())
    expect(standard.find(url)).toBeUndefined()
  })

  test('a profile on a compiled profile says what that says too', () => {
    const differential = { element: [{ id: 'Patient.name.given', path: 'Patient.name.given', max: '2' }] }
    const found = withPackages(standard, [open(profile({ baseDefinition: ips, differential }))]).find(url)
    expect(nodeOf(found, 'Patient.birthDate')).toEqual(nodeOf(standard.find(ips), 'Patient.birthDate'))
    expect(nodeOf(found, 'Patient.name.given')).toMatchObject({ max: 2, mustSupport: true })
  })

  test('a profile on a profile of another package, in whatever order', () => {
    const other = 'http://example.org/StructureDefinition/another'
    const base = open(profile({ url: other, differential: { element: [{ path: 'Patient.photo', max: '0' }] } }))
    const own = open(profile({ baseDefinition: `${other}|1.0.0` }))
    const found = withPackages(standard, [own, base]).find(url)
    expect(nodeOf(found, 'Patient.photo')?.max).toBe(0)
  })

  test('what a package defines wins over what was there', () => {
    const differential = { element: [{ path: 'Patient.photo', max: '0' }] }
    const laid = withPackages(standard, [open(profile({ url: ips, version: '1.0.0', differential }))])
    expect(nodeOf(laid.find(ips), 'Patient.photo')?.max).toBe(0)
    expect(laid.find(`${ips}|2.0.0`)).toBe(standard.find(ips))
  })

  test('logical models are passed over', () => {
    const model = profile({
      url: 'http://example.org/model',
      kind: 'logical',
      baseDefinition: 'http://example.org/none',
    })
    expect(withPackages(standard, [open(profile(), model)]).find('http://example.org/model')).toBeUndefined()
  })

  const base = 'http://example.org/none'
  test.each<readonly [string, JsonObject[], string[]]>([
    ['whose base is not at hand', [profile({ baseDefinition: base })], ['PKG-006 file-0.json']],
    ['whose base is itself', [profile({ baseDefinition: url })], ['PKG-007 file-0.json']],
    [
      'whose bases go in a circle',
      [profile({ baseDefinition: base }), profile({ url: base, baseDefinition: url })],
      ['PKG-007 file-0.json', 'PKG-007 file-1.json'],
    ],
    [
      'whose element has no place',
      [profile({ differential: { element: [{ path: 'Patient.nothing' }] } })],
      ['PKG-008 file-0.json Patient.nothing'],
    ],
  ])('one is refused %s', (_name, resources, expected) => {
    expect(problemsOf(() => withPackages(standard, [open(...resources)])).sort()).toEqual(expected)
  })

  test('an extension may hold itself', () => {
    const own = 'http://example.org/StructureDefinition/own-extension'
    const extension = profile({
      url: own,
      type: 'Extension',
      kind: 'complex-type',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Extension',
      differential: {
        element: [
          { path: 'Extension.extension', sliceName: 'own', type: [{ code: 'Extension', profile: [own] }] },
          { path: 'Extension.extension.value[x]', max: '0' },
          { path: 'Extension.url', fixedUri: own },
        ],
      },
    })
    const found = withPackages(standard, [open(extension)]).find(own)
    expect(nodeOf(found, 'Extension.extension:own.value[x]')?.max).toBe(0)
    expect(nodeOf(found, 'Extension.url')?.fixed).toBe(own)
  })
})
