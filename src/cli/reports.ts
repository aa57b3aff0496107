import { resolve } from 'node:path'
import { type Checked, type Report, type ReportOptions, tailOf } from '../report/checked.ts'
import { isColourful } from './colour.ts'
import { protect } from './destination.ts'
import { standardStream, usage } from './message.ts'
import type { ReportFormat } from './options.ts'
import { PackedFile } from './packed-file.ts'
import { isPacked } from './stream/open-bytes.ts'
import { NewFile } from './write-file.ts'

/** Reports that are being written, each to its own place. */
export interface Reports {
  item(checked: Checked): void
  /** Ends every report, so that its file is there. */
  close(): void
  /** Leaves no file behind. */
  abandon(): void
}

/** A report asked for: its format, and its file if it does not go to standard output. */
export interface Asked {
  readonly format: ReportFormat
  readonly file: string | undefined
}

/** Formats and files belong together by their order. Throws `Stop` for a file without a format, or two in one place. */
export function askedReports(formats: readonly ReportFormat[], files: readonly string[]): readonly Asked[] {
  const all: readonly ReportFormat[] = formats.length === 0 ? ['text'] : formats
  if (files.length > all.length) throw usage('There are more --output than --format.')
  const asked = all.map((format, index) => ({
    format,
    file: files[index] === standardStream ? undefined : files[index],
  }))
  if (asked.filter(({ file }) => file === undefined).length > 1)
    throw usage('Only one report can go to standard output: give each --format an --output.')
  const named = asked.flatMap(({ file }) => (file === undefined ? [] : resolve(file)))
  if (new Set(named).size < named.length) throw usage('Two reports cannot go to one file.')
  return asked
}

/** Writers of reports are loaded when they are asked for: some are large. */
const makers: Readonly<Record<ReportFormat, () => Promise<(options: ReportOptions) => Report>>> = {
  text: async () => (await import('../report/text.ts')).textReport,
  json: async () => (await import('../report/json.ts')).jsonReport,
  ndjson: async () => (await import('../report/ndjson.ts')).ndjsonReport,
  outcome: async () => (await import('../report/outcome.ts')).outcomeReport,
  sarif: async () => (await import('../report/sarif.ts')).sarifReport,
  junit: async () => (await import('../report/junit.ts')).junitReport,
  codequality: async () => (await import('../report/code-quality.ts')).codeQualityReport,
  github: async () => (await import('../report/github.ts')).githubReport,
  html: async () => (await import('../report/html/report.tsx')).htmlReport,
  summary: async () => (await import('../report/summary.ts')).summaryReport,
}

/** Opens reports. No file may be one that was given as input. */
export async function openReports(
  asked: readonly Asked[],
  options: Omit<ReportOptions, 'colour'>,
  isProtected: (path: string) => boolean,
): Promise<Reports> {
  for (const { file } of asked) if (file !== undefined) protect(file, isProtected)
  const reports = await Promise.all(
    asked.map(async ({ format, file }) => {
      const make = await makers[format]()
      return { report: make({ ...options, colour: file === undefined && isColourful() }), file }
    }),
  )
  return writing(reports.map(({ report, file }) => ({ report, sink: sinkOf(file) })))
}

interface Sink {
  append(text: string): void
  finish(): void
  abandon(): void
}

function writing(open: readonly { readonly report: Report; readonly sink: Sink }[]): Reports {
  for (const { report, sink } of open) sink.append(report.head)
  return {
    item(checked) {
      for (const { report, sink } of open) sink.append(report.item(checked))
    },
    close() {
      for (const { report, sink } of open) {
        for (const piece of tailOf(report)) sink.append(piece)
        sink.finish()
      }
    },
    abandon() {
      for (const { sink } of open) sink.abandon()
    },
  }
}

function sinkOf(file: string | undefined): Sink {
  if (file !== undefined) return isPacked(file) ? new PackedFile(file) : new NewFile(file)
  const nothing = () => undefined
  return { append: (text) => void (text === '' || process.stdout.write(text)), finish: nothing, abandon: nothing }
}
