// A register of a whole hospital there and back: generated records become summaries and records again, both ways are killed
// at random moments and continued, and the laws are checked on every document of what is left.
//
//   npm run bench:million -- --records 1000000 --kills 10 --seed 1 [--folder <folder, kept>] [--jobs 2]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { interrupted } from './million/interrupted.mjs'
import { verify } from './million/verify.mjs'

const text = (value) => ({ type: 'string', default: value })
const { values } = parseArgs({
  options: {
    records: text('1000000'),
    kills: text('10'),
    seed: text('1'),
    jobs: text('2'),
    folder: { type: 'string' },
  },
})
const [count, kills, seed] = [values.records, values.kills, values.seed].map(Number)
const now = '2026-11-22T12:00:00Z'
/** So many documents tell how large the outputs of all will be. */
const sample = Math.min(count, 1000)

/** Then one wants to see how far it is. */
const isLong = count >= 100_000

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'kritinfo-million-'))
const random = numbers(seed)
mkdirSync(folder, { recursive: true })
try {
  await million()
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}

async function million() {
  console.log(`${figure(count)} records of seed ${seed}, node ${process.version}, ${values.jobs} workers`)
  const files = {
    kj: join(folder, 'kj.ndjson'),
    eps: join(folder, 'eps.ndjson.gz'),
    thereReport: join(folder, 'there.report.ndjson.gz'),
    thereRejects: join(folder, 'there.rejects.ndjson'),
    back: join(folder, 'back.ndjson.gz'),
    backReport: join(folder, 'back.report.ndjson.gz'),
    backRejects: join(folder, 'back.rejects.ndjson'),
  }
  const seconds = generate(files.kj, count)
  console.log(`generated: ${figure(count / seconds)} records/s, ${sizeOf(files.kj)}`)
  const first = join(folder, 'sample.ndjson')
  generate(first, sample)
  const half = Math.ceil(kills / 2)
  const [there, back] = [
    call('eps', files.kj, files.eps, files.thereReport, files.thereRejects),
    call('kj', files.eps, files.back, files.backReport, files.backRejects),
  ]
  const summaries = join(folder, 'sample.eps.ndjson.gz')
  const sizes = [sampled('eps', first, summaries), sampled('kj', summaries, join(folder, 'sample.kj.ndjson.gz'))]
  tell('kj → eps', await interrupted(there, plan(files.eps, sizes[0], half)), [files.eps, files.thereReport])
  tell('eps → kj', await interrupted(back, plan(files.back, sizes[1], kills - half)), [files.back, files.backReport])
  await check(files)
}

function call(to, input, output, report, rejects) {
  const places = ['-o', output, '--report', report, '--rejects', rejects]
  return ['convert', input, '--to', to, ...places, '--now', now, '--jobs', values.jobs, '--fail-on', 'none']
}

/** When a run is killed: at random shares of its work, none so late that it may be over. */
function plan(output, size, often) {
  const shares = Array.from({ length: often }, () => random() * 0.9).sort((one, other) => one - other)
  return { output, size: (size * count) / sample, shares, random, isLong }
}

/** The size of the output of some documents. */
function sampled(to, input, output) {
  run(['convert', input, '--to', to, '-o', output, '--now', now, '--quiet', '--fail-on', 'none'])
  return statSync(output).size
}

function generate(output, length) {
  const start = performance.now()
  run([
    'generate',
    '--count',
    String(length),
    '--seed',
    String(seed),
    '--form',
    'kj',
    '--jobs',
    values.jobs,
    '-o',
    output,
  ])
  return (performance.now() - start) / 1000
}

function run(args) {
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
}

function tell(way, { kills: often, seconds, memory }, outputs) {
  console.log(`${way}: killed ${often} times; ${figure(count / seconds)} records/s, ${seconds.toFixed(0)} s in all`)
  console.log(`  memory: peak ${memory.peak.toFixed(0)} MB; highest by tenths ${memory.points(10).join(' ')} MB`)
  console.log(`  output ${sizeOf(outputs[0])}, report ${sizeOf(outputs[1])}`)
}

async function check(files) {
  const start = performance.now()
  const totals = await verify(files)
  const seconds = (performance.now() - start) / 1000
  if (totals.documents !== count) throw new Error(`${totals.documents} of ${count} documents are there`)
  console.log(`verified in ${seconds.toFixed(0)} s: every record there once, in its order`)
  console.log(`  law 1: ${figure(totals.leaves)} leaves accounted for, ${figure(totals.ledger)} entries in ledgers`)
  console.log(
    `  law 2: ${figure(totals.identical)} came back identical, ${figure(totals.listed)} but for what the ledger gives up`,
  )
  console.log(`  law 3: none rejected; ${figure(totals.validated)} outputs validated once more`)
}

function sizeOf(file) {
  return `${(statSync(file).size / 1e6).toFixed(1)} MB`
}

function figure(number) {
  return Math.round(number).toLocaleString('en')
}

/** Numbers from 0 to 1 that a seed determines (https://en.wikipedia.org/wiki/Xorshift). */
function numbers(start) {
  let state = (start * 2654435761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state = (state ^ (state << 5)) >>> 0
    return state / 2 ** 32
  }
}
