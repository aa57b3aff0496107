/** One line of an NDJSON file (https://hl7.org/fhir/R4/nd-json.html) and its number in the file, from 1. */
export interface NumberedLine {
  readonly text: string
  readonly line: number
}

/** The lines that hold something. Blank lines are passed over but counted, so that numbers are those of an editor. */
export function* readLines(text: string): Generator<NumberedLine> {
  let line = 1
  for (let start = 0; start < text.length; line++) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const content = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end)
    if (content.trim() !== '') yield { text: content, line }
    start = end + 1
  }
}
