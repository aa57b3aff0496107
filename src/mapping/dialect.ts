import type { Source } from '../terminology/code-table.ts'
import type { ElementPath } from './table.ts'

/**
 * Where an address stands, wherever in a document: `system` of codings and identifiers, `url` of extensions, a member of
 * `meta.profile`, `type` of a reference, the namespace of an XML document.
 */
export const addressKinds = ['system', 'url', 'profile', 'type', 'namespace'] as const
export type AddressKind = (typeof addressKinds)[number]

/** Something only a document of the dialect says. A `*` at the end stands for any end. */
export interface Mark {
  readonly in: AddressKind
  readonly is: string
}

/** Two addresses of one thing. Of several for the same plain one, the first is written. */
export interface Address {
  readonly id: string
  readonly in: AddressKind
  readonly dialect: string
  readonly plain: string
  readonly note: string
  readonly cite: string
  readonly assumes: readonly string[]
  readonly source: Source
}

/** What a record of the dialect must keep to: how often an element stands in its parent, or what its value is. */
export interface Bound {
  readonly id: string
  readonly element: ElementPath
  readonly min?: number
  readonly max?: number
  readonly is?: string
  readonly note: string
  readonly cite: string
  readonly source: Source
}

/** An error that validation finds in every record of the dialect, since its own definition is at odds with FHIR. */
export interface Fault {
  readonly code: string
  readonly note: string
  readonly cite: string
}

/** Which code takes the container of a dialect apart: resources as FHIR has them, or a message of its own. */
export const containerKinds = ['resources', 'sfm', 'sfm-xml'] as const
export type ContainerKind = (typeof containerKinds)[number]

/**
 * One way of writing a form that is not the plain way. `left` is the dialect and `right` the plain form in its tables.
 * A dialect without addresses, tables and bounds has only a name.
 */
export interface Dialect {
  readonly id: string
  readonly form: 'kj' | 'r4'
  /** Dialects are looked for in this order, the lowest first. */
  readonly rank: number
  readonly marks: readonly Mark[]
  readonly addresses: readonly Address[]
  /** The table for each resource type that needs one; for `sfm-xml`, by the name that its code knows. */
  readonly tables: Readonly<Record<string, string>>
  readonly bounds: readonly Bound[]
  readonly faults: readonly Fault[]
  readonly container: ContainerKind
  readonly source: Source
}
