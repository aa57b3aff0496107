import type { Argv } from 'yargs'
import type { ExitCode } from './exit.ts'
import { subcommandsOf } from './subcommands.ts'

/** `kritinfo mapping …`: everything about the tables themselves. `done` gets the exit code. */
export function mappingCommands(yargs: Argv, done: (code: ExitCode) => void): Argv {
  const add = subcommandsOf(yargs, done)
  add('list', 'List the rows of the tables, all or some', () => import('./mapping/list-command.ts'))
  add(
    'show <name>',
    'Show all that is known of a row, element, code table, code or assumption',
    () => import('./mapping/show-command.ts'),
  )
  add(
    'coverage',
    'Say what becomes of every element of each side, or how often each row fires on documents',
    () => import('./mapping/coverage-command.ts'),
  )
  add(
    'trace <file>',
    'Say which rows made a place of the output, or took a place of the input',
    () => import('./mapping/trace-command.ts'),
  )
  add(
    'check [folder]',
    'Hold tables against the profiles: elements, types, grids, what must be there, citations',
    () => import('./mapping/check-command.ts'),
  )
  add(
    'render',
    'Write the tables for people and other tools: Markdown, HTML, CSV, a workbook, ConceptMaps, FML',
    () => import('./mapping/render-command.ts'),
  )
  add(
    'diff <old> <new>',
    'Say what differs between two versions of tables or of a FHIR package, and which rows it touches',
    () => import('./mapping/diff-command.ts'),
  )
  return yargs.demandCommand(1, 'Give a subcommand; kritinfo mapping --help lists them.').strictCommands()
}
