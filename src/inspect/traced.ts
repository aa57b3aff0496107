import type { Recorded } from '../convert/recorder.ts'
import type { Container, Key, Outcome } from '../document/books.ts'
import { isObject, type Json, type JsonObject, type Path } from '../document/json.ts'
import { printPath } from '../document/path.ts'
import { type Form, forms } from '../form/detect.ts'
import { Witness } from '../mapping/witness.ts'
import { type Slot as Spot, valueAt } from '../mapping/slot.ts'
import { Documents, leavesBelow } from './documents.ts'
import { type Deed, RecordedHop } from './hop.ts'
import { stepAt } from './place-of-step.ts'

/** One step of a trace: a row, or a step of the code around the tables, and the places before and after it. */
export interface TraceStep {
  /** The hop of the conversion, from 1: to the hub, and from it (before them, the one from a dialect, where there is one). */
  readonly hop: number
  /** A row's id, or a step's. */
  readonly row: string
  readonly direction: 'forward' | 'backward' | undefined
  readonly outcome: Outcome | undefined
  readonly reads: readonly string[]
  readonly writes: readonly string[]
}

/** What is known of one leaf. Steps stand in the order of the conversion. */
export interface LeafTrace {
  readonly path: string
  readonly steps: readonly TraceStep[]
  /** The leaves on the other side that it rests on, or that rest on it. */
  readonly ends: readonly Spot[]
}

/** A recorded conversion that can be asked about every leaf of its input and of its output. */
export class Traced {
  readonly #hops: readonly RecordedHop[]
  readonly input: Documents
  readonly output: Documents

  constructor({ stages, output }: Recorded) {
    const documents = [...stages.map((stage) => new Documents(stage.sources)), new Documents([output])]
    this.#hops = stages.flatMap(({ account, unmapped }, index) =>
      account instanceof Witness
        ? [new RecordedHop(account, documents[index] as Documents, documents[index + 1] as Documents, codeOf(unmapped))]
        : [],
    )
    this.input = documents[0] as Documents
    this.output = documents.at(-1) as Documents
  }

  /** How a leaf of the output came to be. */
  ofOutput(spot: Spot): LeafTrace {
    const steps: TraceStep[] = []
    const ends = this.#back(this.#hops.length - 1, [spot], steps)
    return { path: printed(this.output, spot) ?? '', steps: withoutPassing(steps.reverse()), ends }
  }

  /** What became of a leaf of the input. */
  ofInput(spot: Spot): LeafTrace {
    const steps: TraceStep[] = []
    const ends = this.#on(0, [spot], steps)
    return { path: printed(this.input, spot) ?? '', steps: withoutPassing(steps), ends }
  }

  #back(index: number, spots: readonly Spot[], steps: TraceStep[]): readonly Spot[] {
    const hop = this.#hops[index]
    if (hop === undefined || spots.length === 0) return spots.filter(({ container }) => this.input.has(container))
    const before: Spot[] = []
    for (const spot of spots) {
      const deeds = hop.causes(spot)
      for (const deed of deeds.length > 0 ? deeds : [writtenByCode(hop, spot)]) {
        add(steps, stepOf(index, deed, deed.spots, [spot], hop))
        before.push(...deed.spots)
      }
    }
    return this.#back(index - 1, unique(before.flatMap((one) => inside(hop.source, one))), steps)
  }

  #on(index: number, spots: readonly Spot[], steps: TraceStep[]): readonly Spot[] {
    const hop = this.#hops[index]
    if (hop === undefined || spots.length === 0) return spots.filter(({ container }) => this.output.has(container))
    const after: Spot[] = []
    for (const spot of spots) {
      const deeds = hop.effects(spot)
      for (const deed of deeds.length > 0 ? deeds : [takenByCode(hop, spot)]) {
        add(steps, stepOf(index, deed, [spot], deed.spots, hop))
        after.push(...deed.spots)
      }
    }
    return this.#on(index + 1, unique(after.flatMap((one) => inside(hop.target, one))), steps)
  }
}

