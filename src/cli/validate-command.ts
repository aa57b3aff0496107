import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Severity } from '../issue/catalogue.ts'
import type { Tree } from '../document/tree.ts'
import { issue } from '../issue/issue.ts'
import { isProfileAlias, profileAliases } from '../profile-alias.ts'
import { type Checked, type ReportOptions, reaches } from '../report/checked.ts'
import { standardValidation, type ValidationKit } from '../validate.ts'
import { baselineOf } from './baseline.ts'
import { protector } from './destination.ts'
import { type ExitCode, exit, gravest } from './exit.ts'
import { type Inputs, inputsOf } from './inputs.ts'
import type { KnownFindings } from './known-findings.ts'
import { messageOf, stopOf, usage } from './message.ts'
import type { ValidateArguments } from './options.ts'
import { givenOf } from './order.ts'
import { readInput } from './read-input.ts'
import { type Asked, askedReports, openReports, type Reports } from './reports.ts'
import { complain, tellUnmatched } from './tell.ts'
import { validateOne, type ValidateSession } from './validate-one.ts'
import { worksIn } from './stream/works-of.ts'

/** `kritinfo validate`: what is wrong with documents, told in one format or several. */
export async function validateCommand(args: ValidateArguments): Promise<ExitCode> {
  for (const name of args.profile) {
    // A canonical is a URI, so it has a colon (https://hl7.org/fhir/R4/references.html#canonical).
    if (!isProfileAlias(name) && !name.includes(':'))
      throw usage(`--profile takes a canonical or one of ${profileAliases.join(', ')}; "${name}" is neither.`)
  }
  const asked = askedReports(args.format, args.output)
  const inputs = withoutReports(inputsOf(args.input, undefined), asked, args.input)
  const session: ValidateSession = {
    kit: await kitOf(args.package),
    profiles: args.profile,
    previous: previousOf(args.previous),
  }
  const baseline = baselineOf(args.baseline)
  const isProtected = protector([...inputs.paths, args.previous, args.baseline])
  const reports = await openReports(asked, { ...optionsOf(args), many: inputs.many }, isProtected)
  const code = gravest(tellUnmatched(inputs), await run(inputs, session, baseline, reports, args['fail-on']))
  if (!args.quiet) complain(goneOf(args.baseline, baseline))
  return code
}

function previousOf(path: string | undefined): Tree | undefined {
  const given = givenOf(path)
  if (given === undefined) return undefined
  try {
    return readInput(given.bytes)
  } catch (problem) {
    throw stopOf(problem, { file: given.name })
  }
}

/** Reading packages is loaded for those who have some. */
async function kitOf(packages: readonly string[]): Promise<ValidationKit> {
  if (packages.length === 0) return standardValidation()
  return (await import('./validation-kit.ts')).kitWith(packages, (line) => complain([line]))
}

function optionsOf(args: ValidateArguments): Omit<ReportOptions, 'colour' | 'many'> {
  const { verbose, quiet, 'show-values': showValues, 'fail-on': failOn } = args
  return { verbose, quiet, showValues, failOn }
}

/** What a baseline lists and nobody needs listed any more. */
function goneOf(file: string | undefined, { gone }: KnownFindings): readonly string[] {
  return file === undefined || gone === 0 ? [] : [messageOf(issue('CLI-030', {}, { count: gone }), { file })]
}

/** A report of an earlier run that lies among the documents of a folder is not one of them, unless it is named. */
function withoutReports(inputs: Inputs, asked: readonly Asked[], given: readonly string[]): Inputs {
  const own = new Set(asked.flatMap(({ file }) => (file === undefined ? [] : resolve(file))))
  return { ...inputs, paths: inputs.paths.filter((path) => given.includes(path) || !own.has(resolve(path))) }
}

/** Reports that were begun are complete or not there. Between two documents signals and closed pipes get their turn. */
async function run(
  inputs: Inputs,
  session: ValidateSession,
  baseline: KnownFindings,
  reports: Reports,
  failOn: Severity,
): Promise<ExitCode> {
  let code: ExitCode = exit.fine
  try {
    // Standard input has no name that would say whether it has a document on each line; files have.
    for await (const work of worksIn(inputs.paths, 'either')) {
      const checked = baseline.without(validateOne(session, work))
      reports.item(checked)
      code = gravest(code, exitOf(checked, failOn))
      await setImmediate()
    }
    reports.close()
  } catch (problem) {
    reports.abandon()
    throw problem
  }
  return code
}

/** What a baseline knows does not count, not even that a document cannot be read. */
function exitOf({ readable, issues }: Checked, failOn: Severity): ExitCode {
  if (!readable && issues.length > 0) return exit.input
  return issues.some(({ severity }) => reaches(severity, failOn)) ? exit.findings : exit.fine
}
