import { canonical } from '../convert/equivalence.ts'
import { roundtrip } from '../roundtrip.ts'
import { protect, protector } from './destination.ts'
import { type ExitCode, exit, gravest } from './exit.ts'
import { inputsOf } from './inputs.ts'
import { listedOf } from './listed.ts'
import { messageOf, nameOf, stopOf } from './message.ts'
import type { RoundtripArguments } from './options.ts'
import { tripOrder } from './order.ts'
import { itemOf, type ReportItem, reportOf } from './report.ts'
import { readInput } from './read-input.ts'
import { openSession, type Session } from './session.ts'
import { complain, tellUnmatched } from './tell.ts'
import { contentOf, type Work, worksOf } from './work.ts'
import { writeFile } from './write-file.ts'

/** `kritinfo roundtrip`: there and back again, and where the input came back otherwise. */
export async function roundtripCommand(args: RoundtripArguments): Promise<ExitCode> {
  const inputs = inputsOf(args.input, undefined)
  if (args.report !== undefined) protect(args.report, protector([...inputs.paths, args.patient, args.base]))
  const session = await openSession(tripOrder(args, args.via))
  const items: ReportItem[] = []
  let code = tellUnmatched(inputs)
  for await (const work of worksOf(inputs.paths, args.format === 'ndjson')) {
    code = gravest(code, trip(work, session, items))
  }
  if (args.report !== undefined) writeFile(args.report, reportOf(items, session.kit.mappings.version))
  return code
}

/** The report has an item for the way there and one for the way back. */
function trip(work: Work, { kit, options }: Session, items: ReportItem[]): ExitCode {
  const { origin } = work
  try {
    const tree = readInput(contentOf(work))
    const { there, back, differences, identical } = roundtrip(kit, tree, options.to, options)
    items.push(itemOf(there, origin), itemOf(back, origin))
    complain(there.issues.map((one) => messageOf(one, origin)))
    const places = differences.map((path) => `  ${path}\n`).join('')
    const listed = listedOf(differences, canonical(tree.root), tree.root, there, back)
    const count = differences.length === 1 ? '1 difference' : `${differences.length} differences`
    const verdict = identical ? 'identical' : `${count}, ${listed} in records that the ledgers list`
    process.stdout.write(`${nameOf(origin)}: ${verdict}\n${places}`)
    return identical ? exit.fine : exit.loss
  } catch (problem) {
    const stop = stopOf(problem, origin)
    complain(stop.lines)
    return stop.exit
  }
}
