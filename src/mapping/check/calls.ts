import { codecs } from '../../codec/registry.ts'
import { nearTo } from '../../document/suggest.ts'
import { structures } from '../structure.ts'
import type { Mappings, Row } from '../table.ts'
import type { Report } from './load.ts'

type Argument = 'table' | 'codes' | 'text'

/** What the arguments of the structural moves are: those that must be given, and what any further ones are. */
const moves: Readonly<
  Record<string, { readonly args: readonly Argument[]; readonly more?: Argument; readonly least?: number }>
> = {
  table: { args: ['table'] },
  reference: { args: ['table', 'text'] },
  constant: { args: ['text', 'text'] },
  codings: { args: ['table'], more: 'codes' },
  translate: { args: ['codes'], more: 'codes' },
  kind: { args: ['codes'], more: 'text' },
}

/** What rows call: a name that is known, with arguments that are there. */
export function checkCalls(mappings: Mappings, report: Report): void {
  const known = {
    codes: new Set(mappings.codes.map((one) => one.id)),
    table: new Set(mappings.tables.map((one) => one.id)),
  }
  for (const row of mappings.tables.flatMap((table) => table.rows))
    if (row.via !== undefined) checkCall(row, known, report)
}

type Known = Readonly<Record<'codes' | 'table', ReadonlySet<string>>>

function checkCall(row: Row, known: Known, report: Report): void {
  const { name, args } = row.via as NonNullable<Row['via']>
  const codec = Object.hasOwn(codecs, name) ? codecs[name] : undefined
  if (codec === undefined && !Object.hasOwn(structures, name)) {
    const words = [...Object.keys(codecs), ...Object.keys(structures)].filter((one) => one !== 'no-map')
    report('MAP-016', row, { row: row.id, name, words: words.sort().join(', ') }, 'via')
    return
  }
  const move = Object.hasOwn(moves, name) ? moves[name] : undefined
  const kinds: readonly Argument[] = codec?.args ?? move?.args ?? []
  const isCounted = codec !== undefined || move !== undefined
  const isRight = move?.more === undefined ? args.length === kinds.length : args.length >= kinds.length
  if (isCounted && !isRight) report('MAP-018', row, { row: row.id, name, count: String(kinds.length) }, 'via')
  for (const [index, id] of args.entries()) {
    const kind = kinds[index] ?? move?.more
    if (kind === 'codes' && !known.codes.has(id))
      report('MAP-017', row, { kind: 'code table', id, near: nearTo(id, known.codes) }, 'via')
    if (kind === 'table' && !known.table.has(id))
      report('MAP-017', row, { kind: 'table', id, near: nearTo(id, known.table) }, 'via')
  }
}
