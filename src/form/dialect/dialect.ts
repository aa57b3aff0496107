import type { JsonObject } from '../../document/json.ts'
import type { Mapper } from '../mapper.ts'

/** Two addresses of one thing, and where they stand (`mapping/dialect.ts`). */
export interface AddressPair {
  readonly id: string
  readonly in: string
  readonly dialect: string
  readonly plain: string
}

/** What a record must keep to, and the way to the element from the record. */
export interface RecordBound {
  readonly id: string
  readonly element: { readonly id: string; readonly steps: readonly { readonly key: string; readonly many: boolean }[] }
  readonly min?: number
  readonly max?: number
  readonly is?: string
}

/** As much of a dialect's file as code needs: names, not rows. */
export interface DialectRules {
  readonly id: string
  readonly form: 'kj' | 'r4'
  readonly rank: number
  readonly marks: readonly { readonly in: string; readonly is: string }[]
  readonly addresses: readonly AddressPair[]
  readonly tables: Readonly<Record<string, string>>
  readonly bounds: readonly RecordBound[]
  readonly container: 'resources' | 'sfm' | 'sfm-xml'
}

/** Forward is from the dialect to the plain form, as in tables: the dialect is left. */
export type Way = 'forward' | 'backward'

/** One pass over a document: a new tree that shares what it leaves alone, and the books of what became of the rest. */
export type Pass = (root: JsonObject, mapper: Mapper) => JsonObject

/** Is there anything to do for this dialect, or is it only a name? */
export function hasRules({ addresses, tables, bounds, container }: DialectRules): boolean {
  return addresses.length + bounds.length + Object.keys(tables).length > 0 || container !== 'resources'
}
