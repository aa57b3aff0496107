import type { Options } from 'yargs'

/** Options that say how a command is called, and so stand on the command line alone, never in the config file. */
export const callOptions = {
  config: {
    type: 'string',
    requiresArg: true,
    describe: 'Config file; default kritinfo.config.json in the working directory, --no-config reads none',
  },
  watch: {
    type: 'boolean',
    default: false,
    describe: 'Wait for changes of what is read, and run again on what changed',
  },
} as const satisfies Record<string, Options>
