import { gzipSync } from 'node:zlib'
import { protect, protector } from './destination.ts'
import { type ExitCode, gravest } from './exit.ts'
import { type Inputs, inputsOf, isNdjson } from './inputs.ts'
import { hasLines, looking } from './looked.ts'
import type { RoundtripArguments } from './options.ts'
import { tripOrder } from './order.ts'
import { frameOf } from './report.ts'
import { converters, demandJobs } from './stream/crew.ts'
import { type Delivery, fewFiles } from './stream/delivery.ts'
import { isPacked } from './stream/open-bytes.ts'
import { Outlet, type Places } from './stream/outlet.ts'
import { exitOf } from './stream/run-tally.ts'
import { run } from './stream/run.ts'
import { tellUnmatched } from './tell.ts'

/** `kritinfo roundtrip`: there and back again, and where the input came back otherwise. */
export async function roundtripCommand(args: RoundtripArguments, entry: URL): Promise<ExitCode> {
  const { report } = args
  demandJobs(args.jobs)
  const named = inputsOf(args.input, undefined)
  const inputs = args.format === 'ndjson' ? named : await looking(named)
  if (report !== undefined) protect(report, protector([...inputs.paths, args.patient, args.base]))
  const delivery = deliveryOf(report, inputs, args.format)
  const order = tripOrder(args, args.via)
  const crew = await converters({ kind: 'roundtrip', order, delivery }, args.jobs, entry)
  try {
    const places = placesOf(report, delivery, crew.mappings)
    const tally = await run({
      crew,
      paths: inputs.paths,
      source: { standardInput: 'either', maybeLines: args.format === 'ndjson', looked: inputs.looked },
      delivery,
      outlet: new Outlet(places, undefined, undefined),
      signature: { fingerprint: '', now: order.now },
      quiet: args.quiet,
      isTrip: true,
    })
    return gravest(tellUnmatched(inputs), exitOf(tally))
  } finally {
    await crew.end()
  }
}

function placesOf(report: string | undefined, delivery: Delivery, mappings: string): Places {
  return {
    names: report === undefined ? {} : { report },
    apart: undefined,
    frame: frameOf(delivery.report === 'lines' ? 'lines' : 'members', mappings),
    pack: (text) => (delivery.packed.report ? gzipSync(text) : Buffer.from(text)),
  }
}

function deliveryOf(report: string | undefined, inputs: Inputs, format: string | undefined): Delivery {
  const { paths } = inputs
  const form = report !== undefined && isNdjson(report) ? 'lines' : 'members'
  return {
    outputs: 'stream',
    report: report === undefined ? 'none' : form,
    rejects: false,
    envelope: false,
    packed: { output: false, rejects: false, report: report !== undefined && isPacked(report) },
    hasSummaries: false,
    isBulk: format === 'ndjson' || paths.some((path) => hasLines(path, inputs)) || paths.length > fewFiles,
  }
}
