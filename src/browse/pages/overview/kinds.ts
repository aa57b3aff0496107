import type { Mappings, Table } from '../../../mapping/table.ts'

/** The edges, and the ways of one edge or two on which records are translated, both directions being one way. */
export const edges = ['ki-r4', 'kj-r4', 'r4-eps'] as const
export type Edge = (typeof edges)[number]
export const ways = {
  'ki-eps': ['ki-r4', 'r4-eps'],
  'kj-eps': ['kj-r4', 'r4-eps'],
  'ki-kj': ['ki-r4', 'kj-r4'],
  'ki-r4': ['ki-r4'],
  'kj-r4': ['kj-r4'],
  'r4-eps': ['r4-eps'],
} as const satisfies Readonly<Record<string, readonly Edge[]>>
export type Way = keyof typeof ways
export const usualWay: Way = 'ki-eps'

/** A line of the matrix: NHN's number of a kind, or the patient, who is in every record. */
export const subjects = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', 'patient'] as const
export type Subject = (typeof subjects)[number]

type TablesOfEdge = Readonly<Record<Edge, readonly string[]>>

const allergy: TablesOfEdge = { 'ki-r4': ['allergy'], 'kj-r4': ['allergy'], 'r4-eps': ['allergy'] }
const anaesthesia: TablesOfEdge = { 'ki-r4': ['anaesthesia'], 'kj-r4': ['condition'], 'r4-eps': ['condition'] }
const condition: TablesOfEdge = { 'ki-r4': ['condition'], 'kj-r4': ['condition'], 'r4-eps': ['condition'] }
const consent: TablesOfEdge = { 'ki-r4': ['consent'], 'kj-r4': ['consent'], 'r4-eps': ['consent'] }
const flag: TablesOfEdge = { 'ki-r4': ['flag'], 'kj-r4': ['flag'], 'r4-eps': ['flag'] }
const procedure: TablesOfEdge = { 'ki-r4': ['procedure'], 'kj-r4': ['procedure'], 'r4-eps': ['procedure'] }
/** A device in use, and a Condition for what is transplanted. */
const implant: TablesOfEdge = {
  'ki-r4': ['device-use', 'device', 'condition'],
  'kj-r4': ['device-use', 'device', 'condition'],
  'r4-eps': ['device-use', 'device', 'condition'],
}
const patient: TablesOfEdge = { 'ki-r4': ['pasient', 'innsyn'], 'kj-r4': [], 'r4-eps': ['patient'] }

/** The tables that records of a kind begin with. */
const tablesOfSubject: Readonly<Record<Subject, TablesOfEdge>> = {
  '1': allergy,
  '2': allergy,
  '3': anaesthesia,
  '4': anaesthesia,
  '5': condition,
  '6': procedure,
  '7': implant,
  '8': consent,
  '9': flag,
  '10': condition,
  '11': consent,
  patient,
}

/** The tables that map records of a kind on an edge: those they begin with, and all that these include or call. */
export function tablesFor(subject: Subject, edge: Edge, mappings: Mappings): Table[] {
  const byId = new Map(mappings.tables.map((table) => [table.id, table]))
  const found = new Set<Table>()
  const add = (id: string): void => {
    const table = byId.get(id)
    if (table === undefined || found.has(table)) return
    found.add(table)
    for (const next of nextOf(table)) add(next)
  }
  for (const name of tablesOfSubject[subject][edge]) add(`${edge}/${name}`)
  return [...found]
}

const calling: readonly string[] = ['table', 'reference', 'codings']

function nextOf({ include, rows }: Table): string[] {
  const called = rows.flatMap(({ via }) =>
    via !== undefined && calling.includes(via.name) ? via.args.slice(0, 1) : [],
  )
  return [...include, ...called]
}
