import type { Container, Outcome } from '../document/books.ts'
import { isLeaf } from '../document/json.ts'
import type { Link, Remark } from '../mapping/account.ts'
import type { Act, Witness } from '../mapping/witness.ts'
import { type Slot as Spot, valueAt } from '../mapping/slot.ts'
import type { Documents } from './documents.ts'

/** Something that a hop did about a place: by which row or step, which way, and the places that it rests on or led to. */
export interface Deed {
  readonly row: string
  readonly direction: Act['direction'] | undefined
  readonly outcome: Outcome | undefined
  readonly spots: readonly Spot[]
}

/** One hop of a conversion that was recorded, to be asked who did what. */
export class RecordedHop {
  readonly #to: ReadonlyMap<Container, readonly Link[]>
  readonly #from: ReadonlyMap<Container, readonly Link[]>
  readonly #remarks: ReadonlyMap<Container, readonly Remark[]>
  readonly #additions: ReadonlyMap<Container, readonly Remark[]>
  /** The rows and steps that linked something in a resource; made when it is first asked for. */
  readonly #parts = new Map<Documents, ReadonlyMap<Container | undefined, ReadonlySet<string>>>()

  constructor(
    readonly witness: Witness,
    readonly source: Documents,
    readonly target: Documents,
    /** What the code of this hop is called where no row and no step has a name for a place. */
    readonly otherwise: string | undefined,
  ) {
    this.#to = grouped(witness.links, (link) => link.to)
    this.#from = grouped(witness.links, (link) => link.from)
    this.#remarks = grouped(witness.remarks, (remark) => remark.at)
    this.#additions = grouped(witness.additions, (remark) => remark.at)
  }

