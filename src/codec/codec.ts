import type { Json } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Params } from '../issue/issue.ts'

/** The only way a codec can speak: about the value it was handed, by a code of the catalogue. */
export interface Place {
  report(code: IssueCode, params?: Params): void
}

/** The values of a row's elements on one side, in the row's order; `undefined` for one that is absent. */
export type Values = readonly (Json | undefined)[]

/**
 * A two-way translation of the values of one row. Closed over nothing that changes: no clock, no state.
 *
 * Law: if `forward(a)` is defined and reports nothing, `backward(forward(a))` equals `a`; and conversely.
 * `undefined` means "cannot say": the row does not fire, and the ledger gets the leaves.
 *
 * The engine holds codecs to the law for every value it meets: a leaf counts as claimed only if `backward` gives
 * it back, else the ledger says that it was narrowed.
 */
export interface Codec {
  readonly name: string
  forward(values: Values, place: Place): Values | undefined
  backward(values: Values, place: Place): Values | undefined
}

/** A codec of one value to one value. */
export function single(
  name: string,
  forward: (value: Json, place: Place) => Json | undefined,
  backward: (value: Json, place: Place) => Json | undefined,
): Codec {
  const lift = (one: (value: Json, place: Place) => Json | undefined) => (values: Values, place: Place) => {
    const value = values[0]
    const result = value === undefined ? undefined : one(value, place)
    return result === undefined ? undefined : [result]
  }
  return { name, forward: lift(forward), backward: lift(backward) }
}
