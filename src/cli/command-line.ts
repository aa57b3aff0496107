import yargs from 'yargs'
import { version } from '../version.ts'
import { type ExitCode, exit } from './exit.ts'
import { mappingCommands } from './mapping-command.ts'
import { standardStream, usage } from './message.ts'
import { convertOptions, roundtripOptions, validateOptions } from './options.ts'

const input = {
  type: 'string',
  array: true,
  demandOption: true,
  describe: 'Files, folders or patterns; - is standard input',
} as const

/** Reads the command line and does what it says. Throws `Stop` for a wrong one. */
export async function runCommandLine(args: readonly string[], entry: URL): Promise<ExitCode> {
  let code: ExitCode = exit.fine
  await yargs()
    .scriptName('kritinfo')
    .locale('en')
    .usage(
      '$0 <command>\n\nTranslates Norwegian critical information to and from FHIR R4 and the European Patient Summary, and validates all of them.',
    )
    .command(
      'convert <input..>',
      'Convert documents from one form to another',
      (command) => command.positional('input', input).options(convertOptions),
      async (argv) => {
        code = await (await import('./convert-command.ts')).convertCommand(argv, entry)
      },
    )
    .command(
      'validate <input..>',
      'Check documents against their profiles, and tell what is wrong and where',
      (command) => command.positional('input', input).options(validateOptions),
      async (argv) => {
        code = await (await import('./validate-command.ts')).validateCommand(argv)
      },
    )
    .command(
      'roundtrip <input..>',
      'Convert to another form and back, and tell what came back otherwise',
      (command) => command.positional('input', input).options(roundtripOptions),
      async (argv) => {
        code = await (await import('./roundtrip-command.ts')).roundtripCommand(argv)
      },
    )
    .command(
      'explain [code]',
      'Say what a code means, why, and how it is done right; without a code list all',
      (command) => command.positional('code', { type: 'string', describe: 'A code, for example DOC-015' }),
      async (argv) => {
        code = await (await import('./explain-command.ts')).explainCommand(argv.code)
      },
    )
    .command('mapping', 'Read, check and follow the mapping tables', (command) =>
      mappingCommands(command, (given) => {
        code = given
      }),
    )
    .demandCommand(1, 'Give a command: convert, validate, roundtrip, mapping or explain.')
    .strictCommands()
    .strict()
    .check(isGivenOnce)
    .parserConfiguration({ 'dot-notation': false })
    .version(version)
    .help()
    .epilogue(exitCodes)
    .wrap(100)
    .exitProcess(false)
    .fail((message, problem) => {
      // What is wrong with the call has a message and perhaps an error of yargs; a command's own errors pass through.
      throw problem === undefined || problem.name === 'YError' ? usage(message) : problem
    })
    .parseAsync(prepared(args))
  return code
}

/**
 * Two things that yargs 18 does not take among several inputs: `-`, which it loses, and `--`, after which it finds none.
 */
function prepared(args: readonly string[]): string[] {
  const end = args.indexOf('--')
  const before = end < 0 ? args : args.slice(0, end)
  const after = end < 0 ? [] : args.slice(end + 1).map((one) => (/^-./.test(one) ? `./${one}` : one))
  return [...before, ...after].map((one) => (one === '-' ? standardStream : one))
}

/**
 * Two values for one option make a list in yargs; unless it may be given several times, which was meant cannot be told.
 * `known` is what yargs knows of the options of the command, of which its types do not tell.
 */
function isGivenOnce(argv: Readonly<Record<string, unknown>>, known: unknown): true {
  const { array } = known as { readonly array: readonly string[] }
  const twice = Object.keys(argv).find((name) => name.length > 1 && !array.includes(name) && Array.isArray(argv[name]))
  if (twice !== undefined) throw usage(`--${twice} is given twice.`)
  return true
}

const exitCodes = `Exit codes: ${[
  '0 fine',
  '1 findings (validate --fail-on, --require-synthetic)',
  '2 wrong usage',
  '3 input that cannot be read or converted',
  '4 loss (--fail-on, or a round trip with differences)',
  '5 nothing matched',
  '70 a defect of kritinfo',
].join(' · ')}`
