/** Reads bytes of a stream piece by piece, and takes back what was too much. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array(0)

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Some bytes, at least one; undefined at the end. */
  async take(): Promise<Uint8Array | undefined> {
    const held = this.#held
    this.#held = new Uint8Array(0)
    if (held.length > 0) return held
    for (;;) {
      const { done, value } = await this.#chunks.next()
      if (done === true) return undefined
      if (value.length > 0) return value
    }
  }

  /** The next to be read, if nothing else was read meanwhile. */
  putBack(bytes: Uint8Array): void {
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([bytes, this.#held])
  }

  /** So many bytes; undefined if there are fewer, which stay to be read. */
  async exactly(count: number): Promise<Uint8Array | undefined> {
    let found = (await this.take()) ?? new Uint8Array(0)
    while (found.length < count) {
      const more = await this.take()
      if (more === undefined) {
        this.putBack(found)
        return undefined
      }
      found = Buffer.concat([found, more])
    }
    this.putBack(found.subarray(count))
    return found.subarray(0, count)
  }

  /** All that is left, as it comes. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (let bytes = await this.take(); bytes !== undefined; bytes = await this.take()) yield bytes
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}
