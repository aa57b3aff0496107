import { convert } from './convert.ts'
import type { ConvertOptions } from './convert/settings.ts'
import type { Container, Key } from './document/books.ts'
import { isObject, type Json, type JsonObject, type Path } from './document/json.ts'
import { hidden, isPlainName } from './document/name.ts'
import { parsePath, printPath } from './document/path.ts'
import type { Tree } from './document/tree.ts'
import type { Form } from './form/detect.ts'
import { Documents, leavesBelow } from './inspect/documents.ts'
import { FirstRecorder } from './inspect/first-recorder.ts'
import { factsOf, type RowFacts } from './inspect/facts.ts'
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
  /** The leaves at a place, or all of them. */
  leavesAt(side: 'input' | 'output', place?: string): readonly Slot[]
  ofInput(leaf: Slot): TracedLeaf
  ofOutput(leaf: Slot): TracedLeaf
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
  return {
    from: conversion.from,
    leavesAt: (side, place) => leavesAt(documents[side], place),
    ofInput: (leaf) => explain(traced?.ofInput(leaf) ?? unchanged(documents.input, leaf), 'input'),
    ofOutput: (leaf) => explain(outputTrace(traced, documents.output, leaf), 'output'),
  }
}

function explainer(kit: Toolkit, ledger: readonly Entry[]) {
  const facts = factsOf(kit.mappings)
  return ({ path, steps }: LeafTrace, side: 'input' | 'output'): TracedLeaf => ({
    path,
    steps: steps.map((step) => ({ ...step, ...facts(step.row) })),
    ledger: ledger.filter((entry) => entry.path === path && (entry.side ?? 'input') === side),
  })
}

/**
 * The output has its elements in order, and perhaps what was put back; the books know it as it was made. A leaf that is
 * not there, or says something else, was put back.
 */
function outputTrace(traced: Traced | undefined, output: Documents, leaf: Slot): LeafTrace {
  if (traced === undefined) return unchanged(output, leaf)
  const { root, path } = output.placeOf(leaf) as { root: Json; path: Path }
  const [made] = slotsAt(traced.output.roots[0], path)
  if (made !== undefined && valueAt(made) === valueAt(leaf)) return traced.ofOutput(made)
  const place = printPath(root, path)
  return { path: place, steps: [plainStep('container.restore', [], [place])] }
}

function unchanged(documents: Documents, leaf: Slot): LeafTrace {
  const { root, path } = documents.placeOf(leaf) as { root: Json; path: Path }
  const place = printPath(root, path)
  return { path: place, steps: [plainStep('container.unchanged', [place], [place])] }
}

function plainStep(row: string, reads: readonly string[], writes: readonly string[]): TraceStep {
  return { hop: 1, row, direction: undefined, outcome: undefined, reads, writes }
}

function leavesAt(documents: Documents, place: string | undefined): readonly Slot[] {
  if (place === undefined) return documents.leaves()
  const root = documents.roots[0] as Json
  const path = pathOf(root, place)
  if (path === undefined) return []
  return path.length === 0 ? documents.leaves() : slotsAt(root, path).flatMap(leavesBelow)
}

/** `AllergyIntolerance[1].code` of a Bundle is the second resource of that type. */
function pathOf(root: Json, place: string): Path | undefined {
  const [, type = '', index] = /^([A-Z][A-Za-z]+)(?:\[(\d+)\])?(?=[.[]|$)/.exec(place) ?? []
  if (!isObject(root) || root.resourceType !== 'Bundle' || type === '' || type === 'Bundle') return parsePath(place)
  const entries = Array.isArray(root.entry) ? root.entry : []
  const found = entries.flatMap((entry, at) =>
    isObject(entry) && isObject(entry.resource) && entry.resource.resourceType === type ? [at] : [],
  )[Number(index ?? 0)]
  if (found === undefined) return undefined
  return ['entry', found, 'resource', ...parsePath(place.replace(/^([A-Z][A-Za-z]+)\[\d+\]/, '$1'))]
}

/** The places that a path names: one, or, where a ledger has not shown a name (`…`), all of which it shows no name. */
function slotsAt(value: Json | undefined, [key, ...rest]: Path): Slot[] {
  if (key === undefined || typeof value !== 'object' || value === null) return []
  return keysAt(value as Container, key).flatMap((one) => {
    const slot = { container: value as Container, key: one }
    return rest.length === 0 ? [slot] : slotsAt(valueAt(slot), rest)
  })
}

function keysAt(container: Container, key: Key): readonly Key[] {
  if (Object.hasOwn(container, key)) return [key]
  return key === hidden && isObject(container) ? Object.keys(container).filter((name) => !isPlainName(name)) : []
}