  /** Who wrote a leaf of the target, and from what. */
  causes(spot: Spot): Deed[] {
    const acts = this.witness.makersOf(spot.container, spot.key)
    const deeds = this.#linked(spot, acts)
    const silent = acts.filter((act) => !deeds.some((deed) => deed.row === act.row))
    if (deeds.length === 0 && acts.length === 0) return this.#added(spot)
    const said = (row: string) => outcomeAt(this.#additions, spot, row)
    return [
      ...deeds.map((deed) => ({ ...deed, outcome: said(deed.row) ?? deed.outcome })),
      ...silent.map(({ row, direction }) => ({ row, direction, outcome: said(row), spots: [] })),
    ]
  }

  /** What was worked out and not taken from anywhere is told of as a whole: a coding, an extension. */
  #added(spot: Spot): Deed[] {
    for (const at of this.target.upwards(spot)) {
      const found = remarksAt(this.#additions, at)
      if (found.length > 0) return found.map(({ row, outcome }) => ({ row, outcome, direction: undefined, spots: [] }))
    }
    return []
  }

  /** Rows that linked the leaf, or something that holds it, to what they made it of. */
  #linked(spot: Spot, acts: readonly Act[]): Deed[] {
    for (const at of this.target.upwards(spot)) {
      const links = (this.#to.get(at.container) ?? []).filter((link) => link.toKey === at.key)
      const fitting = links.filter((link) => at === spot || isShared(link) || acts.length === 0)
      if (fitting.length === 0) continue
      return byRow(
        fitting.map((link) => ({
          row: link.row,
          // What is passed on as it is has the very same leaf on both sides.
          spot: at !== spot && isShared(link) ? spot : { container: link.from, key: link.fromKey },
        })),
        acts,
      )
    }
    return []
  }

  /** Who took a leaf of the source, and what became of it. */
  effects(spot: Spot): Deed[] {
    const found: Deed[] = []
    for (const at of this.source.upwards(spot)) {
      const links = (this.#from.get(at.container) ?? []).filter((link) => link.fromKey === at.key)
      const takers = this.witness.takersOf(at.container, at.key)
      const deeds = byRow(
        links.map((link) => ({
          row: link.row,
          spot: at !== spot && isShared(link) ? spot : { container: link.to, key: link.toKey },
        })),
        takers,
      )
      const silent = takers.filter((act) => !deeds.some((deed) => deed.row === act.row))
      found.push(...deeds, ...silent.map(({ row, direction }) => ({ row, direction, outcome: undefined, spots: [] })))
    }
    return this.#withRemarks(spot, merged(found))
  }

  /** The place was claimed, alone or with what holds it, by whomever. */
  isTaken(spot: Spot): boolean {
    for (const { container, key } of this.source.upwards(spot)) if (this.witness.isClaimed(container, key)) return true
    return false
  }

  /** A step has linked something in the resource that a place of these documents is in. */
  hasPart(step: string, documents: Documents, spot: Spot): boolean {
    const parts = this.#parts.get(documents) ?? this.#partsIn(documents)
    this.#parts.set(documents, parts)
    const rows = parts.get(documents.resourceOf(spot.container)) ?? []
    return [...rows].some((row) => row === step || row.startsWith(`${step}.`))
  }

  #partsIn(documents: Documents): ReadonlyMap<Container | undefined, ReadonlySet<string>> {
    const parts = new Map<Container | undefined, Set<string>>()
    for (const { row, from, to } of this.witness.links) {
      const resource = documents.resourceOf(documents === this.target ? to : from)
      const rows = parts.get(resource)
      if (rows === undefined) parts.set(resource, new Set([row]))
      else rows.add(row)
    }
    return parts
  }

  #withRemarks(spot: Spot, deeds: readonly Deed[]): Deed[] {
    const said: Deed[] = []
    for (const at of this.source.upwards(spot)) {
      for (const { row, outcome } of remarksAt(this.#remarks, at))
        said.push({ row, outcome, direction: undefined, spots: [] })
      const out = this.witness.keptOut(at.container)
      if (out !== undefined) said.push({ ...out, direction: undefined, spots: [] })
    }
    return merged([...deeds, ...said])
  }
}

/** What the link passed on is the same object on both sides. */
function isShared({ from, fromKey, to, toKey }: Link): boolean {
  const value = valueAt({ container: to, key: toKey })
  return value !== undefined && !isLeaf(value) && valueAt({ container: from, key: fromKey }) === value
}

function byRow(found: readonly { readonly row: string; readonly spot: Spot }[], acts: readonly Act[]): Deed[] {
  return merged(
    found.map(({ row, spot }) => ({
      row,
      direction: acts.find((act) => act.row === row)?.direction,
      outcome: undefined,
      spots: [spot],
    })),
  )
}

/** One deed a row. */
function merged(deeds: readonly Deed[]): Deed[] {
  const rows = new Map<string, Deed>()
  for (const deed of deeds) {
    const known = rows.get(deed.row)
    rows.set(
      deed.row,
      known === undefined
        ? deed
        : {
            row: deed.row,
            direction: known.direction ?? deed.direction,
            outcome: known.outcome ?? deed.outcome,
            spots: [...known.spots, ...deed.spots.filter((one) => !known.spots.some((other) => isSame(one, other)))],
          },
    )
  }
  return [...rows.values()]
}

function isSame(one: Spot, other: Spot): boolean {
  return one.container === other.container && one.key === other.key
}

type Remarks = ReadonlyMap<Container, readonly Remark[]>

function remarksAt(remarks: Remarks, at: Spot): Remark[] {
  return (remarks.get(at.container) ?? []).filter((one) => one.key === at.key)
}

function outcomeAt(remarks: Remarks, at: Spot, row: string): Outcome | undefined {
  return remarksAt(remarks, at).find((one) => one.row === row)?.outcome
}

function grouped<T>(members: readonly T[], key: (member: T) => Container): ReadonlyMap<Container, readonly T[]> {
  const found = new Map<Container, T[]>()
  for (const member of members) {
    const known = found.get(key(member))
    if (known === undefined) found.set(key(member), [member])
    else known.push(member)
  }
  return found
}
