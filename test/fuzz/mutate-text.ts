import fc from 'fast-check'

/** One change of a text or of bytes at a place, which is taken modulo the length. */
interface TextEdit {
  readonly kind: 'cut' | 'end' | 'double' | 'put' | 'flip' | 'many'
  readonly at: number
  readonly length: number
  readonly token: string
}

/** Up to six changes, with tokens of the syntax. */
export function textEdits(tokens: readonly string[]): fc.Arbitrary<readonly TextEdit[]> {
  const token = fc.oneof(fc.constantFrom(...tokens), fc.string({ unit: 'binary', maxLength: 5 }))
  const kind = fc.constantFrom('cut', 'end', 'double', 'put', 'put', 'flip', 'many' as const)
  return fc.array(fc.record({ kind, at: fc.nat(), length: fc.nat(200), token }) as fc.Arbitrary<TextEdit>, {
    maxLength: 6,
  })
}

export function editedText(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce(apply, text)
}

function apply(text: string, { kind, at, length, token }: TextEdit): string {
  const start = at % (text.length + 1)
  const [before, after] = [text.slice(0, start), text.slice(start)]
  if (kind === 'cut') return before + after.slice(length)
  if (kind === 'end') return before
  if (kind === 'double') return before + after.slice(0, length) + after
  if (kind === 'put') return before + token + after
  if (kind === 'many') return before + token.repeat(1 + length * 20) + after
  return before + String.fromCharCode(after.charCodeAt(0) ^ (1 << (length % 8)) || 33) + after.slice(1)
}

/** How texts come as bytes: as they should, or in ways that other programs write. Bytes stand in a text, one a character. */
export const encodings = ['utf8', 'utf8', 'utf8', 'marked', 'utf16le', 'latin1', 'broken'] as const

export function encoded(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  if (encoding === 'marked') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'broken') return Buffer.concat([Buffer.from(text), Buffer.from([0xc3, 0x28, 0xff])])
  return Buffer.from(text, encoding)
}
