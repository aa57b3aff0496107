import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fhirModel,
  type Form,
  forms,
  type Json,
  type JsonObject,
  KritinfoError,
  read,
  treeOf,
  validateKi,
} from '../../src/index.ts'
import { stories } from '../stories.ts'
import { accountProblem, clone, runs, to } from './kit.ts'

/** Law 1 on input that nobody here wrote, whole and damaged: nothing is lost unseen, and nothing breaks. */
const folder = 'node_modules/hl7.fhir.uv.ips/example'
const bundles = readdirSync(folder).filter((name) => name.startsWith('Bundle-'))
const documents = bundles.map((name) => read(readFileSync(join(folder, name)), { model: fhirModel() }).root)

describe.each(bundles)('%s', (name) => {
  const root = documents[bundles.indexOf(name)] as Json

  test.each<Form>(['ki', 'kj', 'r4', 'eps'])('is accounted for on the way to %s', (form) => {
    const made = to(form, root)
    expect(accountProblem(root, made)).toBeUndefined()
    if (form === 'ki') expect(validateKi(treeOf(made.output.root))).toEqual([])
  })

  test.each<Form>(['ki', 'kj'])('comes back whole through %s with itself as base', (form) => {
    const there = to(form, root)
    const back = to('eps', there.output.root, { from: form, base: root, patient: patientOf(root) })
    expect(back.output.root).toEqual(root)
  })
})

function patientOf(root: Json): Json {
  const entries = (root as { entry: { resource: JsonObject }[] }).entry
  return entries.find((entry) => entry.resource.resourceType === 'Patient')?.resource ?? null
}

/** One thing wrong somewhere: a value of another kind, a key too many, a member gone or doubled. */
interface Damage {
  readonly place: number
  readonly kind: number
  readonly value: Json
}
const damage: fc.Arbitrary<Damage> = fc.record({
  place: fc.nat(),
  kind: fc.nat(5),
  value: fc.constantFrom<Json>(
    null,
    true,
    0,
    -1.5,
    '',
    'x',
    '#',
    'urn:uuid:nobody',
    [],
    {},
    [null],
    { resourceType: 'Patient' },
    { extension: [] },
    '__proto__',
  ),
})

function containersOf(value: Json, found: (JsonObject | Json[])[] = []): (JsonObject | Json[])[] {
  if (typeof value !== 'object' || value === null) return found
  found.push(value as JsonObject)
  for (const inner of Object.values(value as JsonObject)) containersOf(inner, found)
  return found
}

function apply(root: Json, { place, kind, value: shared }: Damage): void {
  const value = clone(shared)
  const containers = containersOf(root)
  const container = containers[place % containers.length] as JsonObject
  const keys = Object.keys(container)
  const key = keys[place % Math.max(keys.length, 1)]
  if (key === undefined) return
  if (kind === 0 && Array.isArray(container)) container.splice(Number(key), 1)
  else if (kind === 0) delete container[key]
  else if (kind === 1) container[key] = value
  else if (kind === 2 && !Array.isArray(container)) container[`unknown${place % 7}`] = value
  else if (kind === 3 && Array.isArray(container)) container.push(clone(container[Number(key)] as Json))
  else if (kind === 4 && typeof container[key] === 'string') container[key] = `${String(container[key])}!`
  else container[key] = { [key]: container[key] as Json }
}

test('damaged documents are refused with a code, or converted with every leaf accounted for', () => {
  const examples = stories.flatMap((name) =>
    ['kj', 'r4', 'eps'].map(
      (form) => read(readFileSync(join('examples', name, `${form}.json`)), { model: fhirModel() }).root,
    ),
  )
  const small = examples.concat(documents.filter((one) => JSON.stringify(one).length < 30_000))
  fc.assert(
    fc.property(
      fc.constantFrom(...small),
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...forms),
      (document, damages, form) => {
        const root = clone(document)
        for (const one of damages) apply(root, one)
        try {
          const made = to(form, root)
          expect(accountProblem(root, made)).toBeUndefined()
          if (form === 'ki') expect(validateKi(treeOf(made.output.root))).toEqual([])
        } catch (problem) {
          if (!(problem instanceof KritinfoError)) throw problem
        }
      },
    ),
    { numRuns: Math.ceil(runs / 2) },
  )
})
