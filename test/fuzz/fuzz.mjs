// Fuzzes everything that reads what others wrote, for ten minutes unless told otherwise:
//   npm run fuzz -- [--seconds 600] [--seed <number>] [--target <name>]…
//   npm run fuzz -- --replay test/fuzz/found/<name>.json
// What fails is written, as small as it could be made, to test/fuzz/found/. Mended, it belongs in test/fuzz/seeds/, which
// `npm test` replays. Exit code 1 if anything failed.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const { values: given } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    target: { type: 'string', multiple: true },
    replay: { type: 'string' },
  },
})
const seconds = number('seconds')
const seed = number('seed')
/** A case that takes as long as this hangs. Each target has a shorter bound of its own, which says that it is slow. */
const patience = 30_000
const foundFolder = 'test/fuzz/found'
/** Of one target no more is looked for after this many. */
const enough = 3

const bundled = 'node_modules/.cache/kritinfo/fuzz'
await bundle()
const { targets } = await import(pathToFileURL(resolve(bundled, 'targets.mjs')).href)
if (given.replay === undefined) await fuzz()
else await replay(given.replay)

async function bundle() {
  await build({
    bundle: true,
    splitting: true,
    format: 'esm',
    logLevel: 'warning',
    platform: 'node',
    packages: 'external',
    entryPoints: ['test/fuzz/targets.ts', 'test/fuzz/worker.ts', 'test/fuzz/replay.ts'],
    outExtension: { '.js': '.mjs' },
    outdir: bundled,
  })
}

async function replay(file) {
  const { replayCase } = await import(pathToFileURL(resolve(bundled, 'replay.mjs')).href)
  await replayCase(JSON.parse(readFileSync(file, 'utf8')))
  console.log(`${file}: nothing fails`)
}

async function fuzz() {
  const known = targets.map((one) => one.name)
  const wanted = given.target ?? known
  const strange = wanted.find((name) => !known.includes(name))
  if (strange !== undefined) throw new Error(`there is no target ${strange}; there are ${known.join(', ')}`)
  console.log(`fuzzing for ${seconds} s with seed ${seed}`)
  const tally = new Map(wanted.map((name) => [name, { runs: 0, worst: 0, failures: 0 }]))
  const plan = {
    seed,
    turn: 0,
    share: Math.min(5000, (seconds * 1000) / wanted.length / 2),
    deadline: Date.now() + seconds * 1000,
  }
  while (plan.turn !== undefined && Date.now() < plan.deadline) plan.turn = await work(plan, tally)
  for (const [name, { runs, worst, failures }] of tally) {
    console.log(
      `${name.padEnd(12)} ${String(runs).padStart(7)} runs, worst ${Math.round(worst)} ms${failures === 0 ? '' : `, ${failures} FAILED`}`,
    )
    if (runs === 0 && failures === 0) console.log(`${name.padEnd(12)} had no time`)
  }
  const failures = [...tally.values()].reduce((sum, one) => sum + one.failures, 0)
  console.log(
    failures === 0 ? `nothing failed with seed ${seed}` : `${failures} failed with seed ${seed}: see ${foundFolder}`,
  )
  process.exitCode = failures === 0 ? 0 : 1
}

/** Runs a worker to its end, or until it hangs; gives the turn to go on with. */
function work({ turn, ...plan }, tally) {
  const open = [...tally].filter(([, one]) => one.failures < enough).map(([name]) => name)
  if (open.length === 0) return Promise.resolve(undefined)
  return new Promise((done) => {
    const workerData = { ...plan, turn, targets: open }
    const worker = new Worker(resolve(bundled, 'worker.mjs'), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    })
    let last
    let timer
    const end = (next) => {
      clearTimeout(timer)
      worker.terminate().then(() => done(next))
    }
    const watch = () => {
      clearTimeout(timer)
      timer = setTimeout(() => fail('it hangs'), patience)
    }
    const fail = (reason) => {
      if (last === undefined) throw new Error(reason)
      keep({ ...last, reason }, tally)
      end(last.turn + 1)
    }
    worker.on('error', (problem) => fail(String(problem.stack ?? problem)))
    worker.on('message', (message) => {
      watch()
      if (message.kind === 'begun') last = message
      else if (message.kind === 'done') {
        const one = tally.get(message.target)
        one.runs += message.runs
        one.worst = Math.max(one.worst, message.worst)
      } else if (message.kind === 'failed') {
        keep(message, tally)
        // A target that has failed often enough is left out by the next worker.
        if (tally.get(message.target).failures >= enough) end(message.turn + 1)
      } else end(undefined)
    })
    watch()
  })
}

/** What fails for one reason is kept once. */
function keep({ target, seed: drawn, one, reason }, tally) {
  const name = createHash('sha256')
    .update(`${target} ${reason.split('\n').slice(0, 3).join(' ')}`)
    .digest('hex')
    .slice(0, 10)
  const file = join(foundFolder, `${target}-${name}.json`)
  mkdirSync(foundFolder, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ target, reason, seed: drawn, case: one }, null, 2)}\n`)
  tally.get(target).failures += 1
  console.log(`${target} failed (seed ${drawn}): ${reason.split('\n')[0]?.slice(0, 300)}\n  ${file}`)
}

function number(name) {
  const value = Number(given[name])
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new Error(`--${name} is a whole number`)
}
