import { exceeds } from '../convert/policy.ts'
import { type Conversion, convert } from '../convert.ts'
import type { Form } from '../form/detect.ts'
import { type Issue, issue } from '../issue/issue.ts'
import { type ExitCode, exit } from './exit.ts'
import { messageOf, oneLine, type Origin, type Stop, stopOf } from './message.ts'
import { outputErrors } from './output-errors.ts'
import { render } from './render.ts'
import { failedItem, itemOf, type ReportItem } from './report.ts'
import { requireSynthetic } from './require-synthetic.ts'
import type { Session } from './session.ts'
import type { Told } from './stream/delivery.ts'
import type { Piece } from './stream/hand.ts'
import { rejectOf } from './stream/reject.ts'
import { treeOf, type Work } from './work.ts'

/** What became of one document. */
interface Result {
  readonly origin: Origin
  /** The output, if there shall be one. */
  readonly text: string | undefined
  readonly item: ReportItem
  /** What is wrong, if there is no output. */
  readonly issues: readonly Issue[]
  /** Lines for stderr. */
  readonly told: readonly Told[]
  readonly summary: string | undefined
  readonly exit: ExitCode
}

/** One document on its way through a run. */
export async function convertPiece(session: Session, work: Work, wantsReject: boolean): Promise<Piece> {
  const { origin, text, item, told, summary, exit: code, ...rest } = await convertOne(session, work)
  const isReject = wantsReject && !item.written
  const reject = isReject ? JSON.stringify(rejectOf(origin, rest.issues, code, work)) : undefined
  return { origin, text, items: [item], reject, told, summary, exit: code }
}

/** Reads, converts and writes one document. Never throws: what goes wrong is in the result. */
async function convertOne(session: Session, work: Work): Promise<Result> {
  const { origin } = work
  try {
    const tree = treeOf(work)
    if (session.order.requireSynthetic) requireSynthetic(tree, origin)
    const conversion = convert(session.kit, tree, session.options)
    const errors = session.order.validate ? await outputErrors(conversion, tree, faultsOf(session)) : []
    return errors.length > 0 ? refused(conversion, errors, origin) : await finish(conversion, session, origin)
  } catch (problem) {
    return failed(stopOf(problem, origin), session.order.to, origin)
  }
}

function failed({ lines, issues, exit: code }: Stop, to: Form, origin: Origin): Result {
  const told = lines.map((line, index) => ({ code: issues[index]?.code, line }))
  const item = failedItem(to, issues, origin)
  return { origin, text: undefined, item, issues, told, summary: undefined, exit: code }
}

/** Errors that the dialect asked for cannot do without (`mappings/dialects/`). */
function faultsOf({ kit, options }: Session): string[] {
  const dialect = kit.mappings.dialects.find((one) => one.id === options.dialect)
  return dialect?.faults.map((fault) => fault.code) ?? []
}

/** An output with errors is not written: one line for each of them, and one that says so. */
function refused(conversion: Conversion, errors: readonly Issue[], origin: Origin): Result {
  const told = [...errors, issue('CLI-012', {}, { form: conversion.to, count: errors.length })]
  const item = itemOf(conversion, origin, { written: false, errors: told })
  const issues = [...conversion.issues, ...told]
  return {
    origin,
    text: undefined,
    item,
    issues,
    told: toldOf(issues, origin),
    summary: undefined,
    exit: exit.findings,
  }
}

function toldOf(issues: readonly Issue[], origin: Origin): Told[] {
  return issues.map((one) => ({ code: one.code, line: messageOf(one, origin) }))
}

async function finish(conversion: Conversion, { order }: Session, origin: Origin): Promise<Result> {
  const item = itemOf(conversion, origin, { written: true })
  const isTooMuch = exceeds(order.failOn, conversion)
  const loss = isTooMuch ? [issue('CLI-009', {}, { policy: order.failOn })] : []
  const told = toldOf([...conversion.issues, ...loss], origin)
  const text = await render(conversion.output.root, order.to, order.format)
  return { origin, text, item, issues: [], told, summary: summaryOf(item), exit: isTooMuch ? exit.loss : exit.fine }
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
  return `${oneLine(input)}: ${way} → ${to}, ${total}: ${leaves.claimed} claimed, ${leaves.ledger} in the ledger${detail}`
}
