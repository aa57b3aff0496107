/**
 * The mapping tables themselves: to list, follow, compare and export. All of it is pure and synchronous.
 *
 * ```ts
 * const { mappings } = standardToolkit()
 * for (const row of listRows(mappings, { couldFlip: true })) console.log(row.id, row.review.state)
 * ```
 */
export { mappingCheckKit } from './check-mappings.ts'
export {
  type CoveredElement,
  type CoverageFilter,
  type CoverageState,
  coverage,
  type SideCoverage,
} from './inspect/coverage.ts'
export type { ElementFacts } from './inspect/element.ts'
export {
  type Evidence,
  type FailedTrip,
  gatherEvidence,
  type NamedDocument,
  type RowEvidence,
  type Trip,
} from './inspect/evidence.ts'
export { factsOf, type RowFacts } from './inspect/facts.ts'
export { type ListedRow, listRows, type RowFilter } from './inspect/list.ts'
export { type ElementUse, type Shown, type ShowKit, type ShownRow, show, shownNames } from './inspect/show.ts'
export { storyEvidence } from './inspect/stories.ts'
export { diffPackages, type PackageDiff, type ProfileChange, type ProfileDiff } from './mapping/diff/package.ts'
export { diffTables, type EntryChange, type FieldChange, type TablesDiff } from './mapping/diff/tables.ts'
export type { Rendered, RenderFormat } from './mapping/render/render.ts'
export type { Selection } from './mapping/render/selection.ts'
export { render } from './page/mappings/render.ts'
export { type ContainerStep, containerSteps, stepNamed } from './mapping/steps.ts'
export type { Mappings, Row, Table } from './mapping/table.ts'
export type { CodeRow, CodeTable, Relation } from './terminology/code-table.ts'
export type { Review, ReviewState } from './terminology/review.ts'
export {
  type ExplainedStep,
  type Trace,
  type TracedLeaf,
  type TraceOptions,
  trace,
  tracer,
  type Tracing,
} from './trace.ts'
