import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from '../../src/document/json-read.ts'
import { scanJson } from '../../src/document/json-scan.ts'
import { writeJson } from '../../src/document/json-write.ts'
import { limitsOf } from '../../src/document/limits.ts'
import { KritinfoError } from '../../src/issue/issue.ts'
import { arbitraryJson } from './arbitrary-json.ts'

/** Narrow, so that documents of a test exceed them. */
const limits = limitsOf({ depth: 6, stringLength: 20 })

/** What comes of a text: its tree, or the complaints with their places. */
function outcome(run: () => unknown): unknown {
  try {
    return { tree: run() }
  } catch (problem) {
    if (problem instanceof KritinfoError) return { issues: problem.issues }
    throw problem
  }
}

/** Pieces that make keys double, numbers other than JavaScript writes them, and texts that look like keys. */
const pieces = [
  '"a":1,',
  '"a":1.50,',
  '"__proto__":{},',
  '"\\u0061":1,',
  '"x\\":":2,',
  '1e5',
  '-0',
  '12345678901234567890',
  ',',
  ':',
  '{',
  ']',
  '"',
  '\\',
  '\u0000',
  '\ud800',
  ' ',
]

/** A text and what is done to it: cut off, a piece put in, a part of it said twice. */
const damaged = fc
  .tuple(
    arbitraryJson,
    fc.constantFrom(0, 2),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.constantFrom('cut', 'piece', 'twice', 'out')), {
      maxLength: 3,
    }),
    fc.constantFrom(...pieces),
  )
  .map(([tree, indent, changes, piece]) =>
    changes.reduce(
      (text, [at, length, change]) => {
        const start = text.length === 0 ? 0 : at % text.length
        const end = start + length
        if (change === 'cut') return text.slice(0, start)
        if (change === 'out') return text.slice(0, start) + text.slice(end)
        if (change === 'twice') return text.slice(0, end) + text.slice(start)
        return text.slice(0, start) + piece + text.slice(start)
      },
      writeJson({ a: tree, b: [tree] }, { indent }),
    ),
  )

test('reading gives what the scan gives, tree or complaint, whatever the text', () => {
  const property = fc.property(damaged, (text) => {
    expect(outcome(() => readJson(text, limits).root)).toEqual(outcome(() => scanJson(text, limits)))
  })
  fc.assert(property, { numRuns: 5000 })
})
