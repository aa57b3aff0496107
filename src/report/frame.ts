import type { Issue } from '../issue/issue.ts'
import type { Checked } from './checked.ts'
import { type Masked, maskLine } from './mask.ts'

/** Characters of a line that are shown; of a longer one, those around the place. */
const width = 96

/** The line that an issue is about with a mark below the place; undefined if there is no line to show. */
export type Framer = (found: Issue) => readonly string[] | undefined

/** Shows lines of one document. Without `showValues` its values are masked. */
export function framerOf(checked: Checked, showValues: boolean): Framer {
  // A minified document is one line of a megabyte with many findings: it is masked once.
  let last: { readonly line: number; readonly masked: Masked } | undefined
  return ({ line, column = 1 }) => {
    if (line === undefined) return undefined
    if (last?.line !== line) {
      const source = checked.line(line)
      if (source === undefined || source.trim() === '') return undefined
      last = { line, masked: showValues ? { text: source, column: (one) => one } : maskLine(source) }
    }
    return drawn(String(line), last.masked.text, last.masked.column(column) - 1)
  }
}

function drawn(margin: string, line: string, offset: number): readonly string[] {
  const indent = line.length - line.trimStart().length
  const least = Math.min(indent, offset)
  const from = line.length - least <= width ? least : Math.max(least, offset - width / 2)
  // What would move the mark or change the terminal is shown as a space.
  const text = line.slice(from, from + width).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
  return [`  ${margin} | ${text}`, `  ${' '.repeat(margin.length)} | ${' '.repeat(offset - from)}^`]
}
