import { Decimal, type Json } from './json.ts'
import { holdsDecimal } from './leaves.ts'

/**
 * JSON text of a tree: keys in the order of the tree, decimals with the text they came in
 * (https://hl7.org/fhir/R4/json.html#primitive). No newline at the end; a file's writer adds it.
 */
export function writeJson(root: Json, options: { indent?: number } = {}): string {
  const indent = options.indent ?? 0
  return holdsDecimal(root) ? write(root, ' '.repeat(indent), '') : JSON.stringify(root, undefined, indent)
}

/** Lays the text out as `JSON.stringify` does, so that one `Decimal` does not change the look of a file. */
function write(value: Json, indent: string, margin: string): string {
  if (value instanceof Decimal) return value.text
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = margin + indent
  if (Array.isArray(value)) {
    const members = value.map((member) => write(member, indent, inner))
    return enclose('[', members, ']', indent, margin)
  }
  const colon = indent === '' ? ':' : ': '
  const members = Object.keys(value).map(
    (key) => JSON.stringify(key) + colon + write(value[key] as Json, indent, inner),
  )
  return enclose('{', members, '}', indent, margin)
}

function enclose(opener: string, members: readonly string[], closer: string, indent: string, margin: string): string {
  if (members.length === 0) return opener + closer
  if (indent === '') return opener + members.join(',') + closer
  const inner = `\n${margin}${indent}`
  return `${opener}${inner}${members.join(`,${inner}`)}\n${margin}${closer}`
}
