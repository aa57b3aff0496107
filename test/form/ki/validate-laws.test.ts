import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLeaf, type Json, type JsonObject, type Path } from '../../../src/document/json.ts'
import { printPath } from '../../../src/document/path.ts'
import { treeOf } from '../../../src/document/tree.ts'
import { validateKi } from '../../../src/form/ki/validate.ts'
import { kiDocument } from '../../laws/arbitrary-ki.ts'

/** Paths of all leaves but those of an extension's content, which may be anything. */
function leafPaths(value: Json, path: Path = []): Path[] {
  if (path.at(-1) === 'verdi' && path.at(-3) === 'utvidelser') return []
  if (isLeaf(value)) return [path]
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value as JsonObject)
  return [...steps].flatMap((step) => leafPaths((value as JsonObject)[step] as Json, [...path, step]))
}

/** The document with another value at one place; what is not on the way there is shared. */
function replaced(value: Json, [step, ...rest]: Path, by: Json): Json {
  if (step === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as JsonObject) }) as JsonObject
  copy[step] = replaced(copy[step] as Json, rest, by)
  return copy
}

const wrongLeaf = fc.tuple(kiDocument(), fc.nat()).map(([document, pick]) => {
  const root = document as unknown as Json
  const paths = leafPaths(root)
  return { root, path: paths[pick % paths.length] as Path }
})

describe('validateKi, of a document with one mistake', () => {
  test.each([[[]], [{ HEMMELIG: 'HEMMELIG' }], [null]])('says one thing, and where, for %o', (wrong) => {
    fc.assert(
      fc.property(wrongLeaf, ({ root, path }) => {
        const document = replaced(root, path, wrong as Json)
        const issues = validateKi(treeOf(document))
        expect(issues.map((one) => one.path)).toEqual([printPath(document, path)])
        expect(JSON.stringify(issues)).not.toContain('HEMMELIG')
      }),
      { numRuns: 300 },
    )
  })

  test('says something and does not fall over, whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4, withNullPrototype: false }), (anything) => {
        const document = JSON.parse(JSON.stringify({ pasient: anything, registreringer: [anything] })) as Json
        expect(validateKi(treeOf(document))).not.toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
