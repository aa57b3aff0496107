import { canonical } from './convert/equivalence.ts'
import type { ConvertOptions } from './convert/settings.ts'
import { type Conversion, convert } from './convert.ts'
import type { Container } from './document/books.ts'
import { isLeaf, isObject, type Json, type JsonObject, type Path } from './document/json.ts'
import { equal } from './document/equal.ts'
import { printPath } from './document/path.ts'
import { hasRules } from './form/dialect/dialect.ts'
import { keysOf } from './document/places.ts'
import type { Tree } from './document/tree.ts'
import type { Form } from './form/detect.ts'
import type { Toolkit } from './toolkit.ts'

/** A trip to another form and back, and what it cost. */
export interface Roundtrip {
  readonly there: Conversion
  readonly back: Conversion
  /** Places, in the canonical picture of the input, that came back otherwise than they went. Paths only, no values. */
  readonly differences: readonly string[]
  readonly identical: boolean
}

/**
 * Converts to `via` and back again, into the dialect that the input is in, and compares with the input, up to the published equivalence
 * (`convert/equivalence.ts`).
 */
export function roundtrip(kit: Toolkit, input: Tree, via: Form, options: Omit<ConvertOptions, 'to'>): Roundtrip {
  const there = convert(kit, input, { ...options, to: via })
  const { from: _, base: __, dialect: ___, ...rest } = options
  const dialect = kit.mappings.dialects.find((one) => one.id === there.dialect && hasRules(one))?.id
  const back = convert(kit, there.output, {
    ...rest,
    to: there.from,
    from: via,
    ...(dialect === undefined ? {} : { dialect }),
    ...(options.base === undefined ? {} : { base: options.base }),
  })
  const differences = compare(canonical(input.root), canonical(back.output.root))
  return { there, back, differences, identical: differences.length === 0 }
}

/** Where two documents differ, at the deepest place that tells them apart. */
export function compare(one: Json, other: Json): string[] {
  const found: string[] = []
  const step = (left: Json | undefined, right: Json | undefined, path: Path): void => {
    if (equal(left, right)) return
    const pairs = pairsOf(left, right)
    if (pairs !== undefined) {
      for (const [index, member, partner] of pairs) step(member, partner, index === undefined ? path : [...path, index])
      return
    }
    if (
      left === undefined ||
      right === undefined ||
      isLeaf(left) ||
      isLeaf(right) ||
      Array.isArray(left) !== Array.isArray(right)
    ) {
      found.push(printPath(one, path))
      return
    }
    for (const key of new Set([...keysOf(left as Container), ...keysOf(right as Container)])) {
      step((left as JsonObject)[key as string], (right as JsonObject)[key as string], [...path, key])
    }
  }
  step(one, other, [])
  return found
}

/** The place of a member on the left, and the member on either side; undefined where there is none. */
export type Pair = readonly [index: number | undefined, member: Json | undefined, partner: Json | undefined]

/**
 * Lists of records are compared id by id: one that is gone is one difference, and no shift of all that follow. Undefined for other
 * lists, and for records that came back in another order.
 */
export function pairsOf(left: Json | undefined, right: Json | undefined): Pair[] | undefined {
  const own = idsOf(left)
  const others = idsOf(right ?? [])
  if (own === undefined || others === undefined || own.size === 0) return undefined
  const kept = [...own.keys()].filter((id) => others.has(id))
  if ([...others.keys()].filter((id) => own.has(id)).join() !== kept.join()) return undefined
  const pairs = [...own].map(([id, [index, member]]): Pair => [index, member, others.get(id)?.[1]])
  const added = [...others].filter(([id]) => !own.has(id))
  return [...pairs, ...added.map(([, [, member]]): Pair => [undefined, undefined, member])]
}

/** The members of a list of records, each with an id of its own but for the one patient; undefined for any other list. */
function idsOf(list: Json | undefined): Map<string, [index: number, member: JsonObject]> | undefined {
  if (!Array.isArray(list)) return undefined
  const found = new Map<string, [number, JsonObject]>()
  for (const [index, member] of list.entries()) {
    const id = isObject(member) ? (member.id ?? (member.resourceType === 'Patient' ? 'Patient' : undefined)) : undefined
    if (!isObject(member) || typeof id !== 'string' || found.has(id)) return undefined
    found.set(id, [index, member])
  }
  return found
}
