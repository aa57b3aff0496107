import type { Options } from 'yargs'

/** Options of `kritinfo init`. */
export const initOptions = {
  force: { type: 'boolean', default: false, describe: 'Write over a config that is there' },
  print: { type: 'boolean', default: false, describe: 'Print the config to standard output, and write nothing' },
} as const satisfies Record<string, Options>
