import type { Container, Key } from './books.ts'
import { isLeaf, type Json, type JsonObject, type Path } from './json.ts'

/** Where objects and arrays of a document stand: all of them, or those that are wanted. */
export function placesOf(root: Json, wanted?: ReadonlySet<Container>): ReadonlyMap<Container, Path> {
  const places = new Map<Container, Path>()
  const path: Key[] = []
  const step = (container: Container): void => {
    if (wanted === undefined || wanted.has(container)) places.set(container, [...path])
    for (const key of keysOf(container)) {
      const value = (container as JsonObject)[key as string] as Json
      if (isLeaf(value)) continue
      path.push(key)
      step(value as Container)
      path.pop()
    }
  }
  if (!isLeaf(root)) step(root as Container)
  return places
}

/** Indices of short arrays, by length: whole documents are walked several times a conversion. */
const indices: (readonly number[])[] = []
const short = 64

/** The keys of an object, the indices of an array. */
export function keysOf(container: Container): readonly Key[] {
  if (!Array.isArray(container)) return Object.keys(container)
  const { length } = container
  if (length > short) return [...container.keys()]
  indices[length] ??= [...container.keys()]
  return indices[length]
}
