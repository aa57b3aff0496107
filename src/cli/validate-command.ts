import type { Severity } from '../issue/catalogue.ts'
import { issue } from '../issue/issue.ts'
import { isProfileAlias, profileAliases } from '../profile-alias.ts'
import { type Checked, type ReportOptions, reaches } from '../report/checked.ts'
import { baselineOf } from './baseline.ts'
import { checkedOf, type PlainChecked } from './checked-plain.ts'
import { protector } from './destination.ts'
import { type ExitCode, exit, gravest } from './exit.ts'
import { among, inputsOf, withoutOwn } from './inputs.ts'
import type { KnownFindings } from './known-findings.ts'
import { messageOf, usage } from './message.ts'
import type { ValidateArguments } from './options.ts'
import { givenOf } from './order.ts'
import { type Asked, askedReports, openReports, type Reports } from './reports.ts'
import { beginning } from './stream/batch.ts'
import { checkers, type Crew, demandJobs } from './stream/crew.ts'
import { results } from './stream/in-order.ts'
import { complain, tellUnmatched } from './tell.ts'
import { batchesOf } from './stream/source.ts'
import type { CheckOrder } from './validate-session.ts'

/** `kritinfo validate`: what is wrong with documents, told in one format or several. */
export async function validateCommand(args: ValidateArguments, entry: URL): Promise<ExitCode> {
  demandJobs(args.jobs)
  for (const name of args.profile) {
    // A canonical is a URI, so it has a colon (https://hl7.org/fhir/R4/references.html#canonical).
    if (!isProfileAlias(name) && !name.includes(':'))
      throw usage(`--profile takes a canonical or one of ${profileAliases.join(', ')}; "${name}" is neither.`)
  }
  const asked = askedReports(args.format, args.output)
  const files = asked.map(({ file }) => file)
  const inputs = withoutOwn(inputsOf(args.input, undefined), files, args.input)
  // A report in a file is on all documents, and on the screen on those that changed.
  const isWhole = args.only === undefined || files.some((file) => file !== undefined)
  const paths = isWhole ? inputs.paths : among(inputs.paths, args.only)
  const crew = await checkers(orderOf(args, asked), args.jobs, entry)
  const baseline = baselineOf(args.baseline)
  const isProtected = protector([...inputs.paths, args.previous, args.baseline])
  const reports = await openReports(asked, { ...optionsOf(args), many: inputs.many }, isProtected)
  const code = gravest(tellUnmatched(inputs), await run(paths, crew, baseline, reports, args['fail-on']))
  if (!args.quiet && isWhole) complain(goneOf(args.baseline, baseline))
  return code
}

/** Lines of documents are only cut for reports that show them. */
function orderOf(args: ValidateArguments, asked: readonly Asked[]): CheckOrder {
  const hasLines = asked.some(({ format }) => format === 'text')
  return { packages: args.package, profiles: args.profile, previous: givenOf(args.previous), hasLines }
}

function optionsOf(args: ValidateArguments): Omit<ReportOptions, 'colour' | 'many'> {
  const { verbose, quiet, 'show-values': showValues, 'fail-on': failOn } = args
  return { command: 'kritinfo validate', verbose, quiet, showValues, failOn }
}

/** What a baseline lists and nobody needs listed any more. */
function goneOf(file: string | undefined, { gone }: KnownFindings): readonly string[] {
  return file === undefined || gone === 0 ? [] : [messageOf(issue('CLI-030', {}, { count: gone }), { file })]
}

/** Reports that were begun are complete or not there. Between two batches signals and closed pipes get their turn. */
async function run(
  paths: readonly string[],
  crew: Crew<PlainChecked[]>,
  baseline: KnownFindings,
  reports: Reports,
  failOn: Severity,
): Promise<ExitCode> {
  let code: ExitCode = exit.fine
  try {
    // Standard input has no name that would say whether it has a document on each line; files have.
    const batches = batchesOf(paths, { standardInput: 'either', from: beginning })
    for await (const list of results(batches, crew)) {
      for (const found of list) {
        const checked = baseline.without(checkedOf(found))
        reports.item(checked)
        code = gravest(code, exitOf(checked, failOn))
      }
    }
    reports.close()
  } catch (problem) {
    reports.abandon()
    throw problem
  } finally {
    await crew.end()
  }
  return code
}

function exitOf({ readable, issues }: Checked, failOn: Severity): ExitCode {
  if (!readable && issues.length > 0) return exit.input
  return issues.some(({ severity }) => reaches(severity, failOn)) ? exit.findings : exit.fine
}
