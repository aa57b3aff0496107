import type { Argv } from 'yargs'
import { type Conditions, filterOf } from '../../report/ledger/filter.ts'
import { type LedgerItem, type LedgerPart, ledgerWords } from '../../report/ledger/item.ts'
import { issue } from '../../issue/issue.ts'
import { type ExitCode, exit } from '../exit.ts'
import { matcherOf } from '../glob.ts'
import { LinesTo } from '../lines-to.ts'
import { messageOf } from '../message.ts'
import { complain } from '../tell.ts'
import { outputOf, outputOption, reportsOf, withReports } from './options.ts'
import { reportParts } from './read-report.ts'

const several = { type: 'string', array: true, nargs: 1, default: [] as string[] } as const

const options = {
  grade: { ...several, choices: ledgerWords.grade, describe: 'Entries of a grade' },
  safety: { ...several, choices: ledgerWords.safety, describe: 'Entries of a safety class' },
  outcome: { ...several, choices: ledgerWords.outcome, describe: 'Entries with an outcome' },
  row: { ...several, describe: 'Entries of a row, by name or by pattern, for example "allergy.*"' },
  code: { ...several, describe: 'Issues with a code' },
  input: { ...several, describe: 'Documents by name, or by pattern, with or without their lines' },
  'not-written': { type: 'boolean', default: false, describe: 'Documents of which no output was written' },
  whole: { type: 'boolean', default: false, describe: 'Keep all entries and issues of the documents found' },
  ids: { type: 'boolean', default: false, describe: 'Write the names of the documents and nothing else' },
  output: outputOption,
} as const

export const build = (yargs: Argv) => withReports(yargs).options(options)
type Arguments = Awaited<ReturnType<typeof build>['argv']>

/** `kritinfo report filter`: the documents that something is true of, as a report again. Exit code 5 if there is none. */
export async function run(args: Arguments): Promise<ExitCode> {
  const reports = reportsOf(args.report)
  const output = new LinesTo(outputOf(args.output, reports))
  const filter = filterOf(conditionsOf(args))
  const write = args.ids ? nameOf : (item: LedgerItem) => `${JSON.stringify(item)}\n`
  let found = 0
  try {
    for (const path of reports) found += await pick(path, output, filter, { write, heads: !args.ids })
    await output.finish()
  } catch (problem) {
    output.abandon()
    throw problem
  }
  if (found > 0) return exit.fine
  complain([messageOf(issue('RPT-004'), { file: 'kritinfo' })])
  return exit.nothing
}

interface Writing {
  write(item: LedgerItem): string
  /** Whether the word on who made a report is kept: without it, what is written is no report. */
  readonly heads: boolean
}

async function pick(
  path: string,
  output: LinesTo,
  filter: ReturnType<typeof filterOf>,
  { write, heads }: Writing,
): Promise<number> {
  let found = 0
  const take = (part: LedgerPart): string => {
    if (part.kind === 'tool') return heads ? `${JSON.stringify(part.value)}\n` : ''
    const item = filter(part.item)
    if (item === undefined) return ''
    found++
    return write(item)
  }
  for await (const parts of reportParts(path)) for (const part of parts) await output.put(take(part))
  return found
}

function conditionsOf(args: Arguments): Conditions {
  const { grade, safety, outcome, code, whole, row, input } = args
  return {
    grade,
    safety,
    outcome,
    code: code.map((one) => one.toUpperCase()),
    row: row.map(matcherOf),
    input: input.map(documentTest),
    notWritten: args['not-written'],
    whole,
  }
}

/** A file stands for the documents of all its lines, which are named `<file>:<line>`. */
function documentTest(pattern: string): (name: string) => boolean {
  const isIt = matcherOf(pattern)
  return (name) => isIt(name) || isIt(name.replace(/:\d+$/, ''))
}

/** Names of files may hold line breaks. */
function nameOf({ input }: LedgerItem): string {
  return `${input.replace(/[\r\n]+/g, ' ')}\n`
}
