import type { Argv } from 'yargs'
import { detectForm, forms } from '../../form/detect.ts'
import { KritinfoError } from '../../issue/issue.ts'
import { traceText } from '../../report/mapping/trace.ts'
import { type Trace, trace } from '../../trace.ts'
import { type ExitCode, exit } from '../exit.ts'
import { readStdin } from '../files.ts'
import { standardStream, stopOf, usage } from '../message.ts'
import { shared } from '../options.ts'
import { tripOrder } from '../order.ts'
import { readInput } from '../read-input.ts'
import { openSession } from '../session.ts'
import { standardLimits } from '../../document/limits.ts'
import type { Tree } from '../../document/tree.ts'
import { formatOption, printJson, textWidth } from './options.ts'
import { contentOf } from '../work.ts'

const text = { type: 'string', requiresArg: true } as const
const { report: _, ...converting } = shared
const options = {
  at: {
    ...text,
    demandOption: true,
    describe: 'A place of the input or the output, as ledgers print it, or AllergyIntolerance[0].criticality',
  },
  to: { ...text, choices: forms, describe: 'Form to convert to; default r4, and ki for what is r4 already' },
  side: { ...text, choices: ['input', 'output'], describe: 'Look for the place there only; default both' },
  format: formatOption,
  ...converting,
} as const

export const build = (yargs: Argv) =>
  yargs
    .positional('file', { type: 'string', demandOption: true, describe: 'The document; - is standard input' })
    .options(options)

type Arguments = Awaited<ReturnType<typeof build>['argv']>

/** `kritinfo mapping trace`. A place that is in neither document is a wrong call. */
export async function run(args: Arguments): Promise<ExitCode> {
  const input = await treeOf(args.file)
  const { kit, options: settings } = await openSession(tripOrder(args, args.to ?? defaultTarget(input)))
  const found = traced(() => trace(kit, input, { ...settings, at: args.at, ...sideOf(args) }), args.file)
  if (found.input.length + found.output.length === 0)
    throw usage(`There is nothing at ${args.at}, neither in the input (${found.from}) nor in the output (${found.to}).`)
  if (args.format === 'json') printJson(found)
  else process.stdout.write(traceText(found, textWidth()))
  return exit.fine
}

function sideOf({ side }: Arguments): { side?: 'input' | 'output' } {
  return side === undefined ? {} : { side }
}

async function treeOf(file: string): Promise<Tree> {
  try {
    const isStream = file === standardStream
    const content = isStream ? await readStdin(standardLimits.bytes) : { path: file }
    return readInput(contentOf({ origin: { file }, content }))
  } catch (problem) {
    throw stopOf(problem, { file })
  }
}

/** What is wrong with the place is wrong with the call; what is wrong with the document has its file. */
function traced(run: () => Trace, file: string): Trace {
  try {
    return run()
  } catch (problem) {
    if (problem instanceof KritinfoError && problem.issues[0]?.code === 'DOC-060')
      throw usage('--at takes a place as ledgers print it, for example Bundle.entry[1].resource.criticality.')
    throw stopOf(problem, { file })
  }
}

function defaultTarget({ root }: Tree): 'r4' | 'ki' {
  return detectForm(root) === 'r4' ? 'ki' : 'r4'
}