/** The hop from a dialect and the one that adapts what comes in from abroad are by code for the greater part. */
function codeOf(unmapped: string): string | undefined {
  const name = unmapped.replace(/\.unmapped$/, '')
  if (forms.includes(name as Form)) return undefined
  return name === 'import' ? 'import.record' : `${name}.container`
}

/** Rows leave these to the code around them; what stands on both sides was passed on as it is. */
function writtenByCode(hop: RecordedHop, spot: Spot): Deed {
  const isPassed = hop.source.has(spot.container)
  const hasPart = (step: string) => hop.hasPart(step, hop.target, spot)
  const row = isPassed ? 'container.whole' : stepAt('writes', elementOf(hop.target, spot), hasPart)
  return {
    row: row ?? hop.otherwise ?? unknown,
    direction: undefined,
    outcome: undefined,
    spots: isPassed ? [spot] : [],
  }
}

function takenByCode(hop: RecordedHop, spot: Spot): Deed {
  const isPassed = hop.target.has(spot.container)
  const hasPart = (step: string) => hop.hasPart(step, hop.source, spot)
  const row = isPassed ? 'container.whole' : stepAt('reads', elementOf(hop.source, spot), hasPart)
  const taken = isPassed || hop.isTaken(spot)
  return {
    row: taken ? (row ?? hop.otherwise ?? unknown) : 'unmapped',
    direction: undefined,
    outcome: taken ? undefined : 'dropped',
    spots: isPassed ? [spot] : [],
  }
}

/** That a hop passes something on as it is, is worth saying only where nothing else is done to it. */
function withoutPassing(steps: readonly TraceStep[]): readonly TraceStep[] {
  const others = steps.filter((step) => step.row !== 'container.whole')
  return others.length === 0 ? steps.slice(0, 1) : others
}

/** The name of what has none: a trace that shows it has found a defect. */
export const unknown = 'unknown'

function stepOf(index: number, deed: Deed, from: readonly Spot[], to: readonly Spot[], hop: RecordedHop): TraceStep {
  const { row, direction, outcome } = deed
  const print = (documents: Documents, spots: readonly Spot[]) => [
    ...new Set(spots.flatMap((spot) => printed(documents, spot) ?? [])),
  ]
  return {
    hop: index + 1,
    row,
    direction,
    outcome,
    reads: print(hop.source, from),
    writes: print(hop.target, to),
  }
}

/** The same row at the same hop is told once, with all its places. */
function add(steps: TraceStep[], step: TraceStep): void {
  const known = steps.findIndex((one) => one.hop === step.hop && one.row === step.row)
  const found = steps[known]
  if (found === undefined) {
    steps.push(step)
    return
  }
  const both = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])]
  steps[known] = {
    ...found,
    outcome: found.outcome ?? step.outcome,
    reads: both(found.reads, step.reads),
    writes: both(found.writes, step.writes),
  }
}

function inside(documents: Documents, spot: Spot): Spot[] {
  return documents.has(spot.container) ? leavesBelow(spot) : []
}

function unique(spots: readonly Spot[]): Spot[] {
  const known = new Map<Container, Set<Key>>()
  return spots.filter(({ container, key }) => {
    const keys = known.get(container) ?? new Set<Key>()
    known.set(container, keys)
    return keys.size < keys.add(key).size
  })
}

function printed(documents: Documents, spot: Spot): string | undefined {
  const place = documents.placeOf(spot)
  return place === undefined ? undefined : printPath(place.root, place.path)
}

/** The element that a leaf belongs to, by the type of the resource that it stands in: `AllergyIntolerance.note.text`. */
function elementOf(documents: Documents, spot: Spot): string {
  const place = documents.placeOf(spot)
  return place === undefined ? '' : elementAt(place.root, place.path)
}

export function elementAt(root: Json, path: Path): string {
  let names: string[] = [printPath(root, [])]
  let value: Json | undefined = root
  for (const key of path) {
    if (typeof key === 'string') names.push(key.replace(/^_/, ''))
    value = valueAt({ container: value as JsonObject, key })
    if (isObject(value) && typeof value.resourceType === 'string') names = [value.resourceType]
  }
  return names.join('.')
}
