// The least that any converter of lines does: `node floor.mjs <in> <out>` parses each line, writes it again, and knows nothing.
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { once } from 'node:events'

const [input, output] = process.argv.slice(2)
const lines = createInterface({ input: createReadStream(input), crlfDelay: Number.POSITIVE_INFINITY })
const out = createWriteStream(output)
let pending = ''
for await (const line of lines) {
  pending += `${JSON.stringify(JSON.parse(line))}\n`
  if (pending.length > 1 << 18) {
    if (!out.write(pending)) await once(out, 'drain')
    pending = ''
  }
}
out.end(pending)
