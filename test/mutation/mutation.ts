import type { Json, JsonObject } from '../../src/document/json.ts'
import type { Site } from './elements.ts'

/** One way to break one document. */
export interface Mutation {
  /** What is broken, in two or three words: the unit in which detection is counted. */
  readonly rule: string
  /** Where, for people: an element id or a word. */
  readonly at: string
  /** The broken document's text; the argument is a copy that may be changed. */
  make(root: JsonObject): string
}

/** A document that is valid and small. */
export interface Base {
  readonly name: string
  readonly root: JsonObject
  /** Every element of it, found once. */
  readonly sites: readonly Site[]
}

/** Gives the ways to break a document that belong together. */
export type Operator = (base: Base) => Mutation[]

/** A mutation that changes the tree. */
export function edit(rule: string, place: string, change: (root: JsonObject) => void): Mutation {
  return {
    rule,
    at: place,
    make(root) {
      change(root)
      return print(root)
    },
  }
}

export function print(root: Json): string {
  return JSON.stringify(root, null, 1)
}
