import type { Recorded } from '../convert/recorder.ts'
import type { ConvertOptions } from '../convert/settings.ts'
import type { Outcome } from '../document/books.ts'
import type { Json } from '../document/json.ts'
import type { Tree } from '../document/tree.ts'
import { detectForm, type Form, forms } from '../form/detect.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import { KritinfoError } from '../issue/issue.ts'
import { type Entry, graver } from '../mapping/ledger.ts'
import { Witness } from '../mapping/witness.ts'
import { roundtrip } from '../roundtrip.ts'
import type { Toolkit } from '../toolkit.ts'
import { FirstRecorder } from './first-recorder.ts'

/** What documents have shown of a row. */
export interface RowEvidence {
  /** How often it took or wrote something. */
  readonly fired: number
  /** The documents in which it did, in their order. */
  readonly documents: readonly string[]
  /** The gravest that ledgers say of it; nothing if all crossed. */
  readonly worst?: Outcome
  /** The last trip there and back on which it fired. */
  readonly lastTrip: Trip
}

/** A trip of a document to another form and back. */
export interface Trip {
  readonly document: string
  readonly from: Form
  readonly via: Form
  /** In how many places the document came back otherwise; what the ledger lists is among them. */
  readonly differences: number
}

/** A document that could not make a trip, and why: the code of the first problem. */
export interface FailedTrip {
  readonly document: string
  readonly via: Form
  readonly code: IssueCode
}

/** What documents have shown of all rows. */
export interface Evidence {
  /** Version of the tables. */
  readonly mappings: string
  readonly documents: number
  readonly trips: number
  /** By row; rows that never fired are not there. */
  readonly rows: Readonly<Record<string, RowEvidence>>
  readonly failed: readonly FailedTrip[]
}

/** A document with the name that evidence shall call it by. */
export interface NamedDocument {
  readonly name: string
  readonly tree: Tree
  /** Who the patient is, for forms that must say it, where the document does not. */
  readonly patient?: Json
}

/**
 * Sends documents to every other form and back, and notes for each row how often it fired, in which documents, the worst
 * that became of what it took, and how the last trip ended. Documents are told by their names; no value is kept.
 */
export function gatherEvidence(kit: Toolkit, documents: Iterable<NamedDocument>, now: string): Evidence {
  const rows = new Map<string, RowEvidence>()
  const failed: FailedTrip[] = []
  let count = 0
  let trips = 0
  for (const document of documents) {
    count++
    const form = detectForm(document.tree.root)
    for (const via of forms.filter((one) => one !== form)) {
      const problem = travel(kit, document, via, now, rows)
      trips++
      if (problem !== undefined) failed.push({ document: document.name, via, code: problem })
    }
  }
  const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : 1))
  return { mappings: kit.mappings.version, documents: count, trips, rows: Object.fromEntries(sorted), failed }
}

/** The code of what kept the document from the trip. The patient is only asked for where the document does not do without. */
function travel(
  kit: Toolkit,
  document: NamedDocument,
  via: Form,
  now: string,
  rows: Map<string, RowEvidence>,
): IssueCode | undefined {
  const problem = tryTrip(kit, document, via, { now }, rows)
  const { patient } = document
  return problem === 'CNV-003' && patient !== undefined ? tryTrip(kit, document, via, { now, patient }, rows) : problem
}

function tryTrip(
  kit: Toolkit,
  { name, tree }: NamedDocument,
  via: Form,
  options: Omit<ConvertOptions, 'to'>,
  rows: Map<string, RowEvidence>,
): IssueCode | undefined {
  const recorder = new FirstRecorder()
  try {
    const { there, differences } = roundtrip({ ...kit, recorder }, tree, via, options)
    const trip: Trip = { document: name, from: there.from, via, differences: differences.length }
    for (const [row, fired] of firedIn(recorder.recorded)) note(rows, row, fired, trip, there.ledger)
    return undefined
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    return problem.issues[0]?.code ?? 'CNV-001'
  }
}

/** How often each row fired on the way there. */
function firedIn(recorded: Recorded | undefined): Map<string, number> {
  const sum = new Map<string, number>()
  for (const { account } of recorded?.stages ?? []) {
    if (!(account instanceof Witness)) continue
    for (const [row, fired] of account.fired) sum.set(row, (sum.get(row) ?? 0) + fired)
  }
  return sum
}

function note(
  rows: Map<string, RowEvidence>,
  row: string,
  fired: number,
  lastTrip: Trip,
  ledger: readonly Entry[],
): void {
  const known = rows.get(row)
  const outcomes = ledger.filter((entry) => entry.row === row).map((entry) => entry.outcome)
  const worst = [...(known?.worst === undefined ? [] : [known.worst]), ...outcomes].reduce<Outcome | undefined>(
    (one, other) => (one === undefined ? other : graver(one, other)),
    undefined,
  )
  rows.set(row, {
    fired: (known?.fired ?? 0) + fired,
    documents: [...new Set([...(known?.documents ?? []), lastTrip.document])],
    ...(worst === undefined ? {} : { worst }),
    lastTrip,
  })
}
