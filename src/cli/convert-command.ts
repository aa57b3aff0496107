import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { convertOne, type Result } from './convert-one.ts'
import { type Destination, destinationOf, protect, protector } from './destination.ts'
import { xmlDialect } from '../form/dialect/sfm-xml-shape.ts'
import { type ExitCode, gravest } from './exit.ts'
import { type Inputs, inputsOf, isNdjson } from './inputs.ts'
import { standardStream, usage } from './message.ts'
import type { ConvertArguments } from './options.ts'
import { type Format, givenOf, nowOf, type Order } from './order.ts'
import { inWorkers } from './pool.ts'
import { type ReportItem, reportOf } from './report.ts'
import { openSession, type Session } from './session.ts'
import { tablesOf } from './tables.ts'
import { complain, tellUnmatched } from './tell.ts'
import { type Work, worksOf } from './work.ts'
import { writeFile } from './write-file.ts'

/** `kritinfo convert`. `entry` is the program, of which workers are made. */
export async function convertCommand(args: ConvertArguments, entry: URL): Promise<ExitCode> {
  if (args.output === standardStream) return convertCommand({ ...args, output: undefined }, entry)
  if (!Number.isInteger(args.jobs) || args.jobs < 1 || args.jobs > 64)
    throw usage('--jobs takes a number from 1 to 64.')
  const inputs = inputsOf(args.input, args.output)
  const order = orderOf(args, formatOf(args, inputs))
  const { destination, writeReport } = outputsOf(args, inputs, order)
  const session = await openSession(order)
  const works = worksOf(inputs.paths, args.format === 'ndjson')
  const results = args.jobs === 1 ? inProcess(works, session) : inWorkers(works, order, args.jobs, entry)
  const items: ReportItem[] = []
  let code = tellUnmatched(inputs)
  try {
    for await (const result of results) {
      items.push(result.item)
      code = gravest(code, tell(result, destination, args.quiet))
    }
    destination.close()
  } catch (problem) {
    destination.abandon()
    throw problem
  }
  writeReport?.(reportOf(items, session.kit.mappings.version))
  return code
}

/** One dialect is XML of its own and nothing else. */
function formatOf({ format, output, dialect }: ConvertArguments, { many, paths }: Inputs): Format {
  if (dialect === xmlDialect) {
    if (format === undefined || format === 'xml') return 'xml'
    throw usage(`The dialect ${xmlDialect} is XML. Leave --format out.`)
  }
  if (output === undefined && many && format !== 'xml') return 'ndjson'
  return format ?? (paths.length > 0 && paths.every(isNdjson) ? 'ndjson' : 'json')
}

function orderOf(args: ConvertArguments, format: Format): Order {
  return {
    to: args.to,
    from: args.from,
    format,
    now: nowOf(args.now),
    carry: args.carry,
    refuted: args.refuted,
    import: args.import,
    dialect: args.dialect,
    alerts: args.alerts,
    failOn: args['fail-on'],
    requireSynthetic: args['require-synthetic'],
    validate: args.validate,
    patient: givenOf(args.patient),
    base: givenOf(args.base),
    mappings: tablesOf(args),
  }
}

/** Everything that could be overwritten by mistake is looked at before the first output is written. */
function outputsOf(args: ConvertArguments, { paths, many }: Inputs, { to, format, mappings }: Order) {
  const tables = mappings?.files.map(({ name }) => name) ?? []
  const isProtected = protector([...paths, ...tables, args.patient, args.base])
  const { output, report } = args
  const destination = destinationOf({ output, format, to, many, paths, isProtected })
  if (report === undefined) return { destination, writeReport: undefined }
  protect(report, (path) => isProtected(path) || (output !== undefined && resolve(path) === resolve(output)))
  return { destination, writeReport: (text: string) => writeFile(report, text) }
}

/** Between two documents signals and closed pipes get their turn. */
async function* inProcess(works: AsyncIterable<Work>, session: Session): AsyncGenerator<Result> {
  let first = true
  for await (const work of works) {
    if (!first) await setImmediate()
    first = false
    yield await convertOne(session, work)
  }
}

/** A place that cannot be written to ends the run: the next output would fare no better. */
function tell(result: Result, destination: Destination, quiet: boolean): ExitCode {
  complain(result.messages)
  if (result.text !== undefined) destination.put(result.text, result.origin)
  if (!quiet && result.summary !== undefined) complain([result.summary])
  return result.exit
}
