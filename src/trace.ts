import { type Conversion, convert } from './convert.ts'
import type { ConvertOptions } from './convert/settings.ts'
import { equal } from './document/equal.ts'
import type { Json, JsonObject, Path } from './document/json.ts'
import { printPath } from './document/path.ts'
import type { Tree } from './document/tree.ts'
import type { Form } from './form/detect.ts'
import { Documents } from './inspect/documents.ts'
import { FirstRecorder } from './inspect/first-recorder.ts'
import { factsOf, type RowFacts } from './inspect/facts.ts'
import { leavesAt, slotAt } from './inspect/spots.ts'
import { type LeafTrace, Traced, type TraceStep } from './inspect/traced.ts'
import type { Entry } from './mapping/ledger.ts'
import { type Slot, valueAt } from './mapping/slot.ts'
import type { Toolkit } from './toolkit.ts'

/** How to convert, and which place to look at. */
export interface TraceOptions extends ConvertOptions {
  /**
   * A place of the input or of the output, as ledgers print it: `Bundle.entry[1].resource.criticality`, or for one resource of
   * a Bundle `AllergyIntolerance[0].criticality`. All leaves below it are traced.
   */
  readonly at: string
  /** Look there only on this side; on both if left out. */
  readonly side?: 'input' | 'output'
}

/** A step with what its row says. */
export interface ExplainedStep extends TraceStep, RowFacts {}

/** A leaf and what made it, or what became of it. Holds no value of the record. */
export interface TracedLeaf {
  readonly path: string
  readonly steps: readonly ExplainedStep[]
  /** The leaves on the other side that it rests on, or that rest on it; none where the ledger or a step says why. */
  readonly counterparts: readonly string[]
  /** What the ledger says of it, if anything. */
  readonly ledger: readonly Entry[]
}

/** What a trace has found at a place, on either side. */
export interface Trace {
  readonly from: Form
  readonly to: Form
  /** Leaves of the input at the place: what became of them. */
  readonly input: readonly TracedLeaf[]
  /** Leaves of the output at the place: how they came to be. */
  readonly output: readonly TracedLeaf[]
}

/**
 * Which rows took a place of the input, or made a place of the output, hop by hop. Converts to find out; a conversion by
 * itself keeps no such notes.
 *
 * @throws KritinfoError as `convert` does, and DOC-060 for a place that is none.
 */
export function trace(kit: Toolkit, input: Tree, options: TraceOptions): Trace {
  const traced = tracer(kit, input, options)
  const spots = (side: 'input' | 'output') =>
    options.side === undefined || options.side === side ? traced.leavesAt(side, options.at) : []
  return {
    from: traced.from,
    to: options.to,
    input: spots('input').map((spot) => traced.ofInput(spot)),
    output: spots('output').map((spot) => traced.ofOutput(spot)),
  }
}

/** A conversion that can be asked about each of its leaves. */
export interface Tracing {
  readonly from: Form
  readonly conversion: Conversion
  /** The input and the output, as they are shown. */
  readonly documents: Sides<Documents>
  /** The leaves at a place, or all of them. */
  leavesAt(side: Side, place?: string): readonly Slot[]
  ofInput(leaf: Slot): TracedLeaf
  ofOutput(leaf: Slot): TracedLeaf
  /** The leaves on the other side that a leaf rests on, or that rest on it. */
  counterparts(side: Side, leaf: Slot): readonly Slot[]
}

/** Converts once, to ask about many leaves. */
export function tracer(kit: Toolkit, input: Tree, options: ConvertOptions): Tracing {
  const recorder = new FirstRecorder()
  const conversion = convert({ ...kit, recorder }, input, options)
  const { recorded } = recorder
  const traced = recorded === undefined ? undefined : new Traced(recorded)
  const documents = {
    input: traced?.input ?? new Documents([input.root as JsonObject]),
    output: new Documents([conversion.output.root as JsonObject]),
  }
  const explain = explainer(kit, conversion.ledger)
  const look = (side: Side, leaf: Slot) =>
    traced === undefined ? unchanged(documents, side, leaf) : ofSide[side](traced, documents, leaf)
  const explained = (side: Side, leaf: Slot) => {
    const found = look(side, leaf)
    return explain(found, side, placesOf(documents[other[side]], found.ends))
  }
  return {
    from: conversion.from,
    conversion,
    documents,
    leavesAt: (side, place) => leavesAt(documents[side], place),
    ofInput: (leaf) => explained('input', leaf),
    ofOutput: (leaf) => explained('output', leaf),
    counterparts: (side, leaf) => look(side, leaf).ends,
  }
}

export type Side = 'input' | 'output'
type Sides<T> = Readonly<Record<Side, T>>

const other: Sides<Side> = { input: 'output', output: 'input' }
const ofSide: Sides<(traced: Traced, documents: Sides<Documents>, leaf: Slot) => LeafTrace> = {
  input: inputTrace,
  output: outputTrace,
}

function explainer(kit: Toolkit, ledger: readonly Entry[]) {
  const facts = factsOf(kit.mappings)
  const entries = new Map<string, Entry[]>()
  for (const entry of ledger) {
    const key = `${entry.side ?? 'input'} ${entry.path}`
    entries.set(key, [...(entries.get(key) ?? []), entry])
  }
  return ({ path, steps }: LeafTrace, side: Side, counterparts: readonly string[]): TracedLeaf => ({
    path,
    steps: steps.map((step) => ({ ...step, ...facts(step.row) })),
    counterparts,
    ledger: entries.get(`${side} ${path}`) ?? [],
  })
}

/**
 * The output has its elements in order, and perhaps what was put back; the books know it as it was made. A leaf that is
 * not there, or says something else, was put back.
 */
function outputTrace(traced: Traced, { output }: Sides<Documents>, leaf: Slot): LeafTrace {
  const { root, path } = output.placeOf(leaf) as { root: Json; path: Path }
  const made = sameAt(traced.output, path, leaf)
  if (made !== undefined) return traced.ofOutput(made)
  const place = printPath(root, path)
  return { path: place, steps: [plainStep('container.restore', [], [place])], ends: [] }
}

/** What became of a leaf, as far as it is in the output still and nothing else was put back in its place. */
function inputTrace(traced: Traced, { output }: Sides<Documents>, leaf: Slot): LeafTrace {
  const found = traced.ofInput(leaf)
  const ends = found.ends.flatMap((end) => sameAt(output, traced.output.placeOf(end)?.path ?? [], end) ?? [])
  return { ...found, ends }
}

/** The leaf at the same place in another copy of a document, if it says the same. */
function sameAt({ roots }: Documents, path: Path, leaf: Slot): Slot | undefined {
  const found = slotAt(roots[0], path)
  return found !== undefined && equal(valueAt(found), valueAt(leaf)) ? found : undefined
}

function unchanged(documents: Sides<Documents>, side: Side, leaf: Slot): LeafTrace {
  const { root, path } = documents[side].placeOf(leaf) as { root: Json; path: Path }
  const place = printPath(root, path)
  const end = slotAt(documents[other[side]].roots[0], path)
  return {
    path: place,
    steps: [plainStep('container.unchanged', [place], [place])],
    ends: end === undefined ? [] : [end],
  }
}

function placesOf(documents: Documents, leaves: readonly Slot[]): readonly string[] {
  const places = leaves.flatMap((leaf) => documents.placeOf(leaf) ?? [])
  return [...new Set(places.map(({ root, path }) => printPath(root, path)))]
}

function plainStep(row: string, reads: readonly string[], writes: readonly string[]): TraceStep {
  return { hop: 1, row, direction: undefined, outcome: undefined, reads, writes }
}
