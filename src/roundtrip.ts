import { canonical } from './convert/equivalence.ts'
import type { ConvertOptions } from './convert/settings.ts'
import { type Conversion, convert } from './convert.ts'
import type { Container } from './document/books.ts'
import { isLeaf, type Json, type JsonObject, type Path } from './document/json.ts'
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
