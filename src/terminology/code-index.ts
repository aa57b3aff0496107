import type { CodeRow, CodeTable } from './code-table.ts'

type Index = ReadonlyMap<unknown, readonly CodeRow[]>

/** Tables never change, so each is put in order once, when it is first asked. */
const indices = new WeakMap<CodeTable, Index>()
const none: readonly CodeRow[] = []

/** The rows of a table whose left code is this, in their order; none for what is no text. */
export function rowsOfLeft(table: CodeTable, code: unknown): readonly CodeRow[] {
  let index = indices.get(table)
  if (index === undefined) {
    index = indexOf(table)
    indices.set(table, index)
  }
  return index.get(code) ?? none
}

function indexOf({ rows }: CodeTable): Index {
  const found = new Map<string, CodeRow[]>()
  for (const row of rows) {
    const known = found.get(row.left)
    if (known === undefined) found.set(row.left, [row])
    else known.push(row)
  }
  return found
}
