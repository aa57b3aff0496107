import type { Argv } from 'yargs'
import { suggest } from '../../document/suggest.ts'
import { storyEvidence } from '../../inspect/stories.ts'
import { catalogue } from '../../issue/catalogue.ts'
import { type ShowKit, show, shownNames } from '../../inspect/show.ts'
import { showText } from '../../report/mapping/show.ts'
import { type ExitCode, exit } from '../exit.ts'
import { openKit } from '../kit.ts'
import { usage } from '../message.ts'
import { tablesOf } from '../tables.ts'
import { ownCheckKit } from './own-check-kit.ts'
import { formatOption, printJson, tableOptions, textWidth } from './options.ts'

const options = { format: formatOption, ...tableOptions } as const

export const build = (yargs: Argv) =>
  yargs
    .positional('name', {
      type: 'string',
      demandOption: true,
      describe:
        'A row, table, code table, code (7497-snomed#2), assumption, criterion, dialect, slice, container step or element',
    })
    .options(options)

/** `kritinfo mapping show`: everything that is known of one row, element, code table, assumption … */
export async function run(args: Awaited<ReturnType<typeof build>['argv']>): Promise<ExitCode> {
  const { mappings } = await openKit(tablesOf(args))
  const kit: ShowKit = { mappings, check: ownCheckKit(), evidence: storyEvidence() }
  const shown = show(args.name, kit)
  if (shown === undefined) {
    throw usage(`There is nothing called "${args.name}".${hintFor(args.name, kit)}`)
  }
  if (args.format === 'json') printJson(shown)
  else process.stdout.write(showText(shown, textWidth()))
  return exit.fine
}

/** What was most likely meant: something close, the codes of a table, or the meaning of an issue's code. */
function hintFor(name: string, kit: ShowKit): string {
  if (Object.hasOwn(catalogue, name)) return ` Codes of issues are told by: kritinfo explain ${name}.`
  const near = suggest(name, shownNames(kit))
  if (near !== undefined) return ` Did you mean ${near}?`
  const table = kit.mappings.codes.find((one) => name.startsWith(`${one.id}#`))
  if (table !== undefined) return ` kritinfo mapping show ${table.id} lists its codes.`
  return ' kritinfo mapping list lists all rows.'
}
