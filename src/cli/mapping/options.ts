import type { Options } from 'yargs'

const text = { type: 'string', requiresArg: true } as const

/** Options of every subcommand of `kritinfo mapping`. */
export const tableOptions = {
  mappings: { ...text, describe: 'Folder of mapping tables (*.yaml) to lay over those of this program' },
  codes: {
    type: 'string',
    array: true,
    nargs: 1,
    default: [] as string[],
    describe: 'Code table (*.yaml) to lay over those of this program, or to add to them',
  },
  assume: { ...text, describe: 'File with other values for the assumptions of the tables' },
} as const satisfies Record<string, Options>

/** The format of what only people and programs read. */
export const formatOption = {
  ...text,
  alias: 'f',
  choices: ['text', 'json'],
  default: 'text',
  describe: 'Format of the output',
} as const satisfies Options

/** How wide a text may be: the terminal's columns, or a width that fits into most files. */
export function textWidth(): number {
  return process.stdout.columns ?? 140
}

/** Data for programs, as it is. */
export function printJson(data: unknown): void {
  process.stdout.write(`${JSON.stringify(data, null, 2)}\n`)
}
