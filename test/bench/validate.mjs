// Validation, ours and others' side by side on the same documents, from bytes to findings. The others check less: what each
// looks at stands in validators.mjs. The floor is JSON.parse of the same bytes.
import { spawnSync } from 'node:child_process'
import { corpora } from './corpus.mjs'
import { printTable, timeInTurns } from './measure.mjs'
import { openValidator, validatorNames } from './validators.mjs'

const titles = {
  kritinfo: 'kritinfo',
  medplum: '@medplum/core',
  fhirschema: '@atomic-ehr/fhirschema',
  parse: 'JSON.parse',
}

export async function benchValidation() {
  const validators = []
  for (const name of validatorNames) validators.push([name, await openValidator(name)])
  console.log('\nValidation: µs for one resource, mean over the documents, best of many rounds (× JSON.parse)')
  const results = corpora().map((corpus) => measured(corpus, validators))
  const head = ['documents', 'count', 'kB', ...validatorNames.map((name) => titles[name])]
  printTable(head, results.map(timeRow))
  console.log('\nErrors found (documents that it failed on)')
  const others = validatorNames.filter((name) => name !== 'parse')
  printTable(
    ['documents', 'count', ...others.map((name) => titles[name])],
    results.map(({ name, documents, found }) => [name, documents.length, ...others.map((one) => found[one])]),
  )
}

function measured({ name, documents }, validators) {
  const found = {}
  const runs = validators.map(([validator, count]) => {
    const { good, errors } = tried(documents, count)
    found[validator] = good.length === documents.length ? errors : `${errors} (${documents.length - good.length})`
    const run = () => {
      for (const bytes of good) count(bytes)
    }
    return { share: good.length, run }
  })
  const best = timeInTurns(runs.map(({ run }) => run))
  return { name, documents, found, means: best.map((took, index) => took / runs[index].share) }
}

/** The documents that a validator comes to the end of. */
function tried(documents, count) {
  let errors = 0
  const good = documents.filter((bytes) => {
    try {
      errors += count(bytes)
      return true
    } catch {
      return false
    }
  })
  return { good, errors }
}

function timeRow({ name, documents, means }) {
  const floor = means.at(-1)
  const bytes = documents.reduce((sum, one) => sum + one.length, 0)
  const cells = means.map((mean) =>
    mean === floor ? mean.toFixed(1) : `${mean.toFixed(0)} (${(mean / floor).toFixed(1)})`,
  )
  return [name, documents.length, (bytes / documents.length / 1024).toFixed(1), ...cells]
}

/** Each in a process of its own: how long until the first document is checked, and the most memory that all took. */
export function benchMemory() {
  console.log('\nAlone in a process: ready after the first document; peak of memory over all R4 examples, each once')
  const rows = validatorNames.map((name) => {
    const { stdout, status } = spawnSync(process.execPath, ['test/bench/validators.mjs', name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (status !== 0) throw new Error(`${name} ended with ${status}`)
    const { ready, peak } = JSON.parse(stdout)
    return [titles[name], ready.toFixed(0), (peak / 1e6).toFixed(0)]
  })
  printTable(['validator', 'ready ms', 'peak MB'], rows)
}
