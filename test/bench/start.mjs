// How long a person waits for one document, and what the package weighs.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cold, printTable } from './measure.mjs'

const program = ['dist/cli.js']
const record = 'examples/penicillin-anaphylaxis/kj.json'
const summary = 'examples/penicillin-anaphylaxis/eps.json'
const allergy = 'node_modules/hl7.fhir.r4.core/AllergyIntolerance-example.json'

export function benchStart() {
  console.log('\nCold start of the command line, one document, median')
  const nothing = cold(['-e', '0'])
  const rows = [
    ['node -e 0', nothing],
    ['kritinfo convert kj.json --to eps', cold([...program, 'convert', record, '--to', 'eps', '--quiet'])],
    ['kritinfo validate AllergyIntolerance.json', cold([...program, 'validate', allergy, '--quiet'], [0, 1])],
    ['kritinfo validate eps.json', cold([...program, 'validate', summary, '--quiet'], [0, 1])],
  ]
  printTable(
    ['program', 'ms', 'ratio'],
    rows.map(([name, took]) => [name, took.toFixed(0), (took / nothing).toFixed(1)]),
  )
}

export function benchSize() {
  console.log('\nSize')
  const parts = readdirSync('dist').filter((name) => name.startsWith('cli'))
  const commandLine = parts.reduce((sum, name) => sum + statSync(join('dist', name)).size, 0)
  const { size, unpackedSize, entryCount } = packed()
  console.log(`dist: ${mega(sizeOf('dist'))}, of that the command line ${mega(commandLine)}`)
  console.log(`npm package: ${mega(size)} to fetch, ${mega(unpackedSize)} installed, ${entryCount} files`)
}

function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .reduce((sum, one) => sum + statSync(join(one.parentPath ?? one.path, one.name)).size, 0)
}

/** What `npm publish` would send. */
function packed() {
  const { stdout, status } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm pack ended with ${status}`)
  return JSON.parse(stdout)[0]
}

function mega(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
