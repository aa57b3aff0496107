import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import type { CodeSystem } from '../../src/terminology/code-system.ts'
import { compiledStore, printCompiled } from '../../src/terminology/compiled-text.ts'
import { codeSystemOf, valueSetOf } from '../../src/terminology/resource.ts'
import { terminologyOf } from '../../src/terminology/terminology-of.ts'
import { codeSystem, codes, terminologyWith, valueSet } from './resources.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const

/** A code system of two properties in which each concept stands under one before it, or under none. */
const system = (id: string) =>
  fc
    .array(fc.tuple(fc.nat(names.length), fc.boolean()), { minLength: names.length, maxLength: names.length })
    .map((list) => {
      const concepts = list.map(([above, marked], index): JsonObject => {
        const parent = above < index ? [{ code: 'parent', valueCode: names[above] ?? '' }] : []
        const mark = marked ? [{ code: 'mark', valueString: 'yes' }] : []
        return { code: names[index] ?? '', display: `Concept ${index}`, property: [...parent, ...mark] }
      })
      return codeSystem(id, concepts)
    })

const filter = fc.oneof(
  fc.record({
    property: fc.constant('concept'),
    op: fc.constantFrom('is-a', 'descendent-of', 'is-not-a', 'generalizes'),
    value: fc.constantFrom(...names),
  }),
  fc.record({ property: fc.constant('mark'), op: fc.constant('exists'), value: fc.constantFrom('true', 'false') }),
  fc.record({ property: fc.constant('mark'), op: fc.constant('='), value: fc.constant('yes') }),
)

const component = (imports: readonly string[]) =>
  fc.oneof(
    fc.record({ system: fc.constantFrom('urn:s:1', 'urn:s:2') }),
    fc.record({
      system: fc.constantFrom('urn:s:1', 'urn:s:2'),
      concept: fc.subarray([...names], { minLength: 1 }).map((list) => codes(list.join(' '))),
    }),
    fc.record({
      system: fc.constantFrom('urn:s:1', 'urn:s:2'),
      filter: fc.array(filter, { minLength: 1, maxLength: 2 }),
    }),
    ...imports.map((name) => fc.constant({ valueSet: [name] })),
  )

const composition = (id: string, imports: readonly string[]) =>
  fc
    .record({
      include: fc.array(component(imports), { minLength: 1, maxLength: 3 }),
      exclude: fc.array(component(imports), { maxLength: 2 }),
    })
    .map(({ include, exclude }) => valueSet(id, include as JsonObject[], { exclude: exclude as JsonObject[] }))

const world = fc.tuple(system('1'), system('2'), composition('x', []), composition('y', ['urn:v:x']))
type World = readonly [JsonObject, JsonObject, JsonObject, JsonObject]

test('what is in is what a list written out one code after the other has', () => {
  fc.assert(
    fc.property(world, (resources) => {
      const terminology = terminologyWith(...resources)
      const list = expand('urn:v:y', resources)
      for (const url of ['urn:s:1', 'urn:s:2']) {
        for (const code of [...names, 'q']) {
          expect(terminology.member('urn:v:y', { system: url, code })).toBe(list.has(`${url} ${code}`) ? 'in' : 'out')
        }
      }
      for (const code of [...names, 'q']) {
        const any = ['urn:s:1', 'urn:s:2'].some((url) => list.has(`${url} ${code}`))
        expect(terminology.member('urn:v:y', { code })).toBe(any ? 'in' : 'out')
      }
    }),
    { numRuns: 500 },
  )
})

