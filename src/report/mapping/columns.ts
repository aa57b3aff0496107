/** A column of a table for terminals: its heading, and how wide it may become. */
export interface Column {
  readonly heading: string
  readonly width: number
}

/**
 * Rows of cells as lines of text, each column no wider than it must be or may be. What is longer goes on in the next
 * line, broken at a space or behind a dot or comma, as element ids have them.
 */
export function columns(heads: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((text, index) => wrap(text, heads[index]?.width ?? 0)))
  const widths = heads.map(({ heading }, index) =>
    Math.max(heading.length, ...cells.map((row) => Math.max(...(row[index] ?? ['']).map((line) => line.length)))),
  )
  const line = (parts: readonly string[]) =>
    parts
      .map((part, index) => part.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  const head = heads.every(({ heading }) => heading === '')
    ? []
    : [line(heads.map(({ heading }) => heading)), line(widths.map((width) => '─'.repeat(width)))]
  return [...head, ...cells.flatMap((row) => linesOf(row).map(line))]
}

function linesOf(row: readonly (readonly string[])[]): string[][] {
  const height = Math.max(1, ...row.map((cell) => cell.length))
  return Array.from({ length: height }, (_, index) => row.map((cell) => cell[index] ?? ''))
}

/** A text in lines of at most `width`; its own line breaks stay. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 8)))
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest.length > width) {
    const cut = placeToBreak(rest, width)
    lines.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return [...lines, rest]
}

/** Behind the last space, else behind the last dot, comma or slash, that still fits; else where the line is full. */
function placeToBreak(text: string, width: number): number {
  const space = text.lastIndexOf(' ', width)
  if (space > width / 3) return space + 1
  const joint = Math.max(...['.', ',', '/', ':'].map((sign) => text.lastIndexOf(sign, width - 1)))
  return joint > width / 3 ? joint + 1 : width
}
