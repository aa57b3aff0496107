// Speed, memory and size, always against a floor measured in the same run: JSON.parse of the input and JSON.stringify of
// the output, the least that any converter does. Figures are printed, never asserted. `--quick` takes fewer samples.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { convert, fhirModel, read, standardToolkit, writeJson } from '../../dist/index.js'

const quick = process.argv.includes('--quick')
const kit = standardToolkit()
const model = fhirModel()
const now = '2026-11-22T12:00:00Z'

/** The median of several rounds, in microseconds a call. */
function time(run) {
  const rounds = quick ? 5 : 15
  const calls = quick ? 100 : 400
  for (let call = 0; call < calls; call++) run()
  const medians = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (let call = 0; call < calls; call++) run()
    medians.push(((performance.now() - start) * 1000) / calls)
  }
  return medians.sort((one, other) => one - other)[Math.floor(rounds / 2)]
}

function convertBytes(bytes, options) {
  return writeJson(convert(kit, read(bytes, { model }), { now, ...options }).output.root)
}

/** One record with its patient, as NHN's API gives it, and the summary that is made of it. */
const kj = readFileSync('examples/penicillin-anaphylaxis/kj.json')
const cases = [
  ['kj → eps', kj, { to: 'eps' }],
  ['kj → eps, nothing carried', kj, { to: 'eps', carry: 'none' }],
  ['eps → kj, original attached', Buffer.from(convertBytes(kj, { to: 'eps' })), { to: 'kj' }],
  ['eps → kj, nothing carried', Buffer.from(convertBytes(kj, { to: 'eps', carry: 'none' })), { to: 'kj' }],
  ['kj → ki', kj, { to: 'ki' }],
  ['kj → r4', kj, { to: 'r4' }],
]

console.log(`node ${process.version}, ${process.arch}`)
console.log('\nOne record, bytes to bytes: read, map, account, build, write')
console.log(
  `${'route'.padEnd(30)}${'records/s'.padStart(10)}${'µs'.padStart(9)}${'floor µs'.padStart(10)}${'ratio'.padStart(8)}${'in kB'.padStart(8)}${'out kB'.padStart(8)}`,
)
for (const [name, bytes, options] of cases) {
  const output = convertBytes(bytes, options)
  const parsed = JSON.parse(output)
  const floor = time(() => {
    JSON.parse(bytes.toString())
    JSON.stringify(parsed)
  })
  const whole = time(() => convertBytes(bytes, options))
  const figures = [
    Math.round(1e6 / whole),
    whole.toFixed(0),
    floor.toFixed(0),
    (whole / floor).toFixed(1),
    (bytes.length / 1024).toFixed(1),
    (output.length / 1024).toFixed(1),
  ]
  const widths = [10, 9, 10, 8, 8, 8]
  console.log(name.padEnd(30) + figures.map((figure, index) => String(figure).padStart(widths[index])).join(''))
}

console.log('\nReading (an IPS bundle of the standard)')
const bundle = readFileSync('node_modules/hl7.fhir.uv.ips/example/Bundle-IPS-examples-Bundle-01.json')
const parse = time(() => JSON.parse(bundle.toString()))
const reading = time(() => read(bundle, { model }))
console.log(`JSON.parse ${parse.toFixed(0)} µs, read ${reading.toFixed(0)} µs, ratio ${(reading / parse).toFixed(2)}`)

console.log('\nCold start of the command line, one record')
const nothing = cold(['-e', '0'])
const command = cold(['dist/cli.js', 'convert', 'examples/penicillin-anaphylaxis/kj.json', '--to', 'eps', '--quiet'])
console.log(
  `node -e 0: ${nothing.toFixed(0)} ms, kritinfo convert: ${command.toFixed(0)} ms, ratio ${(command / nothing).toFixed(1)}`,
)

function cold(args) {
  const times = []
  for (let run = 0; run < (quick ? 5 : 15); run++) {
    const start = performance.now()
    const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
    times.push(performance.now() - start)
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)]
}

console.log('\nMemory and size')
console.log(`resident after the above: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`)
const sizes = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .reduce((sum, one) => sum + statSync(join(one.parentPath ?? one.path, one.name)).size, 0)
console.log(
  `dist: ${(sizes('dist') / 1024).toFixed(0)} kB, of that the command line ${(
    readdirSync('dist')
      .filter((name) => name.startsWith('cli'))
      .reduce((sum, name) => sum + statSync(join('dist', name)).size, 0) / 1024
  ).toFixed(0)} kB`,
)
