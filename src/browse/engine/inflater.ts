import { Gunzip, inflateSync } from 'fflate'
import { checksumOf } from '../../archive/checksum.ts'
import type { Inflater } from '../../archive/limits.ts'

/** A piece of so many bytes unpacks to at most a thousand times as much: so far a bound is passed before it is seen. */
const piece = 16 * 1024

/** Unpacks without anything of Node. A worker has no other way that answers at once. */
export const plainInflater: Inflater = {
  gunzip(packed, limit) {
    const content = new Content()
    const stream = new Gunzip((chunk) => content.add(chunk))
    stream.onmember = () => content.begin()
    for (let at = 0; at < packed.length; at += piece) {
      if (!isRead(() => stream.push(packed.subarray(at, at + piece)))) return 'damaged'
      if (content.size > limit) return 'too large'
    }
    if (!isRead(() => stream.push(new Uint8Array(), true))) return 'damaged'
    return content.isWhole(packed) ? content.bytes() : 'damaged'
  },
  inflate(packed, size) {
    const out = new Uint8Array(size)
    const content = { bytes: out }
    const isDone = isRead(() => {
      content.bytes = inflateSync(packed, { out })
    })
    return isDone ? content.bytes : undefined
  },
}

/** What was unpacked, with the checksum of the last member, which fflate does not look at. */
class Content {
  readonly #chunks: Uint8Array[] = []
  size = 0
  #sum = 0
  #member = 0

  begin(): void {
    this.#sum = 0
    this.#member = 0
  }

  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    this.size += chunk.length
    this.#member += chunk.length
    this.#sum = checksumOf(chunk, this.#sum)
  }

  /** A member ends with its checksum and its size (RFC 1952, section 2.3.1). */
  isWhole(packed: Uint8Array): boolean {
    if (packed.length < 18) return false
    const view = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8)
    return view.getUint32(0, true) === this.#sum && view.getUint32(4, true) === this.#member % 2 ** 32
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.size)
    let at = 0
    for (const chunk of this.#chunks) {
      all.set(chunk, at)
      at += chunk.length
    }
    return all
  }
}

function isRead(read: () => void): boolean {
  try {
    read()
    return true
  } catch (problem) {
    // fflate numbers what is wrong with bytes; anything else is a defect.
    if (problem instanceof Error && 'code' in problem) return false
    throw problem
  }
}
