import { createInflateRaw, type InflateRaw } from 'node:zlib'
import type { ByteReader } from './byte-reader.ts'

/** Bytes that are unpacked at once: a thousandth of what they may become, which is held. */
const piece = 16 * 1024
const chunk = 256 * 1024

/**
 * Unpacks one run of deflated bytes (https://www.rfc-editor.org/rfc/rfc1951), up to its own end: what stands after it is left to
 * be read. Throws what `damaged` makes if it is damaged or ends too early.
 */
export async function* inflated(reader: ByteReader, damaged: () => Error): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: chunk })
  let made: Uint8Array[] = []
  inflate.on('data', (bytes: Uint8Array) => made.push(bytes))
  try {
    for (let isOver = false; !isOver; ) {
      const bytes = await reader.take()
      if (bytes === undefined) throw damaged()
      const part = bytes.subarray(0, piece)
      const before = inflate.bytesWritten
      isOver = await written(inflate, part, damaged)
      const rest = bytes.subarray(isOver ? inflate.bytesWritten - before : part.length)
      if (rest.length > 0) reader.putBack(rest)
      yield* made
      made = []
    }
  } finally {
    inflate.destroy()
  }
}

/** Resolves when the bytes are unpacked: to true if what is packed ends in them. */
function written(inflate: InflateRaw, bytes: Uint8Array, damaged: () => Error): Promise<boolean> {
  return new Promise((done, fail) => {
    const onEnd = () => settle(() => done(true))
    const onError = () => settle(() => fail(damaged()))
    const settle = (then: () => void) => {
      inflate.off('end', onEnd).off('error', onError)
      then()
    }
    inflate.once('end', onEnd).once('error', onError)
    inflate.write(bytes, (problem) => {
      if (problem == null) settle(() => done(false))
    })
  })
}
