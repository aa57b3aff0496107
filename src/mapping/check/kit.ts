import type { Definitions } from '../../definition/definition.ts'
import type { IssueCode } from '../../issue/catalogue.ts'
import type { Params } from '../../issue/issue.ts'
import type { Terminology } from '../../terminology/terminology.ts'
import type { Mappings, Row, Table } from '../table.ts'
import type { Views } from './view.ts'

/** What stands at a place of the `ki` form, by its schema. */
export interface KiElement {
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'object' | 'json'
  /** What the members of a list are. */
  readonly of?: KiElement['kind']
  /** The words that may stand there, where they are few. */
  readonly words?: readonly string[]
  /** It tells records apart: a table is for those of its words that its cases name. */
  readonly discriminates?: true
  /** A member that its part of the form never lacks. */
  readonly required?: true
}

/** The `ki` form as far as tables name its parts; `root` is a word such as `registrering`. */
export interface KiForm {
  isRoot(root: string): boolean
  element(root: string, names: readonly string[]): KiElement | undefined
  /** The members that may stand there; of a list those of its members. */
  members(root: string, names: readonly string[]): readonly string[]
  /** Members that every document has there. */
  required(root: string): readonly string[]
}

/** What the tables are held against. */
export interface CheckKit {
  readonly definitions: Definitions
  readonly views: Views
  readonly terminology: Terminology
  /** The codes of a value set, without the systems; undefined where they cannot be listed. */
  codesOf(valueSet: string): readonly { readonly system: string; readonly code: string }[] | undefined
  readonly ki: KiForm
}

/** How a check speaks: about the value of a key of a thing that was read from a mapping file. */
export type Tell = (code: IssueCode, at: object, params: Params, key?: string, index?: number) => void

/** One question to all tables together. */
export type MappingCheck = (mappings: Mappings, kit: CheckKit, tell: Tell) => void

export type SideName = 'left' | 'right'
export const sides: readonly SideName[] = ['left', 'right']

/** The own rows of a table and those of the tables that it includes. */
export function allRows(table: Table, mappings: Mappings): readonly Row[] {
  const included = table.include.flatMap((id) => mappings.tables.find((one) => one.id === id)?.rows ?? [])
  return [...table.rows, ...included]
}

/** Whether a side is one of FHIR's; the others are parts of the `ki` form. */
export function isFhir(table: Table, side: SideName): boolean {
  return /^[A-Z]/.test(table[side].root)
}
