import type { Argv } from 'yargs'
import { suggest } from '../../document/suggest.ts'
import { listRows, type RowFilter } from '../../inspect/list.ts'
import { relations } from '../../mapping/load-row.ts'
import type { Mappings } from '../../mapping/table.ts'
import { listText } from '../../report/mapping/list.ts'
import { reviewStates } from '../../terminology/review.ts'
import { type ExitCode, exit } from '../exit.ts'
import { openKit } from '../kit.ts'
import { usage } from '../message.ts'
import { tablesOf } from '../tables.ts'
import { formatOption, printJson, tableOptions, textWidth } from './options.ts'

const text = { type: 'string', requiresArg: true } as const
const options = {
  table: { ...text, describe: 'A table or code table, or an edge (ki-r4, kj-r4, r4-eps)' },
  safety: {
    ...text,
    choices: ['status', 'certainty', 'criticality', 'negation', 'agent', 'none'],
    describe: 'Rows in which a mistake could turn this meaning round',
  },
  'could-flip': {
    type: 'boolean',
    default: false,
    describe: 'Rows in which a mistake could turn any meaning round',
  },
  review: { ...text, choices: reviewStates, describe: 'Rows in this state of review' },
  relation: { ...text, choices: relations, describe: 'Rows with this relation' },
  assumes: { ...text, describe: 'Rows that rest on this assumption' },
  format: formatOption,
  ...tableOptions,
} as const

export const build = (yargs: Argv) => yargs.options(options)

/** `kritinfo mapping list`. A filter that nothing fits is no mistake, a name that is not there is one. */
export async function run(args: Awaited<ReturnType<typeof build>['argv']>): Promise<ExitCode> {
  const { mappings } = await openKit(tablesOf(args))
  const { table, assumes } = args
  if (table !== undefined) demandTable(mappings, table)
  if (assumes !== undefined)
    demand(
      'assumption',
      assumes,
      mappings.assumptions.map((one) => one.id),
    )
  const filter = { ...args, couldFlip: args['could-flip'] } as RowFilter
  const rows = listRows(mappings, filter)
  if (args.format === 'json') printJson(rows)
  else process.stdout.write(listText(rows, textWidth()))
  return exit.fine
}

function demandTable(mappings: Mappings, name: string): void {
  const tables = [...mappings.tables, ...mappings.codes].map((one) => one.id)
  if (!tables.some((one) => one.startsWith(`${name}/`))) demand('table', name, tables)
}

/** Ends with the name that was most likely meant. */
export function demand(kind: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return
  const near = suggest(name, known)
  throw usage(`There is no ${kind} "${name}".${near === undefined ? '' : ` Did you mean ${near}?`}`)
}
