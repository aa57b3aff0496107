import type { Argv } from 'yargs'
import type { ExitCode } from './exit.ts'
import { subcommandsOf } from './subcommands.ts'

/** `kritinfo report …`: what the reports of conversions say. `done` gets the exit code. */
export function reportCommands(yargs: Argv, done: (code: ExitCode) => void): Argv {
  const add = subcommandsOf(yargs, done)
  add(
    'summary <report..>',
    'Count documents, leaves and entries: by outcome, grade and safety class, by row and by code',
    () => import('./report/summary-command.ts'),
  )
  add(
    'filter <report..>',
    'Find the documents that an entry, an issue or a name is asked for of; conditions of one kind are alternatives',
    () => import('./report/filter-command.ts'),
  )
  add(
    'html <report..>',
    'Write the numbers as a page, with documents to look at for each row and code',
    () => import('./report/html-command.ts'),
  )
  return yargs.demandCommand(1, 'Give a subcommand; kritinfo report --help lists them.').strictCommands()
}
