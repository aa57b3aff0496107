import { type CoveredElement, type CoverageState, coverageStates, type SideCoverage } from '../../inspect/coverage.ts'
import type { Evidence } from '../../inspect/evidence.ts'
import { columns } from './columns.ts'

const told: readonly CoverageState[] = ['unmapped', 'dropped', 'carried']

/** Counts for each side, then what is not mapped, with the reason. */
export function coverageText(sides: readonly SideCoverage[], width: number): string {
  const heads = ['edge', 'side', 'of', ...coverageStates].map((heading) => ({ heading, width: 30 }))
  const rows = sides.map((one) => [
    one.edge,
    `${one.side} (${one.form})`,
    one.root,
    ...coverageStates.map((state) => String(one.counts[state])),
  ])
  const sum = (state: CoverageState) => sides.reduce((all, one) => all + one.counts[state], 0)
  const total = ['all', '', '', ...coverageStates.map((state) => String(sum(state)))]
  return `${[...columns(heads, [...rows, total]), ...sides.flatMap((one) => notMapped(one, width))].join('\n')}\n`
}

function notMapped({ edge, form, root, profile, elements }: SideCoverage, width: number): string[] {
  const open = told.flatMap((state) => elements.filter((one) => one.state === state))
  if (open.length === 0) return []
  const heads = [
    { heading: 'element', width: 50 },
    { heading: 'state', width: 9 },
    { heading: 'by', width: 28 },
    { heading: 'why', width: Math.max(24, width - 94) },
  ]
  const cells = ({ id, state, by, reason }: CoveredElement) => [id, state, by.join('\n'), reason ?? '']
  return [
    '',
    `${edge}, ${form}: ${root}${profile === undefined ? '' : `  (${profile})`}`,
    '',
    ...columns(heads, open.map(cells)),
  ]
}

/** What documents showed of each row, and which rows none of them exercised. `rows` are all there are. */
export function evidenceText(evidence: Evidence, rows: readonly string[], width: number): string {
  const { documents, trips, failed, mappings } = evidence
  const heads = [
    { heading: 'row', width: 34 },
    { heading: 'fired', width: 8 },
    { heading: 'documents', width: 9 },
    { heading: 'worst', width: 10 },
    { heading: 'last trip', width: Math.max(30, width - 90) },
    { heading: 'came back', width: 16 },
  ]
  const known = rows.flatMap((row) => {
    const found = evidence.rows[row]
    return found === undefined ? [] : [{ row, ...found }]
  })
  const lines = known.map(({ row, fired, documents: names, worst, lastTrip }) => [
    row,
    String(fired),
    String(names.length),
    worst ?? 'crossed',
    `${lastTrip.document}, ${lastTrip.from} → ${lastTrip.via}`,
    lastTrip.differences === 0 ? 'the same' : `${lastTrip.differences} differ`,
  ])
  const silent = rows.filter((row) => evidence.rows[row] === undefined)
  return `${[
    `${documents} documents, ${trips} trips there and back, ${failed.length} of them not possible; tables ${mappings}`,
    '',
    ...columns(heads, lines),
    '',
    `${known.length} of ${rows.length} rows fired.${silent.length === 0 ? '' : ` Never: ${silent.join(', ')}`}`,
    ...failed.map(({ document, via, code }) => `not possible: ${document} by way of ${via} (${code})`),
  ].join('\n')}\n`
}
