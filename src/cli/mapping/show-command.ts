import type { Argv } from 'yargs'
import { suggest } from '../../form/ki/suggest.ts'
import { storyEvidence } from '../../inspect/stories.ts'
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
      describe: 'A row, table, code table, code (7497-snomed#2), assumption, criterion, container step or element',
    })
    .options(options)

/** `kritinfo mapping show`: everything that is known of one row, element, code table, assumption … */
export async function run(args: Awaited<ReturnType<typeof build>['argv']>): Promise<ExitCode> {
  const { mappings } = await openKit(tablesOf(args))
  const kit: ShowKit = { mappings, check: ownCheckKit(), evidence: storyEvidence() }
  const shown = show(args.name, kit)
  if (shown === undefined) {
    const near = suggest(args.name, shownNames(kit))
    throw usage(
      `There is no row, element, code table or assumption "${args.name}".${near === undefined ? ' kritinfo mapping list lists all rows.' : ` Did you mean ${near}?`}`,
    )
  }
  if (args.format === 'json') printJson(shown)
  else process.stdout.write(showText(shown, textWidth()))
  return exit.fine
}
