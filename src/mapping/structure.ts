import type { Compiled } from './compile.ts'
import { absent } from './absent.ts'
import { agent } from './agent.ts'
import { translate, translated } from './codings.ts'
import type { RowPlan } from './hop.ts'
import { constant } from './constant.ts'
import { each } from './each.ts'
import { kind } from './kind.ts'
import { noMap } from './no-map.ts'
import { portable } from './portable.ts'
import { reference } from './reference.ts'
import { rest } from './rest.ts'
import { same, value } from './same.ts'
import type { Stride } from './slot.ts'
import type { Row, Table } from './table.ts'

/** What a row is compiled from. */
export interface RowContext {
  readonly row: Row
  readonly table: Table
  readonly compiled: Compiled
  readonly left: readonly (readonly Stride[])[]
  readonly right: readonly (readonly Stride[])[]
  readonly context: { readonly left: readonly (readonly Stride[])[]; readonly right: readonly (readonly Stride[])[] }
  readonly args: readonly string[]
  /** Both sides are FHIR, where a primitive has its extensions under `_name` beside it; the `ki` form has no such thing. */
  readonly fhir: boolean
}

export type Structure = (context: RowContext) => RowPlan

/**
 * The moves of whole subtrees, by the name that a row's `via` gives them. Closed: a table cannot add one. Moves of
 * values are codecs (`src/codec/`).
 */
export const structures: Readonly<Record<string, Structure>> = {
  same,
  value,
  portable,
  rest,
  constant,
  reference,
  table: each,
  codings: translated,
  translate,
  agent,
  absent,
  kind,
  'no-map': noMap,
}
