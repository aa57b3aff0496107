import yargs from 'yargs'
import { version } from '../version.ts'
import { type ExitCode, exit } from './exit.ts'
import { usage } from './message.ts'
import { convertOptions, roundtripOptions } from './options.ts'

const input = { type: 'string', array: true, demandOption: true, describe: 'Files, folders or patterns; - is standard input' } as const

/** Reads the command line and does what it says. Throws `Stop` for a wrong one. */
export async function runCommandLine(args: readonly string[], entry: URL): Promise<ExitCode> {
  let code: ExitCode = exit.fine
  await yargs()
    .scriptName('kritinfo')
    .locale('en')
    .usage('$0 <command>\n\nTranslates Norwegian critical information to and from FHIR R4 and the European Patient Summary.')
    .command(
      'convert <input..>',
      'Convert documents from one form to another',
      (command) => command.positional('input', input).options(convertOptions),
      async (argv) => {
        code = await (await import('./convert-command.ts')).convertCommand(argv, entry)
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
    .demandCommand(1, 1, 'Give a command: convert or roundtrip.')
    .strict()
    .parserConfiguration({ 'duplicate-arguments-array': false, 'dot-notation': false })
    .version(version)
    .help()
    .epilogue(exitCodes)
    .wrap(100)
    .exitProcess(false)
    .fail((message, problem) => {
      throw problem ?? usage(message)
    })
    .parseAsync([...args])
  return code
}

const exitCodes = `Exit codes: ${[
  '0 fine',
  '1 findings (--require-synthetic)',
  '2 wrong usage',
  '3 input that cannot be read or converted',
  '4 loss (--fail-on, or a round trip with differences)',
  '5 nothing matched',
  '70 a defect of kritinfo',
].join(' · ')}`
