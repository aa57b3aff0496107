import { isDeepStrictEqual } from 'node:util'
import type { Evidence } from '../../inspect/evidence.ts'
import { storyEvidence } from '../../inspect/stories.ts'
import type { Mappings, Row } from '../../mapping/table.ts'
import { standardToolkit } from '../../toolkit.ts'
import { dataScript } from './data-script.ts'

/** The scripts of the site that are others for a user's tables, by their names. */
export function scriptsOf(mappings: Mappings): ReadonlyMap<string, string> {
  const tables = dataScript('mappings', JSON.stringify(mappings))
  return new Map([
    ['data/mappings.js', `${tables}${dataScript('overlay', 'yes')}`],
    ['data/evidence.js', dataScript('evidence', JSON.stringify(evidenceFor(mappings)))],
  ])
}

/** The stories went through the tables of this package: they show nothing of a row that a user has replaced or added. */
export function evidenceFor(mappings: Mappings): Evidence {
  const ours = rowsOf(standardToolkit().mappings)
  const theirs = rowsOf(mappings)
  const evidence = storyEvidence()
  const rows = Object.entries(evidence.rows).filter(([id]) => isDeepStrictEqual(ours.get(id), theirs.get(id)))
  return { ...evidence, rows: Object.fromEntries(rows) }
}

function rowsOf(mappings: Mappings): ReadonlyMap<string, Row> {
  return new Map(mappings.tables.flatMap((table) => table.rows.map((row) => [row.id, row])))
}
