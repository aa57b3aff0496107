import { gzipSync } from 'node:zlib'
import { isPacked } from './stream/open-bytes.ts'
import { NewFile } from './write-file.ts'

/** So much is written at once: enough to be quick, little to hold. */
const piece = 1 << 18

/** Lines on their way to a file, or to standard output. Packed if the file's name ends in `.gz`. */
export class LinesTo {
  readonly #name: string | undefined
  #file: NewFile | undefined
  #text = ''

  /** The file comes into being with the first piece, so that there is none if there is nothing to write. */
  constructor(name: string | undefined) {
    this.#name = name
  }

  /** Resolves when there is room for more: a reader that is slow is waited for. */
  async put(text: string): Promise<void> {
    this.#text += text
    if (this.#text.length >= piece) await this.#send()
  }

  async finish(): Promise<void> {
    await this.#send()
    this.#file?.finish()
  }

  abandon(): void {
    this.#file?.abandon()
  }

  async #send(): Promise<void> {
    const text = this.#text
    this.#text = ''
    if (text === '') return
    if (this.#name === undefined) return toStandardOutput(text)
    this.#file ??= new NewFile(this.#name)
    // Each piece is a member of its own, and every gunzip reads on through them (RFC 1952, section 2.2).
    this.#file.append(isPacked(this.#name) ? gzipSync(text) : text)
  }
}

function toStandardOutput(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(text, (problem) => {
      // One that is gone ends the program (main.ts).
      if (problem == null) done()
    })
  })
}
