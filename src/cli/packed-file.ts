import { gzipSync } from 'node:zlib'
import { NewFile } from './write-file.ts'

/** So much is packed at once: enough to be packed well, little to hold. */
const piece = 1 << 18

/** A new file of text that is packed with gzip: a member for each piece, which every gunzip reads as one (RFC 1952, section 2.2). */
export class PackedFile {
  readonly #file: NewFile
  #text = ''

  constructor(name: string) {
    this.#file = new NewFile(name)
  }

  append(text: string): void {
    this.#text += text
    if (this.#text.length >= piece) this.#pack()
  }

  finish(): void {
    this.#pack()
    this.#file.finish()
  }

  abandon(): void {
    this.#file.abandon()
  }

  #pack(): void {
    this.#file.append(gzipSync(this.#text))
    this.#text = ''
  }
}
