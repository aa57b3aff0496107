import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { xmlDialect } from '../form/dialect/sfm-xml-shape.ts'
import { isDevice } from './files.ts'
import { destinationOf, isFolderName, protect, protector } from './destination.ts'
import { type ExitCode, gravest } from './exit.ts'
import { among, type Inputs, inputsOf, isNdjson, withoutOwn } from './inputs.ts'
import { hasLines, looking } from './looked.ts'
import { standardStream, usage } from './message.ts'
import type { ConvertArguments } from './options.ts'
import { type Format, givenOf, nowOf, type Order } from './order.ts'
import { frameOf } from './report.ts'
import { converters, demandJobs } from './stream/crew.ts'
import { type Delivery, fewFiles } from './stream/delivery.ts'
import { firstMark, Journal, type Mark } from './stream/journal.ts'
import { isPacked } from './stream/open-bytes.ts'
import { type Names, Outlet, type Places } from './stream/outlet.ts'
import { finishPart, removePart } from './stream/part-file.ts'
import { fingerprintOf, markIn, resumed } from './stream/resume.ts'
import { exitOf } from './stream/run-tally.ts'
import { type Run, run } from './stream/run.ts'
import { tablesOf } from './tables.ts'
import { tellUnmatched } from './tell.ts'
import { placeOf } from './write-file.ts'

/** `kritinfo convert`. `entry` is the program, beside which its workers lie. */
export async function convertCommand(args: ConvertArguments, entry: URL): Promise<ExitCode> {
  if (args.output === standardStream) return convertCommand({ ...args, output: undefined }, entry)
  demandSense(args)
  const own = [args.output, args.rejects, args.report]
  const named = withoutOwn(inputsOf(args.input, args.output), own, args.input)
  const inputs = saysLines(args) ? named : await looking(named)
  const format = formatOf(args, inputs)
  demandName(args, inputs, format)
  const delivery = deliveryOf(args, inputs, format)
  const journal = journalOf(args, delivery)
  const before = markIn(journal)
  const order = orderOf(args, format, args.resume ? before?.now : undefined)
  const crew = await converters({ kind: 'convert', order, delivery }, args.jobs, entry)
  try {
    const places = placesOf(args, inputs, order, delivery, crew.mappings)
    const call = { now: args.now, order, mappings: crew.mappings, delivery, names: places.names }
    // Only a journal keeps it, and every input is looked at for it.
    const fingerprint = journal === undefined ? '' : fingerprintOf(call, inputs.paths)
    const from = args.resume ? resumed(before, fingerprint, places.names, args.quiet) : undefined
    if (from?.isComplete === true) return completed(places.names, journal, from)
    const signature = { fingerprint, now: order.now }
    const kept = journal?.claim(firstMark(signature, from)) === true ? journal : undefined
    const tally = await run({
      crew,
      // A file that takes what becomes of all documents is written anew with all.
      paths: Object.keys(places.names).length > 0 ? inputs.paths : among(inputs.paths, args.only),
      source: sourceOf(args, inputs),
      delivery,
      outlet: new Outlet(places, kept, from),
      from,
      signature,
      quiet: args.quiet,
    })
    return gravest(tellUnmatched(inputs), exitOf(tally))
  } finally {
    await crew.end()
  }
}

/** A run that was interrupted while its files were given their names. */
function completed(names: Names, journal: Journal | undefined, { sizes, tally }: Mark): ExitCode {
  for (const [role, name] of Object.entries(names)) {
    if (role === 'output' && sizes[role] === 0) removePart(name)
    else finishPart(name)
  }
  journal?.remove()
  return exitOf(tally)
}

/** Options that do not go together. */
function demandSense(args: ConvertArguments): void {
  const { jobs, envelope, output, rejects, report, resume, format } = args
  demandJobs(jobs)
  if (envelope && [output, rejects, report].some((path) => path !== undefined))
    throw usage('--envelope puts everything on standard output: leave --output, --rejects and --report out.')
  if (envelope && format !== undefined && format !== 'ndjson') throw usage('--envelope is NDJSON: leave --format out.')
  if (format === 'ndjson' && output !== undefined && isFolderName(output))
    throw usage('NDJSON goes to one file: give --output a name such as all.ndjson.')
  if (report !== undefined && isPacked(report) && !isNdjson(report))
    throw usage('A packed report has one document a line: name it *.ndjson.gz.')
  if (!resume) return
  if (output === undefined) throw usage('--resume continues what is written to a file or folder: give --output.')
  if (args.input.includes(standardStream)) throw usage('--resume cannot read standard input again: give a file.')
}

/** A name with an ending says what a file holds: of what says otherwise, nobody knows what was meant. */
function demandName({ output, format: asked }: ConvertArguments, { many }: Inputs, format: Format): void {
  if (output === undefined || isFolderName(output) || isDevice(output)) return
  const isOfOne = /\.(?:json|xml)(?:\.gz)?$/i.test(output)
  if (many && isOfOne && (format !== 'ndjson' || asked === undefined))
    throw usage(
      `Of several documents no ${output} is made: name a file with a line for each (-o <name>.ndjson), or a folder (-o <name>/).`,
    )
  if (isNdjson(output) && format !== 'ndjson')
    throw usage(
      `${output} is a name for NDJSON, and --format says ${format}. Leave --format out, or give another name.`,
    )
}

