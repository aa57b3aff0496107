import fc from 'fast-check'
import { openPackage } from '../../src/definition/package.ts'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { treeOf } from '../../src/document/tree.ts'
import { loadFallback } from '../../src/fhirpath/fallback.ts'
import { KritinfoError } from '../../src/issue/issue.ts'
import { packagedValidation, validate } from '../../src/validate.ts'
import { conformance, documents } from './corpus.ts'
import { expressions } from './expressions.ts'
import { edited, edits } from './mutate-json.ts'
import { demandEqual, type Target } from './target.ts'

interface PackageCase {
  readonly files: readonly JsonObject[]
  readonly document: number
}

const arbitrary = fc.constantFrom(...conformance)
const mutated = fc
  .tuple(arbitrary, arbitrary, edits)
  .map(([resource, other, changes]) => edited(resource, other, changes) as JsonObject)

const types = [
  'AllergyIntolerance',
  'Condition',
  'Patient',
  'Bundle',
  'Composition',
  'Questionnaire',
  'string',
] as const
const paths = [
  '',
  '.code',
  '.extension',
  '.identifier',
  '.code.coding',
  '.entry',
  '.section',
  '.item',
  '.item.item',
  '.value[x]',
  '.id',
  '.contained',
  '.code.coding.system',
] as const

/** Elements with slices, constraints, patterns and references to one another, more wildly than anybody writes them. */
const element: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      path: fc.constantFrom<string>(...paths),
      sliceName: fc.constantFrom('a', 'a/b', '@default', '__proto__', ''),
      min: fc.constantFrom<Json>(0, 1, 1_000_000_000, -1, 'x'),
      max: fc.constantFrom<Json>('*', '0', '1', '99999999999', '-1', 5),
      slicing: fc.record({
        discriminator: fc.array(
          fc.record({ type: fc.constantFrom('value', 'pattern', 'type', 'profile', 'exists', 'x'), path: expressions }),
          { maxLength: 3 },
        ),
        rules: fc.constantFrom('open', 'closed', 'openAtEnd', 'x'),
        ordered: fc.boolean(),
      }),
      contentReference: fc.constantFrom('#Questionnaire.item', '#x', '#Patient', 'http://example.org#x'),
      type: fc.array(
        fc.record(
          {
            code: fc.constantFrom('CodeableConcept', 'Reference', 'BackboneElement', 'string', 'x', ''),
            profile: fc.array(fc.constantFrom('http://example.org/0', 'http://example.org/1'), { maxLength: 2 }),
          },
          { requiredKeys: ['code'] },
        ),
        { maxLength: 2 },
      ),
      constraint: fc.array(
        fc.record({
          key: fc.constantFrom('a-1', 'b-1'),
          severity: fc.constantFrom('error', 'warning'),
          human: fc.constant('x'),
          expression: expressions,
        }),
        { maxLength: 3 },
      ),
      patternCodeableConcept: fc.constantFrom<Json>({}, { coding: [{ code: 'x' }] }, { coding: [] }, 'x'),
      fixedUri: fc.constantFrom<Json>('http://example.org', 1),
      maxLength: fc.constantFrom<Json>(0, 1, -1, 'x'),
      binding: fc.record({
        strength: fc.constantFrom('required', 'x'),
        valueSet: fc.constantFrom('http://example.org/vs', '#', 'http://hl7.org/fhir/ValueSet/condition-code'),
      }),
    },
    { requiredKeys: ['path'] },
  )
  .map((one) => JSON.parse(JSON.stringify(one)) as JsonObject)

const wild: fc.Arbitrary<JsonObject> = fc
  .record({
    number: fc.nat(2),
    base: fc.constantFrom('0', '1', '2', '3'),
    type: fc.constantFrom(...types),
    derivation: fc.constantFrom('constraint', 'specialization'),
    elements: fc.array(element, { maxLength: 8 }),
    view: fc.constantFrom('differential', 'snapshot'),
  })
  .map(({ number, base, type, derivation, elements, view }) => ({
    resourceType: 'StructureDefinition',
    url: `http://example.org/${number}`,
    name: 'Wild',
    status: 'draft',
    kind: type === 'string' ? 'primitive-type' : 'resource',
    abstract: false,
    type,
    derivation,
    baseDefinition: base === '3' ? `http://hl7.org/fhir/StructureDefinition/${type}` : `http://example.org/${base}`,
    [view]: {
      element: elements.map((one) => ({
        ...one,
        id: `${type}${String(one.path)}`,
        path: `${type}${String(one.path)}`,
      })),
    },
  }))

const valueSet: fc.Arbitrary<JsonObject> = fc
  .record({
    include: fc.array(
      fc.record(
        {
          system: fc.constantFrom(
            'http://snomed.info/sct',
            'http://example.org/cs',
            'urn:oid:2.16.578.1.12.4.1.1.7514',
          ),
          concept: fc.array(fc.record({ code: fc.string() }), { maxLength: 3 }),
          filter: fc.array(
            fc.record({
              property: fc.constantFrom('concept', 'code', 'x'),
              op: fc.constantFrom('is-a', 'regex', '=', 'in', 'x'),
              value: fc.constantFrom('404684003', '(a+)+$', 'a*'.repeat(200), 'a{999}{999}', '['),
            }),
            { maxLength: 2 },
          ),
          valueSet: fc.array(fc.constantFrom('http://example.org/vs', 'http://example.org/other'), { maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
  })
  .map((compose) => ({
    resourceType: 'ValueSet',
    url: 'http://example.org/vs',
    status: 'active',
    compose: JSON.parse(JSON.stringify(compose)) as Json,
  }))

const fallback = await loadFallback()

/** What validating with a package gives: of each document what is found, or why the package is refused. */
function outcomeWith(files: readonly JsonObject[], document: JsonObject): unknown {
  const content = new Map(files.map((file, index): [string, Json] => [`${index}.json`, file]))
  try {
    const left: unknown[] = []
    const kit = packagedValidation([openPackage(content)], { fallback, leaveOut: (problem) => left.push(problem) })
    const profiles = [0, 1, 2].map((number) => `http://example.org/${number}`)
    const own = files.flatMap(({ url }) => (typeof url === 'string' ? [url] : []))
    const { issues, notChecked } = validate(kit, treeOf(document), { profiles: [...profiles, ...own] })
    return [left, issues, notChecked]
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    return problem.issues
  }
}

export const packageTarget: Target<PackageCase> = {
  name: 'package',
  cases: fc.record({
    files: fc.array(fc.oneof(mutated, wild, wild, valueSet), { minLength: 1, maxLength: 4 }),
    document: fc.nat(1000),
  }),
  bound: 10_000,
  check({ files, document }) {
    const root = documents[document % documents.length]
    if (root === undefined) return
    demandEqual('validating with a package twice', outcomeWith(files, root), outcomeWith(files, root))
  },
}
