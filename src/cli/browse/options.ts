import type { Options } from 'yargs'
import { tableOptions } from '../mapping/options.ts'

const text = { type: 'string', requiresArg: true } as const

/** Where the site is served unless somebody names another port: always the same, so that links that were kept still work. */
export const usualPort = 4717

/** Options of `kritinfo browse`. */
export const browseOptions = {
  port: {
    ...text,
    describe: `Port of 127.0.0.1 to serve the site on, 0 for one that is free; default ${usualPort}`,
  },
  out: { ...text, alias: 'o', describe: 'Folder to write the site to, instead of serving it' },
  lang: { ...text, choices: ['nb', 'en'], describe: 'Language of the site; default that of the browser' },
  ...tableOptions,
} as const satisfies Record<string, Options>
