import type { ElementPath, Mappings, Row, Slice, Table } from '../table.ts'
import { allRows, type CheckKit, isFhir, type SideName, sides, type Tell } from './kit.ts'
import { isOpen } from './kinds.ts'
import { isProblem, locate } from './locate.ts'
import { isForbidden, type View } from './view.ts'
import { isOnTheWay, type Written, writtenBy } from './written.ts'

/** Elements whose parts say of themselves what they are: a slice names the extension, a row gives the value. */
const passed: ReadonlySet<string> = new Set(['extension', 'modifierExtension'])

/**
 * What a side must have is written by a row that always writes it or by a container (`containers.yaml`). The `rest` row
 * counts where the other side must have the element too.
 */
export function checkTargets(mappings: Mappings, kit: CheckKit, tell: Tell): void {
  for (const table of mappings.tables) for (const side of sides) new Coverage(table, side, mappings, kit, tell).check()
}

class Coverage {
  readonly #written: readonly Written[]
  readonly #slices: ReadonlyMap<string, Slice>
  constructor(
    readonly table: Table,
    readonly side: SideName,
    readonly mappings: Mappings,
    readonly kit: CheckKit,
    readonly tell: Tell,
  ) {
    this.#written = writtenBy(table, side, mappings)
    this.#slices = new Map(mappings.slices.map((one) => [one.id, one]))
  }

  check(): void {
    const { root, profile } = this.table[this.side]
    // A table that only others include is not the whole of any record.
    const isPart = this.mappings.tables.some((one) => one.include.includes(this.table.id))
    if (isPart) return
    const view = isFhir(this.table, this.side)
      ? (this.kit.views.root(root, profile) ?? this.kit.views.root(root, undefined))
      : this.#checkKi(root)
    if (view !== undefined) this.#checkChildren(view, [])
  }

  #checkKi(root: string): undefined {
    for (const name of this.kit.ki.required(root)) {
      const isWritten = this.#written.some(({ names }) => names[0] === name)
      if (!isWritten && !this.#isContainers(`${root}.${name}`)) this.#report(`${root}.${name}`)
    }
  }

  #checkChildren(view: View, names: readonly string[]): void {
    const children = new Set(view.nodes.flatMap((node) => (node.children ?? []).map((one) => one.name)))
    for (const name of children) {
      const child = this.kit.views.child(view, name)
      if (child === undefined || isForbidden(child) || isAddress(view, name)) continue
      const path = [...names, name]
      if (child.min > 0 && !this.#isCovered(path)) this.#report(this.#idOf(path))
      if (!passed.has(name) && this.#isBuilt(path)) this.#checkChildren(child, path)
      this.#checkSlices(child, path)
    }
  }

  #checkSlices(view: View, path: readonly string[]): void {
    for (const { slice = '', min = 0 } of view.nodes.flatMap((node) => node.slices ?? [])) {
      const name = `${path.at(-1)}:${slice}`
      const isWritten = this.#written.some(({ full }) => full[path.length - 1] === name)
      if (min > 0 && !isWritten && !this.#isCoveredByRest(path)) this.#report(`${this.#idOf(path)}:${slice}`)
    }
  }

  #isCovered(path: readonly string[]): boolean {
    const isWritten = this.#written.some(
      ({ names, whole, row, table }) =>
        isOnTheWay(path, names) && (names.length >= path.length || whole) && this.#isSure(row, table),
    )
    return isWritten || this.#isAllThereIs(path) || this.#isContainers(this.#idOf(path)) || this.#isCoveredByRest(path)
  }

  /** Whatever is written of the parent is written there, so the parent is not made without it: the text of a note. */
  #isAllThereIs(path: readonly string[]): boolean {
    const inParent = this.#written.filter(
      ({ names }) => names.length >= path.length && isOnTheWay(path.slice(0, -1), names),
    )
    return inParent.length > 0 && inParent.every(({ names }) => isOnTheWay(path, names))
  }

  /** Whether a row writes whatever the record is: by a default, a constant, a grid without which none crosses, or from what is never absent. */
  #isSure(row: Row, table: Table): boolean {
    const { via, cases, required } = row
    if (cases !== undefined) return required
    if (via?.name === 'absent' || via?.name === 'constant' || via?.name === 'kind') return true
    const other = this.side === 'left' ? 'right' : 'left'
    return row[other].some((element) => this.#isNeverAbsent(element, table, other))
  }

  #isNeverAbsent(element: ElementPath, table: Table, side: SideName): boolean {
    const found = locate(element, table, side, this.kit, this.#slices)
    if (isProblem(found)) return false
    // Of a form without a schema nobody knows.
    if (found.form === 'ki') return found.element.required === true || isOpen(found)
    return found.trail.slice(1).every((view) => view.min > 0)
  }

  /** Made part by part: rows write below it, and none brings it whole. */
  #isBuilt(path: readonly string[]): boolean {
    const here = this.#written.filter(({ names }) => isOnTheWay(path, names))
    return (
      here.some(({ names }) => names.length > path.length) &&
      !here.some(({ names, whole }) => names.length <= path.length && whole)
    )
  }

  #isContainers(id: string): boolean {
    return this.mappings.containers.some(
      (one) => one.id === id && one.tables.some((prefix) => this.table.id.startsWith(prefix)),
    )
  }

  #isCoveredByRest(path: readonly string[]): boolean {
    const other = this.side === 'left' ? 'right' : 'left'
    if (!isFhir(this.table, other) || !allRows(this.table, this.mappings).some((row) => row.via?.name === 'rest'))
      return false
    let view = this.kit.views.root(this.table[other].root, this.table[other].profile)
    for (const name of path) view = view === undefined ? undefined : this.kit.views.child(view, name)
    return view !== undefined && view.min > 0
  }

  #idOf(path: readonly string[]): string {
    return [this.table[this.side].root, ...path].join('.')
  }

  #report(element: string): void {
    this.tell('CHK-006', this.table, { table: this.table.id, element }, this.side)
  }
}

/** The address of an extension comes with the slice that names it. */
function isAddress(view: View, name: string): boolean {
  return view.type === 'Extension' && name === 'url'
}
