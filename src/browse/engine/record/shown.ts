import { Decimal, isLeaf, type Json } from '../../../document/json.ts'
import { plainJson } from '../../../report/picture/plain.ts'
import type { LaidLine } from './lines.ts'
import type { ShownLine } from './plain.ts'

/** Longer values are cut in their line; a narrative or an attachment fills a screen otherwise. */
const longest = 240

/** A leaf as JSON writes it; characters that are not seen, or that turn the text around them, stand escaped. */
export function textOfLeaf(value: Json, limit: number): string {
  const text = value instanceof Decimal ? value.text : plainJson(value)
  return text.length > limit ? `${text.slice(0, limit)}…` : text
}

/** What stands on a line behind the name of a member, and the name. */
export function shown(line: LaidLine, number: number): Omit<ShownLine, 'place' | 'outcome'> {
  const { kind, slot, value, depth, hasNext } = line
  const isMember = slot !== undefined && !Array.isArray(slot.container) && kind !== 'close'
  return {
    number,
    kind,
    depth,
    ...(isMember ? { name: plainJson(slot.key) } : {}),
    text: isLeaf(value) ? textOfLeaf(value, longest) : brackets(kind, Array.isArray(value)),
    comma: hasNext && kind !== 'open',
  }
}

function brackets(kind: LaidLine['kind'], isList: boolean): string {
  const [opener, closer] = isList ? '[]' : '{}'
  return `${kind === 'close' ? '' : opener}${kind === 'open' ? '' : closer}`
}
