import type { Argv } from 'yargs'
import { summaryOf } from '../../report/ledger/summary.ts'
import { summaryText } from '../../report/ledger/summary-text.ts'
import { type ExitCode, exit } from '../exit.ts'
import { formatOption } from '../mapping/options.ts'
import { LinesTo } from '../lines-to.ts'
import { outputOf, outputOption, reportsOf, topOf, topOption, withReports } from './options.ts'
import { tallyReports } from './tally-reports.ts'

export const build = (yargs: Argv) =>
  withReports(yargs).options({ format: formatOption, output: outputOption, top: topOption(20) })

/** `kritinfo report summary`: the numbers of reports. */
export async function run(args: Awaited<ReturnType<typeof build>['argv']>): Promise<ExitCode> {
  const top = topOf(args.top)
  const reports = reportsOf(args.report)
  const output = new LinesTo(outputOf(args.output, reports))
  const summary = summaryOf(await tallyReports(reports, 0), top)
  await output.put(args.format === 'json' ? `${JSON.stringify(summary, undefined, 2)}\n` : summaryText(summary))
  await output.finish()
  return exit.fine
}
