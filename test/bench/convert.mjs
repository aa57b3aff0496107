// Conversion: one record with its patient, bytes to bytes, against JSON.parse of the input and JSON.stringify of the
// output, the least that any converter does. And reading alone.
import { readFileSync } from 'node:fs'
import { convert, fhirModel, read, standardToolkit, writeJson } from '../../dist/index.js'
import { printTable, time } from './measure.mjs'

const kit = standardToolkit()
const model = fhirModel()
const now = '2026-11-22T12:00:00Z'

function convertBytes(bytes, options) {
  return writeJson(convert(kit, read(bytes, { model }), { now, ...options }).output.root)
}

/** One record with its patient, as NHN's API gives it, and the summary that is made of it. */
const kj = readFileSync('examples/penicillin-anaphylaxis/kj.json')
/** A summary of another country, of whose entries few are taken. */
const visitor = readFileSync('examples/portuguese-visitor/summary.json')
/** A record that is a document abroad, one that is two resources, and a record of each kind. */
const limitation = readFileSync('examples/no-resuscitation/kj.json')
const pacemaker = readFileSync('examples/pacemaker/kj.json')
const whole = readFileSync('examples/whole-register/kj.json')
const cases = [
  ['kj → eps', kj, { to: 'eps' }],
  ['kj → eps, nothing carried', kj, { to: 'eps', carry: 'none' }],
  ['eps → kj, original attached', Buffer.from(convertBytes(kj, { to: 'eps' })), { to: 'kj' }],
  ['eps → kj, nothing carried', Buffer.from(convertBytes(kj, { to: 'eps', carry: 'none' })), { to: 'kj' }],
  ['kj → ki', kj, { to: 'ki' }],
  ['kj → r4', kj, { to: 'r4' }],
  ['kj → eps, an implant', pacemaker, { to: 'eps' }],
  ['kj → eps, a limit of treatment', limitation, { to: 'eps' }],
  ['kj → eps, the whole register', whole, { to: 'eps' }],
  ['eps of others → ki, the critical alone', visitor, { to: 'ki' }],
  ['kj → kj of 2021', kj, { to: 'kj', dialect: 'nhn-2021' }],
]

export function benchConversion() {
  console.log('\nOne record, bytes to bytes: read, map, account, build, write')
  printTable(['route', 'records/s', 'µs', 'floor µs', 'ratio', 'in kB', 'out kB'], cases.map(routeRow))
}

function routeRow([name, bytes, options]) {
  const output = convertBytes(bytes, options)
  const parsed = JSON.parse(output)
  const floor = time(() => {
    JSON.parse(bytes.toString())
    JSON.stringify(parsed)
  })
  const whole = time(() => convertBytes(bytes, options))
  return [
    name,
    Math.round(1e6 / whole),
    whole.toFixed(0),
    floor.toFixed(0),
    (whole / floor).toFixed(1),
    (bytes.length / 1024).toFixed(1),
    (output.length / 1024).toFixed(1),
  ]
}

export function benchReading() {
  console.log('\nReading (an IPS bundle of the standard)')
  const bundle = readFileSync('node_modules/hl7.fhir.uv.ips/example/Bundle-IPS-examples-Bundle-01.json')
  const parse = time(() => JSON.parse(bundle.toString()))
  const reading = time(() => read(bundle, { model }))
  console.log(`JSON.parse ${parse.toFixed(0)} µs, read ${reading.toFixed(0)} µs, ratio ${(reading / parse).toFixed(2)}`)
}
