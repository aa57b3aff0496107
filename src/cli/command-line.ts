import yargs from 'yargs'
import { Parser } from 'yargs/helpers'
import { version } from '../version.ts'
import { addCommands, type Call } from './commands.ts'
import { configOf } from './config/read-config.ts'
import { type ExitCode, exit } from './exit.ts'
import { standardStream, usage } from './message.ts'
import type { Watch } from './watch/watch.ts'

/** Reads the command line and does what it says, and does it again if it shall watch. Throws `Stop` for a wrong one. */
export async function runCommandLine(args: readonly string[], entry: URL): Promise<ExitCode> {
  const given = prepared(args)
  let watch: Watch | undefined
  const run = (only?: ReadonlySet<string>) =>
    runOnce(given, {
      entry,
      only,
      async watch(watched) {
        watch ??= new (await import('./watch/watch.ts')).Watch()
        await watch.begin(watched)
      },
    })
  try {
    const code = await run()
    return watch === undefined ? code : await watch.go(run)
  } catch (problem) {
    await watch?.close()
    throw problem
  }
}

async function runOnce(given: readonly string[], call: Pick<Call, 'entry' | 'only' | 'watch'>): Promise<ExitCode> {
  let code: ExitCode = exit.fine
  const parser = yargs()
    .scriptName('kritinfo')
    .locale('en')
    .usage(
      '$0 <command>\n\nTranslates Norwegian critical information to and from FHIR R4 and the European Patient Summary, and validates all of them.',
    )
  addCommands(parser, {
    ...call,
    config: (part) => configOf(part, configArgument(given)),
    done(ended) {
      code = ended
    },
  })
  await parser
    .demandCommand(
      1,
      'Give a command: convert, validate, roundtrip, show, report, mapping, browse, generate, explain, init or completion.',
    )
    .strictCommands()
    .strict()
    .check(isGivenOnce)
    .check(hasValues)
    .check(hasFiles)
    .parserConfiguration({ 'dot-notation': false })
    .version(version)
    .help()
    .epilogue(exitCodes)
    .wrap(100)
    .exitProcess(false)
    .fail((message, problem) => {
      // What is wrong with the call has a message and perhaps an error of yargs; a command's own errors pass through.
      throw problem === undefined || problem.name === 'YError' ? usage(asGiven(message, given)) : problem
    })
    .parseAsync(given)
  return code
}

/**
 * The config has to be known before yargs reads the options that it stands in for. Who asks for help gets it whatever the
 * config; of two configs yargs tells.
 */
function configArgument(args: readonly string[]): string | false | undefined {
  const { config, help } = Parser([...args], { string: ['config'], boolean: ['help'] })
  if (help === true || config === false) return false
  if (config === '') throw usage('--config takes a file.')
  return typeof config === 'string' ? config : undefined
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
  if (twice !== undefined && [argv[twice]].flat().includes(false))
    throw usage(`--${twice} and --no-${twice} are both given.`)
  if (twice !== undefined) throw usage(`--${twice} is given twice.`)
  return true
}

/** `--no-<option>` is for switches, and for the config, which is there without being named; other options have a value. */
function hasValues(argv: Readonly<Record<string, unknown>>, known: unknown): true {
  const { string } = known as { readonly string: readonly string[] }
  const missing = string.find((name) => name !== 'config' && [argv[name]].flat().includes(false))
  if (missing !== undefined) throw usage(`--no-${missing} says nothing. Leave --${missing} out.`)
  return true
}

/** Options that name files to be read, or to be written, beside the documents. */
const read = ['assume', 'base', 'baseline', 'codes', 'config', 'mappings', 'package', 'patient', 'previous']
const written = ['expected', 'rejects']

function hasFiles(argv: Readonly<Record<string, unknown>>): true {
  const isStream = (name: string) => [argv[name]].flat().includes(standardStream)
  const [from, to] = [read.find(isStream), written.find(isStream)]
  if (from !== undefined) throw usage(`--${from} takes a file: standard input is for documents.`)
  if (to !== undefined) throw usage(`--${to} takes a file: standard output is for documents.`)
  return true
}

/** yargs takes `no-` off options that it does not know. */
function asGiven(message: string, args: readonly string[]): string {
  const [, names] = /^Unknown arguments?: (.*)$/.exec(message) ?? []
  if (names === undefined) return message
  const isNot = (name: string) => args.includes(`--no-${name}`) && !args.includes(`--${name}`)
  const shown = names.split(', ').map((name) => (isNot(name) ? `no-${name}` : name))
  return message.replace(names, shown.join(', '))
}

const exitCodes = `Exit codes: ${[
  '0 fine',
  '1 findings (validate --fail-on, --require-synthetic)',
  '2 wrong usage',
  '3 input that cannot be read or converted',
  '4 loss (--fail-on, or a round trip with differences)',
  '5 nothing matched',
  '70 a defect of kritinfo',
  '130, 141, 143 ended by Ctrl-C, by a reader of stdout that went away, by SIGTERM',
].join(' · ')}`
