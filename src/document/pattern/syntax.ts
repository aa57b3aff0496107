/** What a regular expression is made of; groups that capture are numbered from 1. */
export type PatternNode =
  | { readonly kind: 'character'; readonly is: CharacterTest }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat'
      readonly part: PatternNode
      readonly min: number
      readonly max: number
      readonly isGreedy: boolean
    }
  | { readonly kind: 'group'; readonly part: PatternNode; readonly number: number }
  | { readonly kind: 'place'; readonly where: PatternPlace }

/** Places in a text: its beginning and end, and where a word begins or ends, or does not. */
export type PatternPlace = '^' | '$' | '\\b' | '\\B'

/** Whether one character, or one unit of UTF-16 for patterns that are not read as Unicode, is meant. */
export type CharacterTest = (character: string) => boolean

/** A regular expression that was read. */
export interface PatternSyntax {
  readonly node: PatternNode
  /** How many groups capture, and the numbers of those that have a name. */
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
  /** Whether a character is a code point, as with the flag `u`. */
  readonly isUnicode: boolean
}
