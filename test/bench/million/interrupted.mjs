// A run that is killed again and again, as a machine that loses power, and continued each time until it is done.
import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** How often the memory is looked at, and the progress. */
const interval = 50
/** A kill comes some time after its share of the work is done, so that it falls on any moment between two writes. */
const longestDelay = 500

/**
 * Runs the command line with `--resume` until it ends by itself. `output` is the file that it makes, of about `size` bytes;
 * it is killed once at each share of that, 0 to 1. With
 * `isLong` its messages are shown. Throws if it ends with another code than 0.
 */
export async function interrupted(args, { output, size, shares, random, isLong }) {
  const part = join(dirname(output), `.${basename(output)}.kritinfo-part`)
  const memory = new Memory()
  const start = performance.now()
  let kills = 0
  for (;;) {
    const share = shares[kills]
    const delay = random() * longestDelay
    const limit = share === undefined ? undefined : { part, bytes: share * size, delay }
    const code = await session(['dist/cli.js', ...args, '--resume'], limit, memory, isLong)
    if (code === 0) return { kills, seconds: (performance.now() - start) / 1000, memory }
    if (code !== 'killed') throw new Error(`${args.join(' ')} ended with ${code}`)
    kills++
  }
}

/** One process, killed if `limit` says when; its exit code, or `killed`. */
async function session(args, limit, memory, isLong) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', isLong ? 'inherit' : 'ignore'] })
  const ended = new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => done(signal === 'SIGKILL' ? 'killed' : code))
  })
  let isOver = false
  ended.finally(() => {
    isOver = true
  })
  while (!isOver) {
    memory.look(child.pid)
    if (limit !== undefined && sizeOf(limit.part) >= limit.bytes) {
      await Promise.race([ended, wait(limit.delay)])
      child.kill('SIGKILL')
      break
    }
    await Promise.race([ended, wait(interval)])
  }
  return ended
}

function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** What the processes of a run held, over time. */
class Memory {
  peak = 0
  #samples = []

  /** Linux tells it of every process; elsewhere nothing is known. */
  look(pid) {
    let status
    try {
      status = readFileSync(`/proc/${pid}/status`, 'utf8')
    } catch {
      return // It has just ended.
    }
    const kilo = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    this.peak = Math.max(this.peak, kilo('VmHWM') / 1000)
    if (kilo('VmRSS') > 0) this.#samples.push(kilo('VmRSS') / 1000)
  }

  /** The highest of each part of the run, so many parts, in megabytes. */
  points(count) {
    const length = Math.ceil(this.#samples.length / count)
    return Array.from({ length: count }, (_, part) =>
      Math.round(Math.max(0, ...this.#samples.slice(part * length, (part + 1) * length))),
    )
  }
}
