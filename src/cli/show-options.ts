import type { InferredOptionTypes, Options } from 'yargs'
import { formatOption, tableOptions } from './mapping/options.ts'

/** Options of `kritinfo show`. */
export const showOptions = {
  format: formatOption,
  lang: {
    type: 'string',
    requiresArg: true,
    choices: ['nb', 'en'],
    default: 'en',
    describe: 'Language of the words around what the document says',
  },
  patient: {
    type: 'boolean',
    default: true,
    describe: 'Show who it is about; --no-patient hides name, birth date and numbers',
  },
  ...tableOptions,
} as const satisfies Record<string, Options>

export type ShowArguments = InferredOptionTypes<typeof showOptions> & { readonly input: readonly string[] }
