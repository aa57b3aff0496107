import type { Position } from './tree.ts'

/** Turns offsets of one text into lines and columns; the line table is built on the first question. */
export class Lines {
  #starts: number[] | undefined
  constructor(readonly text: string) {}

  position(offset: number): Position {
    this.#starts ??= lineStarts(this.text)
    const line = lastNotAbove(this.#starts, offset)
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  if (text.includes('\r')) for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  else for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

function lastNotAbove(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
