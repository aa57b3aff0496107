import type { Argv } from 'yargs'
import { browseOptions } from './browse/options.ts'
import { callOptions } from './call-options.ts'
import { shells } from './completion/shells.ts'
import type { Part } from './config/members.ts'
import { configName } from './config/name.ts'
import type { Config } from './config/read-config.ts'
import type { ExitCode } from './exit.ts'
import { generateOptions } from './generate-options.ts'
import { initOptions } from './init/options.ts'
import { mappingCommands } from './mapping-command.ts'
import { usage } from './message.ts'
import { convertOptions, roundtripOptions, validateOptions } from './options.ts'
import { reportCommands } from './report-command.ts'
import { showOptions } from './show-options.ts'
import type { Watched } from './watch/watched.ts'

/** What commands are given beside their arguments, and whom they tell how they ended. */
export interface Call {
  /** The program, of which workers are made. */
  readonly entry: URL
  /** The part of the config file for a command. Throws `Stop` for a wrong file. */
  config(part: Part): Config
  /** Inputs to work on alone, by absolute paths: those that changed since the run before. */
  readonly only: ReadonlySet<string> | undefined
  /** Begins to watch what is about to be read. */
  watch(watched: Watched): Promise<void>
  done(code: ExitCode): void
}

const inputs = {
  type: 'string',
  array: true,
  describe: 'Files, folders or patterns; - is standard input',
} as const

/** Every command with its options. Completion goes through them as yargs does. */
export function addCommands(yargs: Argv, call: Call): Argv {
  addDocumentCommands(yargs, call)
  yargs.command(
    'show <input..>',
    'Show what documents say: their records by section, with status and certainty',
    (command) => command.positional('input', { ...inputs, demandOption: true }).options(showOptions),
    async (argv) => call.done(await (await import('./show-command.ts')).showCommand(argv)),
  )
  yargs.command(
    'explain [code]',
    'Say what a code means, why, and how it is done right; without a code list all',
    (command) => command.positional('code', { type: 'string', describe: 'A code, for example DOC-015' }),
    async (argv) => call.done(await (await import('./explain-command.ts')).explainCommand(argv.code)),
  )
  yargs.command(
    'generate',
    'Make invented documents, each determined by a seed and its number',
    (command) => command.options(generateOptions),
    async (argv) => call.done(await (await import('./generate-command.ts')).generateCommand(argv, call.entry)),
  )
  yargs.command(
    'init',
    'Write a config file for the documents that lie in the working directory',
    (command) => command.options(initOptions),
    async (argv) => call.done(await (await import('./init/init-command.ts')).initCommand(argv)),
  )
  yargs.command(
    'completion <shell>',
    'Print what completes commands, options and their values in a shell',
    (command) => command.positional('shell', { choices: shells, demandOption: true, describe: 'The shell' }),
    async (argv) => {
      call.done(await (await import('./completion/completion-command.ts')).completionCommand(argv.shell))
    },
  )
  yargs.command('report', 'Count and search the reports of conversions', (command) =>
    reportCommands(command, (code) => call.done(code)),
  )
  yargs.command(
    'browse',
    'Show the mappings, and records through them, as pages in a browser',
    (command) => command.options(browseOptions),
    async (argv) => call.done(await (await import('./browse/browse-command.ts')).browseCommand(argv)),
  )
  return yargs.command('mapping', 'Read, check and follow the mapping tables', (command) =>
    mappingCommands(command, (code) => call.done(code)),
  )
}

/** The commands that take documents. */
function addDocumentCommands(yargs: Argv, call: Call): void {
  let config: Config
  yargs.command(
    'convert [input..]',
    'Convert documents from one form to another',
    (command) => {
      config = call.config('convert')
      return command
        .positional('input', inputs)
        .options({ ...convertOptions, ...callOptions })
        .config(config.options)
    },
    async (argv) => {
      const { convertCommand } = await import('./convert-command.ts')
      call.done(await convertCommand(await givenTo(argv, config, call), call.entry))
    },
  )
  yargs.command(
    'validate [input..]',
    'Check documents against their profiles, and tell what is wrong and where',
    (command) => {
      config = call.config('validate')
      return command
        .positional('input', inputs)
        .options({ ...validateOptions, ...callOptions })
        .config(config.options)
    },
    async (argv) => {
      const { validateCommand } = await import('./validate-command.ts')
      call.done(await validateCommand(await givenTo(argv, config, call), call.entry))
    },
  )
  yargs.command(
    'roundtrip <input..>',
    'Convert to another form and back, and tell what came back otherwise',
    (command) => command.positional('input', { ...inputs, demandOption: true }).options(roundtripOptions),
    async (argv) => call.done(await (await import('./roundtrip-command.ts')).roundtripCommand(argv, call.entry)),
  )
}

/** The arguments with the inputs of the config, of a call that watches after it has begun to. */
async function givenTo<T extends { input: string[] | undefined; watch: boolean }>(argv: T, config: Config, call: Call) {
  const args = { ...argv, input: inputOf(argv.input, config), only: call.only }
  if (argv.watch) await call.watch((await import('./watch/watched.ts')).watchedOf(args, config.file))
  return args
}

/** The inputs of the command line, or else those of the config. */
function inputOf(given: readonly string[] | undefined, config: Config): readonly string[] {
  if (given !== undefined && given.length > 0) return given
  if (config.input.length > 0) return config.input
  throw usage(`Not enough non-option arguments: give an input, or "input" in ${config.file ?? configName}.`)
}
