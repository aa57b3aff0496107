import type { Container, Key } from './books.ts'
import { Decimal, isLeaf, type Json, type JsonObject } from './json.ts'
import { keysOf } from './places.ts'

export type Visit = (container: Container, key: Key, value: Json) => void

/**
 * Visits every leaf (JSON primitive, `null` included) in document order. A root that is itself a leaf stands in
 * no container and is not visited; `read` never gives such a root. The stack is our own, so depth does not matter.
 */
export function walkLeaves(root: Json, visit: Visit): void {
  if (isLeaf(root)) return
  const open: { container: Container; keys: readonly string[] | undefined; next: number }[] = [enter(root as Container)]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const length = top.keys === undefined ? (top.container as Json[]).length : top.keys.length
    if (top.next === length) {
      open.pop()
      continue
    }
    const key = top.keys === undefined ? top.next : (top.keys[top.next] as string)
    top.next++
    const value = (top.container as JsonObject)[key] as Json
    if (isLeaf(value)) visit(top.container, key, value)
    else open.push(enter(value as Container))
  }
}

function enter(container: Container) {
  return { container, keys: Array.isArray(container) ? undefined : Object.keys(container), next: 0 }
}

/** How many leaves `walkLeaves` visits. */
export function countLeaves(root: Json): number {
  const open: Container[] = isLeaf(root) ? [] : [root as Container]
  let count = 0
  for (let container = open.pop(); container !== undefined; container = open.pop()) {
    for (const key of keysOf(container)) {
      const value = (container as JsonObject)[key] as Json
      if (isLeaf(value)) count++
      else open.push(value as Container)
    }
  }
  return count
}

/** Is there a number whose text is kept? Most documents have none, and can be handed on as they are. */
export function holdsDecimal(root: Json): boolean {
  if (isLeaf(root)) return root instanceof Decimal
  const open: Container[] = [root as Container]
  for (let container = open.pop(); container !== undefined; container = open.pop()) {
    for (const key of keysOf(container)) {
      const value = (container as JsonObject)[key] as Json
      if (typeof value !== 'object' || value === null) continue
      if (value instanceof Decimal) return true
      open.push(value)
    }
  }
  return false
}
