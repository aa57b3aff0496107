import type { Browser, Page } from 'playwright-core'

/** A part of a trace of Chromium: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly args: { readonly name?: string }
  /** What it took by the clock, and of the processor, in microseconds. */
  readonly dur?: number
  readonly tdur?: number
}

/** The longest task of the thread that answers the reader, in milliseconds by the clock and of the processor. */
export interface LongestTask {
  readonly clock: number
  readonly processor: number
}

/**
 * Does something and tells the longest task of the page meanwhile. A machine that is busy with other things stretches what
 * the clock says, and not what the processor spends.
 */
export async function longestTask(browser: Browser, page: Page, run: () => Promise<void>): Promise<LongestTask> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  await run()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(
    ({ ph, name, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && threads.has(`${pid} ${tid}`),
  )
  if (tasks.length === 0) throw new Error('the trace has no task of a page')
  const longest = (of: (event: TraceEvent) => number | undefined) =>
    Math.round(tasks.reduce((most, event) => Math.max(most, of(event) ?? 0), 0) / 1000)
  return { clock: longest(({ dur }) => dur), processor: longest(({ tdur }) => tdur) }
}
