import type { Argv } from 'yargs'
import { ledgerPage, pageExamples } from '../../report/ledger/page/page.tsx'
import { type ExitCode, exit } from '../exit.ts'
import { LinesTo } from '../lines-to.ts'
import { outputOf, outputOption, reportsOf, topOf, topOption, withReports } from './options.ts'
import { tallyReports } from './tally-reports.ts'

export const build = (yargs: Argv) => withReports(yargs).options({ output: outputOption, top: topOption(200) })

/** `kritinfo report html`: the numbers of reports as a page, with documents to look at. */
export async function run(args: Awaited<ReturnType<typeof build>['argv']>): Promise<ExitCode> {
  const top = topOf(args.top)
  const reports = reportsOf(args.report)
  const output = new LinesTo(outputOf(args.output, reports))
  await output.put(ledgerPage(await tallyReports(reports, pageExamples), top))
  await output.finish()
  return exit.fine
}
