/**
 * Where a value begins, and where those within it begin. A value that holds no others is its offset alone; of an object the
 * names stand beside, in their order.
 */
export type Offsets =
  | number
  | { readonly offset: number; readonly names?: readonly string[]; readonly inner: Offsets[] }

/**
 * The offsets of all values of a JSON text that has been read: nothing is checked again and nothing is built but the
 * offsets, so that asking for places costs little more than reading did. Recursion goes as deep as reading allowed.
 */
export function offsetsOf(text: string): Offsets {
  return new Walker(text).value()
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a

class Walker {
  #at = 0
  constructor(readonly text: string) {}

  value(): Offsets {
    const unit = this.#skipSpace()
    const offset = this.#at
    if (unit === 0x7b) return this.#object(offset)
    if (unit === 0x5b) return this.#array(offset)
    if (unit === quote) this.#skipString()
    else this.#skipWord()
    return offset
  }

  #object(offset: number): Offsets {
    const names: string[] = []
    const inner: Offsets[] = []
    this.#at++
    while (this.#skipSpace() === quote) {
      names.push(this.#name())
      while (this.text.charCodeAt(this.#at) !== colon) this.#at++
      this.#at++
      inner.push(this.value())
      if (this.#skipSpace() === comma) this.#at++
    }
    this.#at++
    return { offset, names, inner }
  }

  #array(offset: number): Offsets {
    const inner: Offsets[] = []
    this.#at++
    while (this.#skipSpace() !== 0x5d) {
      inner.push(this.value())
      if (this.#skipSpace() === comma) this.#at++
    }
    this.#at++
    return { offset, inner }
  }

  #name(): string {
    const start = this.#at
    this.#skipString()
    const plain = this.text.slice(start + 1, this.#at - 1)
    return plain.includes('\\') ? (JSON.parse(this.text.slice(start, this.#at)) as string) : plain
  }

  /** To behind the next quote that is not escaped: one with an even number of backslashes before it. */
  #skipString(): void {
    let end = this.#at
    for (;;) {
      end = this.text.indexOf('"', end + 1)
      let before = end
      while (this.text.charCodeAt(before - 1) === backslash) before--
      if ((end - before) % 2 === 0) break
    }
    this.#at = end + 1
  }

  /** Numbers, `true`, `false` and `null` end where something else begins. */
  #skipWord(): void {
    while (isWord(this.text.charCodeAt(this.#at))) this.#at++
  }

  #skipSpace(): number {
    let unit = this.text.charCodeAt(this.#at)
    while (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) unit = this.text.charCodeAt(++this.#at)
    return unit
  }
}

/** Letters, digits, and what numbers are written with. */
function isWord(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    ((unit | 0x20) - 0x61) >>> 0 < 26 ||
    unit === 0x2d ||
    unit === 0x2b ||
    unit === 0x2e
  )
}
