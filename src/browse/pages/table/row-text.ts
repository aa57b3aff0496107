import { howOf } from '../../../inspect/list.ts'
import { howOf as howInWords } from '../../../mapping/render/words.ts'
import type { Row } from '../../../mapping/table.ts'

const known = new WeakMap<Row, string>()

/** All that a row says, in small letters, for whoever looks for a word. */
export function rowText(row: Row): string {
  const found = known.get(row)
  if (found !== undefined) return found
  const text = partsOf(row).join(' ').toLowerCase()
  known.set(row, text)
  return text
}

function partsOf(row: Row): string[] {
  const { left, right, context, cases = [] } = row
  return [
    row.id,
    ...[...left, ...right, ...context.left, ...context.right].map(({ id }) => id),
    howOf(row),
    howInWords(row),
    row.note,
    row.carrier ?? '',
    row.cite,
    ...row.assumes,
    ...cases.flatMap((one) => [...one.left.map(String), ...one.right.map(String), one.note ?? '']),
  ]
}
