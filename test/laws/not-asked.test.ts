import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Recorder } from '../../src/convert/recorder.ts'
import { convert, forms, type Json, treeOf } from '../../src/index.ts'
import { Witness } from '../../src/mapping/witness.ts'
import { stories } from '../stories.ts'
import { documents, kit, now, runs, to } from './kit.ts'

/** Under a witness every row takes its turn; otherwise those are not asked that have nothing to do (`mapping/wake.ts`). */
const recorder: Recorder = { books: () => new Witness(), closed: () => undefined }
const watchedKit = { ...kit, recorder }

function expectSame(root: Json): void {
  for (const form of forms) {
    const plain = to(form, root)
    const watched = convert(watchedKit, treeOf(root), { now, to: form })
    expect(plain.output.root).toEqual(watched.output.root)
    expect([plain.ledger, plain.issues, plain.residue]).toEqual([watched.ledger, watched.issues, watched.residue])
  }
}

test.each(stories)('the rows that are not asked would have changed nothing: %s', (story) => {
  for (const form of forms) {
    const file = `examples/${story}/${form}.json`
    if (existsSync(file)) expectSame(JSON.parse(readFileSync(file, 'utf8')) as Json)
  }
})

test('the rows that are not asked would have changed nothing, in any document', () => {
  const property = fc.property(documents({ maxRecords: 3 }), (document) => {
    for (const form of ['kj', 'eps'] as const) expectSame(to(form, document).output.root)
    expectSame(document)
  })
  fc.assert(property, { numRuns: Math.ceil(runs / 40) })
})
