import type { Argv } from 'yargs'
import { detectForm, forms } from '../../form/detect.ts'
import { coverage } from '../../inspect/coverage.ts'
import { type Evidence, gatherEvidence, type NamedDocument } from '../../inspect/evidence.ts'
import { coverageText, evidenceText } from '../../report/mapping/coverage.ts'
import type { Toolkit } from '../../toolkit.ts'
import { type ExitCode, exit, gravest } from '../exit.ts'
import { inputsOf } from '../inputs.ts'
import { openKit } from '../kit.ts'
import { nameOf, stopOf } from '../message.ts'
import { givenOf, nowOf } from '../order.ts'
import { readInput } from '../read-input.ts'
import { tablesOf } from '../tables.ts'
import { complain, tellUnmatched } from '../tell.ts'
import { worksIn } from '../stream/works-of.ts'
import { treeOf } from '../work.ts'
import { formatOption, printJson, tableOptions, textWidth } from './options.ts'
import { ownCheckKit } from './own-check-kit.ts'

const text = { type: 'string', requiresArg: true } as const
const options = {
  from: { ...text, choices: forms, describe: 'Only the edge of this form' },
  to: { ...text, choices: forms, describe: 'And the edge of this one' },
  corpus: {
    ...text,
    describe: 'Folder, pattern or file of documents: count how often each row fires on them, and how their trips end',
  },
  patient: { ...text, describe: 'With --corpus: demographics for summaries of documents that have none' },
  now: { ...text, describe: 'With --corpus: instant of the conversions; default the clock' },
  format: formatOption,
  ...tableOptions,
} as const

export const build = (yargs: Argv) => yargs.options(options)

type Arguments = Awaited<ReturnType<typeof build>['argv']>

/** `kritinfo mapping coverage`: what becomes of every element of each side, or what documents show of each row. */
export async function run(args: Arguments): Promise<ExitCode> {
  const kit = await openKit(tablesOf(args))
  if (args.corpus !== undefined) return runCorpus(args.corpus, kit, args)
  const sides = coverage(kit.mappings, ownCheckKit(), args)
  if (args.format === 'json') printJson(sides)
  else process.stdout.write(coverageText(sides, textWidth()))
  return exit.fine
}

async function runCorpus(corpus: string, kit: Toolkit, args: Arguments): Promise<ExitCode> {
  const inputs = inputsOf([corpus], undefined)
  const patient = args.patient === undefined ? undefined : readInput(givenOf(args.patient)?.bytes ?? '').root
  const { documents, code } = await documentsOf(inputs.paths)
  const named = documents.map((one) => (patient === undefined ? one : { ...one, patient }))
  const evidence = gatherEvidence(kit, named, nowOf(args.now))
  print(evidence, kit, args)
  return gravest(code, tellUnmatched(inputs))
}

/** What is readable and of one of the forms; what cannot be read is told, and what is of no form is passed over. */
async function documentsOf(paths: readonly string[]): Promise<{ documents: NamedDocument[]; code: ExitCode }> {
  const documents: NamedDocument[] = []
  let code: ExitCode = exit.fine
  for await (const work of worksIn(paths, 'document')) {
    try {
      const tree = treeOf(work)
      if (detectForm(tree.root) !== undefined) documents.push({ name: nameOf(work.origin), tree })
    } catch (problem) {
      const stop = stopOf(problem, work.origin)
      complain(stop.lines)
      code = gravest(code, stop.exit)
    }
  }
  return { documents, code }
}

function print(evidence: Evidence, kit: Toolkit, { format }: Arguments): void {
  const rows = kit.mappings.tables.flatMap((table) => table.rows.map((row) => row.id))
  if (format === 'json') printJson(evidence)
  else process.stdout.write(evidenceText(evidence, rows, textWidth()))
}
