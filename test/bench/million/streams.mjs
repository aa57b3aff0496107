// Files of lines, packed or not, a line at a time.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/** The lines of a file, one after the other; `.gz` is unpacked. */
export async function* linesOf(path) {
  const bytes = createReadStream(path)
  const input = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  bytes.on('error', (problem) => input.destroy(problem))
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}

/** The items of a report, without its head. */
export async function* itemsOf(path) {
  for await (const line of linesOf(path)) {
    const item = JSON.parse(line)
    if (item.tool === undefined) yield item
  }
}

/** Lines that hold one resource each, by patient: each patient comes before the records. */
export async function* patientsOf(path) {
  let lines = []
  for await (const line of linesOf(path)) {
    if (line.startsWith('{"resourceType":"Patient"') && lines.length > 0) {
      yield lines
      lines = []
    }
    lines.push(line)
  }
  if (lines.length > 0) yield lines
}

/** Members of several streams side by side, in objects of the same names. Throws if one ends before another. */
export async function* together(streams) {
  const names = Object.keys(streams)
  const readers = names.map((name) => streams[name][Symbol.asyncIterator]())
  for (let count = 0; ; count++) {
    const next = await Promise.all(readers.map((reader) => reader.next()))
    const over = names.filter((_, index) => next[index].done)
    if (over.length === names.length) return
    if (over.length > 0) throw new Error(`${over.join(' and ')} ended after ${count}, and the others did not`)
    yield Object.fromEntries(names.map((name, index) => [name, next[index].value]))
  }
}