test('with a system taken away an answer is the same or unknown', () => {
  fc.assert(
    fc.property(world, fc.constantFrom(0, 1), (resources, gone) => {
      const whole = terminologyWith(...resources)
      const rest = terminologyWith(...resources.filter((_, index) => index !== gone))
      for (const url of ['urn:s:1', 'urn:s:2']) {
        for (const code of names) {
          const value = { system: url, code }
          const answer = rest.member('urn:v:y', value)
          if (answer !== 'unknown') expect(answer).toBe(whole.member('urn:v:y', value))
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('a compiled text answers as the resources that it was made from', () => {
  fc.assert(
    fc.property(world, ([one, two, x, y]) => {
      const systems = [one, two].map(codeSystemOf).filter((found) => found !== undefined)
      const sets = [x, y].map(valueSetOf).filter((found) => found !== undefined)
      const text = printCompiled(
        systems,
        sets.map((set) => ({ set, versions: [] })),
      )
      const [direct, compiled] = [terminologyWith(one, two, x, y), terminologyOf(text)]
      for (const code of [...names, 'q']) {
        const value = { system: 'urn:s:1', code }
        expect(compiled.member('urn:v:y', value)).toBe(direct.member('urn:v:y', value))
        expect(compiled.member('urn:v:x|1', { code })).toBe(direct.member('urn:v:x|1', { code }))
        expect(compiled.displays('urn:s:1', code)).toEqual(direct.displays('urn:s:1', code))
      }
    }),
  )
})

test('a compiled code system is the one that was printed', () => {
  const concepts = [
    { code: 'a b', displays: ['One', 'En'], parents: ['c', 'd e'], properties: new Map([['p', ['1', '2=3']]]) },
    { code: 'c', displays: [], parents: [], properties: new Map() },
    { code: 'd e', displays: [], parents: ['c'], properties: new Map() },
  ]
  const printed: CodeSystem = {
    url: 'urn:s:1',
    version: '2',
    olderVersions: ['1'],
    complete: false,
    caseSensitive: false,
    concepts: new Map(concepts.map((one) => [one.code, one])),
    properties: ['p'],
  }
  expect(compiledStore(printCompiled([printed], [])).codeSystem('urn:s:1')).toEqual(printed)
})

/** The definition read as plainly as can be: https://hl7.org/fhir/R4/valueset.html#composition-rules. */
function expand(url: string, resources: World): ReadonlySet<string> {
  const found = resources.find((one) => one.url === url)
  const { include, exclude } = (found?.compose ?? {}) as unknown as { include: Part[]; exclude: Part[] }
  const out = new Set(exclude.flatMap((part) => [...list(part, resources)]))
  return new Set(include.flatMap((part) => [...list(part, resources)]).filter((one) => !out.has(one)))
}

interface Part {
  readonly system?: string
  readonly concept?: readonly { code: string }[]
  readonly filter?: readonly { property: string; op: string; value: string }[]
  readonly valueSet?: readonly string[]
}

interface Concept {
  readonly code: string
  readonly property: readonly { code: string; valueCode?: string }[]
}

function list(
  { system: url, concept, filter: filters = [], valueSet: imported }: Part,
  resources: World,
): ReadonlySet<string> {
  if (imported !== undefined) return expand(imported[0] ?? '', resources)
  const all = (resources.find((one) => one.url === url)?.concept ?? []) as unknown as readonly Concept[]
  const parent = (code: string) =>
    all.find((one) => one.code === code)?.property.find((one) => one.code === 'parent')?.valueCode
  const isA = (code: string | undefined, top: string): boolean =>
    code !== undefined && (code === top || isA(parent(code), top))
  const meets = (one: Concept, { op, value }: { op: string; value: string }) => {
    const marked = one.property.some(({ code }) => code === 'mark')
    if (op === 'is-a') return isA(one.code, value)
    if (op === 'is-not-a') return !isA(one.code, value)
    if (op === 'descendent-of') return one.code !== value && isA(one.code, value)
    if (op === 'generalizes') return isA(value, one.code)
    return op === 'exists' ? marked === (value === 'true') : marked
  }
  const chosen = concept ?? all.filter((one) => filters.every((filter) => meets(one, filter)))
  return new Set(chosen.map(({ code }) => `${url} ${code}`))
}
