/**
 * Where a line and column (from 1) stand in the text of a field, which knows one kind of line end. Behind the end, the end.
 */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', start)
    if (end === -1) return text.length
    start = end + 1
  }
  return Math.min(start + column - 1, text.length)
}

/** Puts the cursor of a field at a place, selects the character there, and brings it into view. */
export function focusPlace(field: HTMLTextAreaElement, line: number, column: number): void {
  const offset = offsetOf(field.value, line, column)
  field.focus()
  field.setSelectionRange(offset, Math.min(offset + 1, field.value.length))
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight)
  if (Number.isFinite(lineHeight)) field.scrollTop = Math.max((line - 1) * lineHeight - field.clientHeight / 2, 0)
}
