import { existsSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Done, Told } from '../../../src/cli/stream/delivery.ts'
import { firstMark, type Mark } from '../../../src/cli/stream/journal.ts'
import { Outlet, type Places } from '../../../src/cli/stream/outlet.ts'
import { finishPart, isFinished, removePart } from '../../../src/cli/stream/part-file.ts'
import { newTally } from '../../../src/cli/stream/run-tally.ts'
import { frameOf } from '../../../src/cli/report.ts'
import { workplace } from '../../scenarios/run.ts'

const place = workplace()
const nothing = new Uint8Array(0)
const told: Told[] = []

test('a report that is continued before it has an item is JSON all the same', async () => {
  const frame = frameOf('members', 'x')
  const report = place.path('report.json')
  const places: Places = { names: { report }, apart: undefined, frame, pack: (text) => Buffer.from(text) }
  place.write('.report.json.kritinfo-part', frame.head)
  const begun = firstMark({ fingerprint: '', now: '' }, undefined)
  const from: Mark = {
    ...begun,
    position: { input: 0, byte: 70_000, line: 70_001 },
    sizes: { report: frame.head.length },
  }
  const outlet = new Outlet(places, undefined, from)
  const item = Buffer.from(',\n    {}')
  const done: Done = {
    end: { input: 1, byte: 0, line: 1 },
    cost: 0,
    output: nothing,
    apart: [],
    rejects: nothing,
    report: item,
    told,
    tally: newTally(),
  }
  await outlet.put(done)
  await outlet.put(done)
  await outlet.finish(() => from)
  expect(JSON.parse(place.read('report.json'))).toMatchObject({ items: [{}, {}] })
})

test('files of a complete run are finished if they are as large as they were, also without content', () => {
  const name = place.path('rejects.ndjson')
  place.write('.rejects.ndjson.kritinfo-part', '')
  expect(isFinished(name, 0)).toBe(true)
  finishPart(name)
  expect([place.read('rejects.ndjson'), existsSync(place.path('.rejects.ndjson.kritinfo-part'))]).toEqual(['', false])
  place.write('.rejects.ndjson.kritinfo-part', 'half')
  writeFileSync(name, 'old')
  expect([isFinished(name, 4), isFinished(name, 3), isFinished(name, 8)]).toEqual([true, true, false])
  removePart(name)
  expect([isFinished(name, 4), isFinished(name, 3)]).toEqual([false, true])
})
