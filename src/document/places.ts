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

/** The keys of an object, the indices of an array. */
export function keysOf(container: Container): readonly Key[] {
  return Array.isArray(container) ? container.map((_, position) => position) : Object.keys(container)
}
