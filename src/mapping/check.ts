import { codecs } from '../codec/registry.ts'
import { type Issue, issue } from '../issue/issue.ts'
import type { Source } from '../terminology/code-table.ts'
import { structures } from './structure.ts'
import type { Mappings, Row } from './table.ts'

/**
 * What can be wrong in tables that read well one by one: names that lead nowhere, rows stated twice, grids with two
 * preferred cases for one target. Every problem with its file and line.
 */
export function checkMappings(mappings: Mappings): Issue[] {
  const issues: Issue[] = []
  const report = (code: Parameters<typeof issue>[0], source: Source, params: Record<string, string>) => {
    issues.push(issue(code, { path: source.file, line: source.line }, params))
  }
  checkUnique(mappings, report)
  for (const table of mappings.tables) {
    for (const id of table.include) {
      if (!mappings.tables.some((one) => one.id === id)) report('MAP-017', table.source, { kind: 'table', id })
    }
    for (const row of table.rows) checkRow(mappings, row, report)
  }
  for (const codes of mappings.codes) {
    for (const row of codes.rows) checkAssumptions(mappings, row.assumes, row.source, report)
  }
  return issues
}

type Report = (code: Parameters<typeof issue>[0], source: Source, params: Record<string, string>) => void

function checkUnique(mappings: Mappings, report: Report): void {
  const lists: readonly (readonly { readonly id: string; readonly source: Source }[])[] = [
    mappings.tables.flatMap((table) => table.rows),
    mappings.slices,
    mappings.assumptions,
  ]
  for (const list of lists) {
    const seen = new Set<string>()
    for (const { id, source } of list) {
      if (seen.has(id)) report('MAP-007', source, { id })
      seen.add(id)
    }
  }
}

function checkRow(mappings: Mappings, row: Row, report: Report): void {
  checkAssumptions(mappings, row.assumes, row.source, report)
  for (const element of [...row.left, ...row.right]) {
    for (const step of element.steps) {
      const id = `${step.key}:${step.slice}`
      if (step.slice !== undefined && !mappings.slices.some((one) => one.id === id))
        report('MAP-017', row.source, { kind: 'slice', id })
    }
  }
  if (row.via !== undefined) checkCall(mappings, row, row.via.name, row.via.args, report)
  for (const side of ['left', 'right'] as const) checkPreferred(row, side, report)
}

function checkAssumptions(mappings: Mappings, ids: readonly string[], source: Source, report: Report): void {
  for (const id of ids) {
    if (!mappings.assumptions.some((one) => one.id === id)) report('MAP-017', source, { kind: 'assumption', id })
  }
}

/** Which arguments of the structural moves name tables; the rest are texts. */
const tableArguments: Readonly<Record<string, readonly ('table' | 'codes')[]>> = {
  table: ['table'],
  reference: ['table'],
  codings: ['table', 'codes', 'codes', 'codes'],
  translate: ['codes', 'codes', 'codes'],
  kind: ['codes'],
}

function checkCall(mappings: Mappings, row: Row, name: string, args: readonly string[], report: Report): void {
  const codec = Object.hasOwn(codecs, name) ? codecs[name] : undefined
  if (codec === undefined && !Object.hasOwn(structures, name)) {
    const known = [...Object.keys(codecs), ...Object.keys(structures)].filter((one) => one !== 'no-map')
    report('MAP-016', row.source, { row: row.id, name, words: known.sort().join(', ') })
    return
  }
  if (codec !== undefined && codec.args.length !== args.length) {
    report('MAP-018', row.source, { row: row.id, name, count: String(codec.args.length) })
  }
  const kinds = codec?.args ?? tableArguments[name] ?? []
  for (const [index, id] of args.entries()) {
    const kind = kinds[index]
    if (kind === 'codes' && !mappings.codes.some((one) => one.id === id))
      report('MAP-017', row.source, { kind: 'code table', id })
    if (kind === 'table' && !mappings.tables.some((one) => one.id === id))
      report('MAP-017', row.source, { kind: 'table', id })
  }
}

/** Of the two-way cases, no two may say the same on one side: which of them is meant on the way back would be chance. */
function checkPreferred(row: Row, side: 'left' | 'right', report: Report): void {
  const seen = new Set<string>()
  for (const one of row.cases ?? []) {
    if (one.only !== undefined) continue
    const tuple = JSON.stringify(one[side])
    if (seen.has(tuple)) report('MAP-019', row.source, { row: row.id, side })
    seen.add(tuple)
  }
}
