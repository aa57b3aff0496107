import type { Definition, ElementNode } from './definition.ts'

/** One definition in a packed text. */
export interface PackedEntry {
  readonly url: string
  readonly version: string | undefined
  /** Reads and parses it; this costs, so the answer is to be kept. */
  open(): Definition
}

/** What stands first in a packed text: url, version and length of each definition that follows, in order. */
type Index = readonly (readonly [url: string, version: string, length: number])[]

/** A node as it is packed: ids follow from the names, and slices have the name of what they slice. */
interface PackedNode extends Omit<ElementNode, 'id' | 'name' | 'slices' | 'children'> {
  readonly name?: string
  readonly slices?: readonly PackedNode[]
  readonly children?: readonly PackedNode[]
}

/**
 * Many definitions as one text that is opened without parsing them: the index as JSON on the first line, then one JSON
 * text a definition, found by its length. Only ASCII, so that an engine keeps the text at one byte a character.
 */
export function packDefinitions(definitions: readonly Definition[]): string {
  const texts = definitions.map((one) => ascii(JSON.stringify({ ...one, root: strip(one.root, true) })))
  const index: Index = definitions.map((one, at) => [one.url, one.version ?? '', texts[at]?.length ?? 0])
  return `${ascii(JSON.stringify(index))}\n${texts.join('')}`
}

/** The inverse: what the text holds, nothing parsed but the index. */
export function openPacked(text: string): PackedEntry[] {
  const start = text.indexOf('\n')
  const index = JSON.parse(text.slice(0, start)) as Index
  let offset = start + 1
  return index.map(([url, version, length]) => {
    const from = offset
    offset += length
    return { url, version: version === '' ? undefined : version, open: () => parse(text.slice(from, from + length)) }
  })
}

function parse(text: string): Definition {
  const packed = JSON.parse(text) as Omit<Definition, 'root'> & { readonly root: PackedNode }
  return { ...packed, root: restore(packed.root, '', '') }
}

function strip(node: ElementNode, named: boolean): PackedNode {
  const { id: _id, name, slices, children, ...facts } = node
  return {
    ...(named ? { name } : {}),
    ...facts,
    ...(slices ? { slices: slices.map((one) => strip(one, false)) } : {}),
    ...(children ? { children: children.map((one) => strip(one, true)) } : {}),
  }
}

function restore(packed: PackedNode, parent: string, inherited: string): ElementNode {
  const { name = inherited, slices, children, ...facts } = packed
  const step = facts.slice === undefined ? name : `${name}:${facts.slice}`
  const id = parent === '' ? step : `${parent}.${step}`
  return {
    id,
    name,
    ...facts,
    ...(slices ? { slices: slices.map((one) => restore(one, parent, name)) } : {}),
    ...(children ? { children: children.map((one) => restore(one, id, '')) } : {}),
  }
}

function ascii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
