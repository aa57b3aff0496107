import { exceeds } from '../convert/policy.ts'
import { type Conversion, convert } from '../convert.ts'
import { type Issue, issue, KritinfoError } from '../issue/issue.ts'
import { type ExitCode, exit } from './exit.ts'
import { messageOf, type Origin, stopOf } from './message.ts'
import { outputErrors } from './output-errors.ts'
import { readInput } from './read-input.ts'
import { render } from './render.ts'
import { failedItem, itemOf, type ReportItem } from './report.ts'
import { requireSynthetic } from './require-synthetic.ts'
import type { Session } from './session.ts'
import { contentOf, type Work } from './work.ts'

/** What became of one document. Plain data, so that a worker can send it. */
export interface Result {
  readonly origin: Origin
  /** The output, if there shall be one. */
  readonly text: string | undefined
  readonly item: ReportItem
  /** Lines for stderr. */
  readonly messages: readonly string[]
  readonly summary: string | undefined
  readonly exit: ExitCode
}

/** Reads, converts and writes one document. Never throws: what goes wrong is in the result. */
export async function convertOne(session: Session, work: Work): Promise<Result> {
  const { origin } = work
  try {
    const tree = readInput(contentOf(work))
    if (session.order.requireSynthetic) requireSynthetic(tree, origin)
    const conversion = convert(session.kit, tree, session.options)
    const errors = session.order.validate ? await outputErrors(conversion, tree, faultsOf(session)) : []
    return errors.length > 0 ? refused(conversion, errors, origin) : await finish(conversion, session, origin)
  } catch (problem) {
    const stop = stopOf(problem, origin)
    const issues: readonly Issue[] = problem instanceof KritinfoError ? problem.issues : []
    const item = failedItem(session.order.to, issues, origin)
    return { origin, text: undefined, item, messages: stop.lines, summary: undefined, exit: stop.exit }
  }
}

/** Errors that the dialect asked for cannot do without (`mappings/dialects/`). */
function faultsOf({ kit, options }: Session): string[] {
  const dialect = kit.mappings.dialects.find((one) => one.id === options.dialect)
  return dialect?.faults.map((fault) => fault.code) ?? []
}

/** An output with errors is not written: one line for each of them, and one that says so. */
function refused(conversion: Conversion, errors: readonly Issue[], origin: Origin): Result {
  const told = [...errors, issue('CLI-012', {}, { form: conversion.to, count: errors.length })]
  const item = itemOf(conversion, origin, told)
  const messages = [...conversion.issues, ...told].map((one) => messageOf(one, origin))
  return { origin, text: undefined, item, messages, summary: undefined, exit: exit.findings }
}

async function finish(conversion: Conversion, { order }: Session, origin: Origin): Promise<Result> {
  const item = itemOf(conversion, origin)
  const messages = conversion.issues.map((one) => messageOf(one, origin))
  const isTooMuch = exceeds(order.failOn, conversion)
  if (isTooMuch) messages.push(messageOf(issue('CLI-009', {}, { policy: order.failOn }), origin))
  const text = await render(conversion.output.root, order.to, order.format)
  return { origin, text, item, messages, summary: summaryOf(item), exit: isTooMuch ? exit.loss : exit.fine }
}

/** `record.json: ki → eps, 46 leaves: 44 claimed, 2 in the ledger (2 carried)` */
function summaryOf({ input, from, to, dialect, leaves, ledger }: ReportItem): string {
  const counts = new Map<string, number>()
  for (const { outcome, side } of ledger) {
    if (side === undefined) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  }
  const parts = [...counts].sort().map(([outcome, count]) => `${count} ${outcome}`)
  const detail = parts.length === 0 ? '' : ` (${parts.join(', ')})`
  const total = leaves.total === 1 ? '1 leaf' : `${leaves.total} leaves`
  const way = dialect === from || dialect === 'nhn' ? from : `${from} (${dialect})`
  return `${input}: ${way} → ${to}, ${total}: ${leaves.claimed} claimed, ${leaves.ledger} in the ledger${detail}`
}
