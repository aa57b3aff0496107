import { Presets, SingleBar } from 'cli-progress'

/** How far a run has come, for a person who waits. */
export interface Progress {
  /** `cost`: bytes on disk that were read since the last call. */
  advance(cost: number, documents: number): void
  /** Makes room for a line of text. */
  pause(): void
  end(): void
}

const silent: Progress = { advance: () => undefined, pause: () => undefined, end: () => undefined }

export interface ProgressOptions {
  readonly quiet: boolean
  /** Bytes on disk of all inputs; 0 if that is not known. */
  readonly total: number
  /** Bytes and documents that an earlier run has done. */
  readonly done: number
  readonly documents: number
}

/** A bar on a terminal, a line every ten seconds elsewhere, nothing if the user wants quiet. */
export function progressOf(options: ProgressOptions): Progress {
  if (options.quiet) return silent
  const size = barSizeOf(process.stderr.columns ?? 0)
  return process.stderr.isTTY === true && options.total > 0 && size > 0 ? bar(options, size) : lines(options)
}

/** What stands beside the bar: `100 % | 100,000,000 documents | 10,000/s | 100 min left`. */
const beside = 60
const [shortest, longest] = [10, 40]

/** Signs of the bar that a terminal has room for; 0 if it would break the line, which is then written again and again. */
export function barSizeOf(columns: number): number {
  const left = columns - beside
  return left < shortest ? 0 : Math.min(left, longest)
}

function bar({ total, done, documents }: ProgressOptions, barsize: number): Progress {
  const rate = new Rate(total - done)
  const format = '{bar} {percentage} % | {count} documents | {rate}/s | {left} left'
  const options = { format, barsize, stream: process.stderr, clearOnComplete: true, fps: 5 }
  const shown = new SingleBar(options, Presets.shades_classic)
  let read = done
  let count = documents
  shown.start(total, done, { count: grouped(count), rate: '–', left: '–' })
  return {
    advance(cost, more) {
      read += cost
      count += more
      rate.add(cost, more)
      shown.update(Math.min(read, total), { count: grouped(count), rate: grouped(rate.perSecond), left: rate.left })
    },
    pause: () => process.stderr.write('\r\u001b[K'),
    end: () => shown.stop(),
  }
}

const between = 10_000

function lines({ total, done, documents }: ProgressOptions): Progress {
  const rate = new Rate(total - done)
  let read = done
  let count = documents
  let told = performance.now()
  return {
    ...silent,
    advance(cost, more) {
      read += cost
      count += more
      rate.add(cost, more)
      if (performance.now() - told < between) return
      told = performance.now()
      const share = total > 0 ? ` (${Math.floor((100 * Math.min(read, total)) / total)} %)` : ''
      const left = total > 0 ? `, ${rate.left} left` : ''
      process.stderr.write(`kritinfo: ${grouped(count)} documents${share}, ${grouped(rate.perSecond)}/s${left}\n`)
    },
  }
}

/** Documents a second since this run began, and what that means for the bytes that are left. */
class Rate {
  readonly #start = performance.now()
  #documents = 0
  #read = 0

  constructor(readonly ahead: number) {}

  add(bytes: number, documents: number): void {
    this.#read += bytes
    this.#documents += documents
  }

  get perSecond(): number {
    return Math.round(this.#documents / this.#seconds)
  }

  get left(): string {
    if (this.#read === 0) return '–'
    const seconds = Math.max(0, (this.ahead - this.#read) / (this.#read / this.#seconds))
    return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
  }

  get #seconds(): number {
    return Math.max(0.001, (performance.now() - this.#start) / 1000)
  }
}

/** `1,234,567`. */
export function grouped(number: number): string {
  return number.toLocaleString('en')
}
