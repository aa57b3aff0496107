import type { Binding, Obligation } from '../definition/definition.ts'
import { type CheckKit, isFhir, type SideName } from '../mapping/check/kit.ts'
import { isProblem, locate } from '../mapping/check/locate.ts'
import { typesOf, type View } from '../mapping/check/view.ts'
import type { ElementPath, Slice, Table } from '../mapping/table.ts'

/** What profile and type, or the schema of the `ki` form, say of an element that a row names. */
export interface ElementFacts {
  readonly id: string
  /** The profile that the element is looked up in. */
  readonly profile?: string
  /** `0..1`, `1..*`; for a slice that of the slice. */
  readonly cardinality?: string
  readonly types: readonly string[]
  readonly binding?: Binding
  readonly obligations: readonly Obligation[]
  readonly mustSupport: boolean
  /** The words that may stand there in the `ki` form. */
  readonly words?: readonly string[]
  /** Why nothing more can be said. */
  readonly problem?: string
}

/** Looks an element up as `kritinfo mapping check` does. */
export function elementFacts(
  element: ElementPath,
  table: Table,
  side: SideName,
  kit: CheckKit,
  slices: ReadonlyMap<string, Slice>,
): ElementFacts {
  const { profile } = table[side]
  const head = { id: element.id, ...(profile === undefined || !isFhir(table, side) ? {} : { profile }) }
  const found = locate(element, table, side, kit, slices)
  if (isProblem(found)) return { ...head, types: [], obligations: [], mustSupport: false, problem: found.text }
  if (found.form === 'fhir') return { ...head, ...ofView(found.view) }
  const { kind, of, words, required } = found.element
  return {
    ...head,
    cardinality: `${required === true ? 1 : 0}..${kind === 'list' ? '*' : 1}`,
    types: [of ?? kind],
    obligations: [],
    mustSupport: false,
    ...(words === undefined ? {} : { words }),
  }
}

/** The first node that says something is the most special one. */
export function ofView(view: View): Omit<ElementFacts, 'id' | 'profile'> {
  const binding = view.nodes.find((node) => node.binding !== undefined)?.binding
  // The root of a type says that there may be any number of the type, which is not about the element.
  const max = view.nodes.find((node) => node.max !== undefined && node.id.includes('.'))?.max
  return {
    cardinality: `${view.min}..${max === -1 ? '*' : (max ?? (view.many ? '*' : 1))}`,
    types: typesOf(view).map(({ code }) => code),
    obligations: view.nodes.flatMap((node) => node.obligations ?? []),
    mustSupport: view.nodes.some((node) => node.mustSupport === true),
    ...(binding === undefined ? {} : { binding }),
  }
}