/** One dialect is XML of its own and nothing else. */
function formatOf({ format, output, dialect, envelope }: ConvertArguments, inputs: Inputs): Format {
  const { many, paths } = inputs
  if (dialect === xmlDialect) {
    if (envelope) throw usage(`The dialect ${xmlDialect} is XML, which --envelope cannot hold.`)
    if (format === undefined || format === 'xml') return 'xml'
    throw usage(`The dialect ${xmlDialect} is XML. Leave --format out.`)
  }
  if (envelope || (output === undefined && many && format !== 'xml')) return 'ndjson'
  if (format !== undefined) return format
  if (output !== undefined && isFolderName(output)) return 'json'
  if (output !== undefined && !many && isXmlName(output)) return 'xml'
  const isOfLines = output !== undefined && isNdjson(output)
  return isOfLines || (paths.length > 0 && paths.every((path) => hasLines(path, inputs))) ? 'ndjson' : 'json'
}

function isXmlName(path: string): boolean {
  return /\.xml(?:\.gz)?$/i.test(path)
}

function deliveryOf(args: ConvertArguments, inputs: Inputs, format: Format): Delivery {
  const { output, rejects, report, envelope } = args
  const { paths } = inputs
  const isOfLines = paths.some((path) => hasLines(path, inputs)) || (envelope && paths.includes(standardStream))
  const reportForm = envelope || (report !== undefined && isNdjson(report)) ? 'lines' : 'members'
  const isBulk = isOfLines || args.format === 'ndjson' || paths.length > fewFiles
  return {
    outputs: output === undefined || format === 'ndjson' ? 'stream' : 'apart',
    report: envelope || report !== undefined ? reportForm : 'none',
    rejects: envelope || rejects !== undefined,
    envelope,
    packed: {
      output: output !== undefined && format === 'ndjson' && isPacked(output),
      rejects: rejects !== undefined && isPacked(rejects),
      report: report !== undefined && isPacked(report),
    },
    isBulk,
    hasSummaries: !isBulk && !args.quiet,
  }
}

/** Only what is read from files and written to one file of lines, or to a folder, can be continued. */
function journalOf({ output, input }: ConvertArguments, { isBulk }: Delivery): Journal | undefined {
  if (output === undefined || !isBulk || input.includes(standardStream) || isDevice(output)) return undefined
  return new Journal(output)
}

/** Where lines are written whatever comes, nobody has to wait for the first two to know that. */
function saysLines({ format, envelope }: ConvertArguments): boolean {
  return envelope || format === 'ndjson'
}

/** `--format ndjson` says how to write; what comes may have lines too, whatever its name. */
function sourceOf({ format, envelope }: ConvertArguments, { looked }: Inputs): Run['source'] {
  if (envelope) return { standardInput: 'lines' }
  return { standardInput: 'either', maybeLines: format === 'ndjson', looked }
}

function orderOf(args: ConvertArguments, format: Format, now: string | undefined): Order {
  return {
    to: args.to,
    from: args.from,
    format,
    now: nowOf(args.now ?? now),
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

/** One path for all that lead to a file; what a device leads to may have none, and what cannot be written is told later. */
function identifying(name: string): string {
  try {
    return resolve(isDevice(name) ? name : placeOf(name))
  } catch {
    return resolve(name)
  }
}

/** Everything that could be overwritten by mistake is looked at before the first output is written. */
function placesOf(
  args: ConvertArguments,
  { paths, many }: Inputs,
  { to, format, mappings }: Order,
  delivery: Delivery,
  version: string,
): Places {
  const tables = mappings?.files.map(({ name }) => name) ?? []
  const isProtected = protector([...paths, ...tables, args.patient, args.base])
  const { output, report, rejects } = args
  const isStream = delivery.outputs === 'stream'
  if (output === undefined && many && format === 'xml') throw usage('Several XML documents need a folder: -o <folder>.')
  const names: Names = {
    ...(output === undefined || !isStream ? {} : { output }),
    ...(rejects === undefined ? {} : { rejects }),
    ...(report === undefined ? {} : { report }),
  }
  const files = Object.values(names)
  for (const name of files) protect(name, isProtected)
  const places = [...files, ...(output === undefined || isStream ? [] : [output])].map(identifying)
  for (const [index, name] of places.entries()) protect(name, () => places.indexOf(name) < index)
  const form = delivery.report === 'lines' ? 'lines' : 'members'
  return {
    names,
    apart:
      output === undefined || isStream ? undefined : destinationOf({ output, format, to, many, paths, isProtected }),
    frame: frameOf(form, version),
    pack: (text) => (delivery.packed.report ? gzipSync(text) : Buffer.from(text)),
  }
}
