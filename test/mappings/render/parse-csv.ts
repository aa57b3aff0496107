/** Reads CSV of RFC 4180 in which every cell is quoted. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy
  let end = 0
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    end = cell.lastIndex
    lines.at(-1)?.push((match[1] ?? '').replaceAll('""', '"'))
    if (match[2] === '\r\n') lines.push([])
  }
  if (end !== text.length) throw new Error(`no CSV at ${end}`)
  return lines.slice(0, -1)
}
