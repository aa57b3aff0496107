import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { canonical, type Json, type JsonObject, readDocument, treeOf } from '../../src/index.ts'
import { kit, now } from '../laws/kit.ts'

const read = (name: string) => readDocument(readFileSync(`examples/whole-register/${name}.json`)).root as JsonObject
const record = read('ki')
const summary = treeOf(read('eps') as Json)
const back = (base?: JsonObject) => convert(kit, summary, { to: 'ki', now, ...(base === undefined ? {} : { base }) })

const same = (one: Json, other: Json) => expect(canonical(one)).toEqual(canonical(other))

test('a base that holds a part alone takes nothing from what the attached original gives back', () => {
  const part = { ...record, registreringer: (record.registreringer as Json[]).slice(0, 1) }
  same(back(part).output.root, back().output.root)
})

test('nor does an older one that says less of each record; what a summary holds no trace of comes from it', () => {
  const older = structuredClone(record) as JsonObject & { registreringer: JsonObject[] }
  for (const one of older.registreringer) delete one.kilder
  const recordsOf = ({ output }: { output: { root: Json } }) =>
    (output.root as { registreringer: JsonObject[] }).registreringer
  const without = recordsOf(back())
  const known = new Set(without.map(({ id }) => id))
  const made = recordsOf(back(older))
  same(
    made.filter(({ id }) => known.has(id)),
    without,
  )
  expect(made).toHaveLength(older.registreringer.length)
})

test('what was not attached comes from the base', () => {
  const root = convert(kit, treeOf(record), { to: 'eps', now, carry: 'none' }).output.root
  same(convert(kit, treeOf(root), { to: 'ki', now, base: record }).output.root, record)
})
