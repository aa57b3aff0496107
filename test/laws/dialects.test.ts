import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonical,
  type Form,
  forms,
  type Json,
  type JsonObject,
  KritinfoError,
  readDocument,
  roundtrip,
  treeOf,
} from '../../src/index.ts'
import { hasRules } from '../../src/form/dialect/dialect.ts'
import { accountProblem, clone, documents, kit, now, runs, to, without } from './kit.ts'

const folder = 'examples/dialects'
const names = readdirSync(folder).filter((name) => !name.includes('.'))
const inputs = new Map(names.map((name) => [name, rootOf(name)]))
const patient: Json = {
  resourceType: 'Patient',
  identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '10915596784' }],
  name: [{ family: 'Testesen', given: ['Solveig'] }],
  birthDate: '1955-11-10',
}

function rootOf(name: string): Json {
  const xml = join(folder, name, 'input.xml')
  return readDocument(readFileSync(existsSync(xml) ? xml : join(folder, name, 'input.json'))).root
}

/** What of `part` is not in `whole`, at any place of a list. */
function missing(whole: Json | undefined, part: Json, path = '$'): string[] {
  if (Array.isArray(part)) {
    const list = Array.isArray(whole) ? whole : []
    return part.flatMap((one, index) =>
      list.some((other) => missing(other, one).length === 0) ? [] : [`${path}[${index}]`],
    )
  }
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype)
    return JSON.stringify(part) === JSON.stringify(whole) ? [] : [path]
  const object = typeof whole === 'object' && whole !== null ? (whole as JsonObject) : {}
  return Object.entries(part).flatMap(([key, value]) => missing(object[key], value as Json, `${path}.${key}`))
}

describe.each(names)('%s', (name) => {
  const root = inputs.get(name) as Json

  test.each<Form>(['ki', 'kj', 'r4', 'eps'])('is named, and accounted for on the way to %s (law 1)', (form) => {
    const made = to(form, root, { patient })
    expect(made.dialect).toBe(name)
    expect(made.issues.map(({ code }) => code)).toContain('DIA-001')
    expect(accountProblem(root, made)).toBeUndefined()
  })

  test.each<Form>(['ki', 'kj', 'r4', 'eps'])(
    'comes back through %s as it was, but for what the ledger lists (law 2)',
    (form) => {
      const { there, back } = roundtrip(kit, treeOf(root), form, { now, patient })
      expect(accountProblem(there.output.root, back)).toBeUndefined()
      const kept = canonical(
        without(root, { ...there, ledger: there.ledger.filter((one) => one.outcome !== 'carried') }),
      )
      expect(missing(canonical(back.output.root), kept)).toEqual([])
    },
  )

  test('is the same twice (law 4), and untouched where its own dialect is asked for', () => {
    const form = name === 'no-basis' || name === 'demo-at' ? 'r4' : 'kj'
    expect(JSON.stringify(to(form, root).output.root)).toBe(JSON.stringify(to(form, root).output.root))
    expect(to(form, root, { dialect: name }).output.root).toBe(root)
  })
})

interface Damage {
  readonly place: number
  readonly kind: number
}

function containersOf(value: Json, found: (JsonObject | Json[])[] = []): (JsonObject | Json[])[] {
  if (typeof value !== 'object' || value === null) return found
  found.push(value as JsonObject)
  for (const inner of Object.values(value as JsonObject)) containersOf(inner, found)
  return found
}

const wrong: readonly Json[] = [null, true, 7, '', 'x', [], {}, [null], { reference: '#recorderRef' }, '__proto__']

function apply(root: Json, { place, kind }: Damage): void {
  const containers = containersOf(root)
  const container = containers[place % containers.length] as JsonObject
  const keys = Object.keys(container)
  const key = keys[place % Math.max(keys.length, 1)]
  if (key === undefined) return
  if (kind === 0 && Array.isArray(container)) container.splice(Number(key), 1)
  else if (kind === 0) delete container[key]
  else if (kind === 1) container[key] = clone(wrong[place % wrong.length] as Json)
  else if (kind === 2 && !Array.isArray(container)) container[`unknown${place % 7}`] = 'x'
  else if (kind === 3 && Array.isArray(container)) container.push(clone(container[Number(key)] as Json))
  else container[key] = { [key]: container[key] as Json }
}

const damage = fc.record({ place: fc.nat(), kind: fc.nat(4) })
const written = kit.mappings.dialects.filter((one) => hasRules(one))

test('damaged documents of dialects are refused with a code, or accounted for leaf by leaf', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...forms),
      fc.constantFrom(undefined, ...written),
      (name, damages, form, dialect) => {
        const root = clone(inputs.get(name) as Json)
        for (const one of damages) apply(root, one)
        try {
          const made = to(dialect?.form ?? form, root, {
            patient,
            ...(dialect === undefined ? {} : { dialect: dialect.id }),
          })
          expect(accountProblem(root, made)).toBeUndefined()
        } catch (problem) {
          if (!(problem instanceof KritinfoError)) throw problem
        }
      },
    ),
    { numRuns: Math.ceil(runs / 5) },
  )
})

describe.each(written.map((one) => [one.id, one.form] as const))('what is written in %s', (dialect, form) => {
  test('is accounted for, and comes back as it was, but for what the ledger lists', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        try {
          const there = to(form, document, { dialect })
          expect(accountProblem(document, there)).toBeUndefined()
          const back = to('ki', there.output.root)
          expect(accountProblem(there.output.root, back)).toBeUndefined()
          expect(missing(canonical(back.output.root), canonical(without(document, there)))).toEqual([])
        } catch (problem) {
          if (!(problem instanceof KritinfoError)) throw problem
        }
      }),
      { numRuns: Math.ceil(runs / 50) },
    )
  })
})
