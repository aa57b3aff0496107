import { gzipSync } from 'node:zlib'
import { protect, protector } from './destination.ts'
import { type ExitCode, gravest } from './exit.ts'
import { inputsOf, isNdjson } from './inputs.ts'
import type { RoundtripArguments } from './options.ts'
import { tripOrder } from './order.ts'
import { frameOf } from './report.ts'
import { openSession } from './session.ts'
import type { Delivery } from './stream/delivery.ts'
import { isPacked } from './stream/open-bytes.ts'
import { Outlet } from './stream/outlet.ts'
import { exitOf } from './stream/run-tally.ts'
import { demandJobs, run } from './stream/run.ts'
import { tellUnmatched } from './tell.ts'

/** `kritinfo roundtrip`: there and back again, and where the input came back otherwise. */
export async function roundtripCommand(args: RoundtripArguments, entry: URL): Promise<ExitCode> {
  const { report } = args
  demandJobs(args.jobs)
  const inputs = inputsOf(args.input, undefined)
  if (report !== undefined) protect(report, protector([...inputs.paths, args.patient, args.base]))
  const session = await openSession(tripOrder(args, args.via))
  const delivery = deliveryOf(report, inputs.paths, args.format)
  const { packed } = delivery
  const frame = frameOf(delivery.report === 'lines' ? 'lines' : 'members', session.kit.mappings.version)
  const pack = (text: string) => (packed.report ? gzipSync(text) : Buffer.from(text))
  const names = report === undefined ? {} : { report }
  const tally = await run({
    kind: 'roundtrip',
    session,
    paths: inputs.paths,
    standardInput: args.format === 'ndjson' ? 'either' : 'document',
    delivery,
    outlet: new Outlet({ names, apart: undefined, frame, pack }, undefined, undefined),
    jobs: args.jobs,
    entry,
    quiet: false,
  })
  return gravest(tellUnmatched(inputs), exitOf(tally))
}

function deliveryOf(report: string | undefined, paths: readonly string[], format: string | undefined): Delivery {
  const form = report !== undefined && isNdjson(report) ? 'lines' : 'members'
  return {
    outputs: 'stream',
    report: report === undefined ? 'none' : form,
    rejects: false,
    envelope: false,
    packed: { output: false, rejects: false, report: report !== undefined && isPacked(report) },
    hasSummaries: false,
    isBulk: format === 'ndjson' || paths.some(isNdjson),
  }
}
