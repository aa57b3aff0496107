import type { Definition, ElementNode } from './definition.ts'
import type { Entry, Shelf } from './shelf.ts'

/** What stands first in a packed text: for each url the versions, with where their texts begin and how long they are. */
type Index = Readonly<Record<string, readonly (readonly [version: string, from: number, length: number])[]>>

/** A node as it is packed: ids follow from the names, and slices have the name of what they slice. */
interface PackedNode extends Omit<ElementNode, 'id' | 'name' | 'slices' | 'children'> {
  readonly name?: string
  readonly slices?: readonly PackedNode[]
  readonly children?: readonly PackedNode[]
}

/**
 * Many definitions as one text that is opened without parsing them: the index as JSON on the first line, then one JSON
 * text a definition. Only ASCII, so that an engine keeps the text at one byte a character.
 */
export function packDefinitions(definitions: readonly Definition[]): string {
  const index = new Map<string, [string, number, number][]>()
  let text = ''
  for (const one of definitions) {
    const packed = ascii(JSON.stringify({ ...one, root: strip(one.root, true) }))
    index.set(one.url, [...(index.get(one.url) ?? []), [one.version ?? '', text.length, packed.length]])
    text += packed
  }
  return `${ascii(JSON.stringify(Object.fromEntries(index)))}\n${text}`
}

/** The inverse: what the text holds. The index is used as it was parsed, so that opening costs next to nothing. */
export function openPacked(text: string): Shelf {
  const start = text.indexOf('\n')
  const index = JSON.parse(text.slice(0, start)) as Index
  const entryAt = (version: string, from: number, length: number): Entry => ({
    version: version === '' ? undefined : version,
    open: () => parse(text.slice(start + 1 + from, start + 1 + from + length)),
  })
  return {
    urls: () => Object.keys(index),
    entries: (url) => (Object.hasOwn(index, url) ? (index[url] ?? []).map((one) => entryAt(...one)) : []),
  }
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
