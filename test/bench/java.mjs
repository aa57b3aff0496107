// Whole summaries against the official Java engine, in the same run: how many it judges a second of one core when it is warm,
// and how long one waits for the first. Both have the European and the international profiles, and neither asks a
// terminology server. Needs Java 17 and Maven, so it is only done with `--java`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundled.mjs'
import { cold, printTable, quick } from './measure.mjs'
import { openValidator } from './validators.mjs'

/** So long the engine goes on with the same documents; its compiler needs most of it. */
const seconds = quick ? 20 : 120

/** The summary of each golden story. */
const summaries = readdirSync('examples')
  .map((story) => join('examples', story, 'eps.json'))
  .filter((file) => existsSync(file))

export async function benchJava() {
  console.log(`\nValidation of whole summaries, ${summaries.length} of them, against the official Java engine`)
  const count = await openValidator('kritinfo')
  const documents = summaries.map((file) => readFileSync(file))
  const ours = { first: coldStart() / 1000, warm: best(() => documents.map(count)) }
  const theirs = await engineFigures()
  console.log(
    `errors found: kritinfo ${sum(documents.map(count))}, Java ${theirs.errors}; it broke down on ${theirs.crashes}`,
  )
  printTable(
    ['', 'kritinfo', 'Java', 'times faster'],
    [
      row('ms of a core for one, warm', ours.warm, theirs.warm, (one) => ((one * 1000) / documents.length).toFixed(2)),
      row('summaries a second and core, warm', ours.warm, theirs.warm, (one) => (documents.length / one).toFixed(1)),
      row('seconds to the first verdict, cold', ours.first, theirs.first, (one) => one.toFixed(2)),
    ],
  )
}

function row(name, ours, theirs, print) {
  return [name, print(ours), print(theirs), (theirs / ours).toFixed(0)]
}

/** The whole process for one document, as long as a person waits. */
function coldStart() {
  return cold(['dist/cli.js', 'validate', summaries[0], '--quiet'])
}

/** Seconds of processor for one call, all threads of the process counted; the best of many. */
function best(run) {
  let least = Number.POSITIVE_INFINITY
  const end = performance.now() + (quick ? 3000 : 20_000)
  for (let round = 0; round < 3 || performance.now() < end; round++) {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}

async function engineFigures() {
  const { engineCall } = await bundled("export { engineCall } from './test/oracle/engine.ts'")
  const work = mkdtempSync(join(tmpdir(), 'kritinfo-java-'))
  try {
    const jobs = join(work, 'jobs.ndjson')
    writeFileSync(jobs, summaries.map((file) => `${JSON.stringify({ file })}\n`).join(''))
    const { command, options } = engineCall('Warm', work, jobs, String(seconds))
    const { stdout, status } = spawnSync(command, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    if (status !== 0) throw new Error(`the Java engine ended with ${status}`)
    return JSON.parse(stdout)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function sum(numbers) {
  return numbers.reduce((one, other) => one + other, 0)
}
