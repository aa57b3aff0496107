// Runs over files of many records, each a process of its own: records a second, and the most memory that it held, which must
// not grow with the file. The floor, in the same run, parses and writes the same lines.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printTable, quick } from './measure.mjs'

const counts = quick ? [500, 2000] : [10_000, 100_000]

const runs = [
  ['kj → ki, not validated', ['--to', 'ki', '--no-validate', '--jobs', '1']],
  ['kj → ki, not validated, 2 workers', ['--to', 'ki', '--no-validate', '--jobs', '2']],
  ['kj → eps, validated', ['--to', 'eps', '--jobs', '1']],
  ['kj → eps, validated, 2 workers', ['--to', 'eps', '--jobs', '2']],
]

export function benchStream() {
  console.log(`\nFiles of records: a process for each run, its start included (records of --seed 1)`)
  const folder = mkdtempSync(join(tmpdir(), 'kritinfo-stream-'))
  try {
    printTable(
      ['run', 'records', 'records/s', 'µs of processor', 'of the floor', 'peak MB'],
      counts.flatMap((count) => rowsOf(folder, count)),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function rowsOf(folder, count) {
  const input = join(folder, `${count}.ndjson`)
  const output = join(folder, 'output.ndjson')
  const made = measured(['dist/cli.js', 'generate', '--count', count, '--seed', '1', '--form', 'kj', '-o', input])
  const floor = measured(['test/bench/floor.mjs', input, output])
  const options = ['-o', output, '--now', '2026-11-22T12:00:00Z', '--fail-on', 'none', '--quiet']
  const rows = runs.map(([name, own]) => [name, measured(['dist/cli.js', 'convert', input, ...own, ...options])])
  return [['parse and write, the floor', floor], ['generate', made], ...rows].map(([name, { seconds, cpu, peak }]) => [
    name,
    count.toLocaleString('en'),
    Math.round(count / seconds).toLocaleString('en'),
    ((cpu / count) * 1e6).toFixed(0),
    `${((floor.cpu / cpu) * 100).toFixed(0)} %`,
    peak.toFixed(0),
  ])
}

/** Seconds by the clock, seconds of processor on all threads, and megabytes at the most. */
function measured(args) {
  const start = performance.now()
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe']
  const { status, output } = spawnSync(process.execPath, ['-r', './test/bench/peak.cjs', ...args.map(String)], {
    stdio,
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${output[2]}`)
  return { seconds: (performance.now() - start) / 1000, ...JSON.parse(output[3].toString()) }
}
