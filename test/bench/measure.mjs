// How the bench measures: what is compared is run in turns, so that a busy moment of the machine falls on all alike.
import { spawnSync } from 'node:child_process'

export const quick = process.argv.includes('--quick')

/** The median of several rounds, in microseconds a call. */
export function time(run) {
  const rounds = quick ? 5 : 15
  const calls = quick ? 100 : 400
  for (let call = 0; call < calls; call++) run()
  const means = Array.from({ length: rounds }, () => batch(run, calls))
  return median(means)
}

/** The best of many short batches for each of the functions, taken in turns, in microseconds a call. */
export function timeInTurns(runs, { seconds = quick ? 0.3 : 3 } = {}) {
  const best = runs.map(() => Number.POSITIVE_INFINITY)
  const calls = runs.map((run) => Math.max(1, Math.round(2000 / batch(run, 1))))
  const end = performance.now() + seconds * 1000 * runs.length
  for (let round = 0; round < 3 || performance.now() < end; round++) {
    for (const [index, run] of runs.entries()) best[index] = Math.min(best[index], batch(run, calls[index]))
  }
  return best
}

function batch(run, calls) {
  const start = performance.now()
  for (let call = 0; call < calls; call++) run()
  return ((performance.now() - start) * 1000) / calls
}

/** The median time that a new process of Node takes, in milliseconds. `expected` are the exit codes that are well. */
export function cold(args, expected = [0]) {
  const times = []
  for (let run = 0; run < (quick ? 5 : 15); run++) {
    const start = performance.now()
    const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    if (!expected.includes(status)) throw new Error(`${args.join(' ')} ended with ${status}`)
    times.push(performance.now() - start)
  }
  return median(times)
}

function median(values) {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)]
}

/** Rows of a table: the first column is as wide as its texts, the others stand to the right. */
export function printTable(head, rows) {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column])].map(lengthOf)))
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
    )
    console.log(cells.join('  '))
  }
}

function lengthOf(cell) {
  return String(cell).length
}
