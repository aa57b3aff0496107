import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isObject, type Json, type JsonObject, setKey } from '../../src/document/json.ts'
import { treeOf } from '../../src/document/tree.ts'
import { catalogue } from '../../src/issue/catalogue.ts'
import type { Issue } from '../../src/issue/issue.ts'
import { readDocument } from '../../src/read-document.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { damagedDocument } from './damage.ts'
import { documents } from './documents.ts'

const runs = { numRuns: Number(process.env.KRITINFO_RUNS ?? 300) }

function issuesOf(document: Json): Issue[] {
  const { issues, notChecked } = validate(standardValidation(), treeOf(document))
  return [...issues, ...notChecked]
}

describe('findings', () => {
  test('are there once each', () => {
    fc.assert(
      fc.property(damagedDocument, (document) => {
        const found = issuesOf(document).map((one) => JSON.stringify(one))
        expect(new Set(found).size).toBe(found.length)
      }),
      runs,
    )
  })

  test('have the severity of their code, a path from the root, and a profile wherever they name an element', () => {
    fc.assert(
      fc.property(damagedDocument, (document) => {
        for (const one of issuesOf(document)) {
          expect(one.severity).toBe(catalogue[one.code].severity)
          expect(one.path).toMatch(/^(\$|\w+)/)
          expect(one.element === undefined).toBe(one.profile === undefined)
        }
      }),
      runs,
    )
  })

  test('stand in the order of the text', () => {
    fc.assert(
      fc.property(damagedDocument, (document) => {
        const { issues, notChecked } = validate(standardValidation(), readDocument(JSON.stringify(document, null, 1)))
        for (const list of [issues, notChecked]) {
          const places = list.map(({ line = 0, column = 0 }) => line * 1e6 + column)
          expect(places).toEqual([...places].sort((one, other) => one - other))
          expect(places.every((place) => place > 0)).toBe(true)
        }
      }),
      runs,
    )
  })
})

/** The same document with the members of all objects in another order. */
function shuffled(value: Json, order: (keys: string[]) => string[]): Json {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, order))
  if (!isObject(value)) return value
  const result: JsonObject = {}
  for (const key of order(Object.keys(value))) setKey(result, key, shuffled(value[key] as Json, order))
  return result
}

/** Of several elements with one id, the first in the text is the one that has it by right. */
function withoutOrder({ code, path }: Issue): string {
  return code === 'CTN-003' ? code : `${code} ${path}`
}

const orders: Readonly<Record<string, (keys: string[]) => string[]>> = {
  backwards: (keys) => keys.reverse(),
  sorted: (keys) => keys.sort(),
  turned: (keys) => [...keys.slice(1), ...keys.slice(0, 1)],
}

describe('the order of members makes no other finding', () => {
  const same = (document: Json, order: (keys: string[]) => string[]) => {
    const plain = issuesOf(document).map(withoutOrder).sort()
    expect(issuesOf(shuffled(document, order)).map(withoutOrder).sort()).toEqual(plain)
  }

  test.each(Object.keys(orders))('in published documents: %s', (name) => {
    for (const text of documents) same(JSON.parse(text) as Json, orders[name] ?? ((keys) => keys))
  })

  test('in damaged documents', () => {
    fc.assert(
      fc.property(damagedDocument, fc.constantFrom(...Object.values(orders)), (document, order) =>
        same(document, order),
      ),
      runs,
    )
  })
})

test('errorsOnly tells the errors that are told otherwise, in the same order, and nothing else', () => {
  const kit = standardValidation()
  fc.assert(
    fc.property(damagedDocument, (document) => {
      const tree = treeOf(document)
      const issues = validate(kit, tree).issues.filter(({ severity }) => severity === 'error')
      expect(validate(kit, tree, { errorsOnly: true })).toEqual({ issues, notChecked: [] })
    }),
    runs,
  )
})
