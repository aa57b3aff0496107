import type { ExplainedStep, Trace, TracedLeaf } from '../../trace.ts'
import { wrap } from './columns.ts'
import { relationWords } from './words.ts'

/** A trace as text: leaf by leaf, and for each the rows in the order of the conversion. No value of the record is in it. */
export function traceText(trace: Trace, width: number): string {
  const { from, to, input, output } = trace
  const sides = [
    ...(input.length > 0
      ? [`In the input (${from}), what became of it on the way to ${to}:`, '', ...leaves(input, width)]
      : []),
    ...(output.length > 0
      ? [`In the output (${to}), how it came to be from ${from}:`, '', ...leaves(output, width)]
      : []),
  ]
  return `${sides.join('\n')}\n`
}

function leaves(traced: readonly TracedLeaf[], width: number): string[] {
  return traced.flatMap(({ path, steps, ledger }) => [
    path,
    ...steps.flatMap((step) => stepLines(step, width)),
    ...ledger.map(
      ({ outcome, row, safety }) => `  ledger: ${outcome}, by ${row}${safety === 'none' ? '' : `, ${safety}`}`,
    ),
    '',
  ])
}

function stepLines(step: ExplainedStep, width: number): string[] {
  const { hop, row, table, outcome, reads, writes, note } = step
  const name = table === undefined ? row : `${row}  (${table})`
  const places = (word: string, all: readonly string[]) =>
    all.map((place, index) => `       ${index === 0 ? word : '    '} ${place}`)
  return [
    `  ${hop}  ${[name, ...means(step), ...(outcome === undefined ? [] : [outcome])].join(' · ')}`,
    ...places('from', reads),
    ...places('to  ', writes),
    ...wrap(note, width - 7).flatMap((line) => (line === '' ? [] : [`       ${line}`])),
  ]
}

function means({ direction, relation, how }: ExplainedStep): string[] {
  const way = direction === undefined ? [] : [direction === 'forward' ? 'left to right' : 'right to left']
  return [...way, ...(relation === undefined ? [] : [relationWords[relation]]), ...(how ? [how] : [])]
}
