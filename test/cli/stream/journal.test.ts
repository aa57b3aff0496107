import { pbkdf2 } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { firstMark, Journal } from '../../../src/cli/stream/journal.ts'
import { workplace } from '../../scenarios/run.ts'

const place = workplace()
const mark = firstMark({ fingerprint: '', now: '' }, undefined)

test('a journal that is taken away while it is written leaves nothing', async () => {
  const journal = new Journal(place.path('out.ndjson'))
  journal.claim(mark)
  // Node's threads are busy, so that what is asked of them comes after the journal is taken away.
  for (let thread = 0; thread < 8; thread++) pbkdf2('', '', 100_000, 64, 'sha512', () => undefined)
  const written = journal.write(mark).catch(() => undefined)
  journal.remove()
  await written
  expect(readdirSync(place.folder)).toEqual([])
})

test('a journal that was written can be read', async () => {
  const journal = new Journal(place.path('other.ndjson'))
  await journal.write(mark)
  expect(journal.read()).toEqual(mark)
  journal.remove()
})
