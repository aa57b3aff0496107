import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Conversion,
  canonical,
  fhirModel,
  type Form,
  type Json,
  type JsonObject,
  read,
  treeOf,
  validateKi,
} from '../../src/index.ts'
import { accountProblem, to } from '../laws/kit.ts'

/** Public summaries that nobody here wrote: those beside the repository, and those of the IPS package. */
const folders = ['../shared/cases/eps', 'node_modules/hl7.fhir.uv.ips/example']
const summaries = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => folder.includes('cases') || name.startsWith('Bundle-'))
    .map((name) => join(folder, name)),
)

type Summary = JsonObject & { entry: { resource: JsonObject }[] }

function summaryOf(file: string): Summary {
  return read(readFileSync(file), { model: fhirModel() }).root as Summary
}

/** Entries of which nothing is in the output, and that no issue speaks of. The container of a summary is made anew. */
function silent(root: Summary, { ledger, issues }: Conversion): string[] {
  const lost = new Map<string, number>()
  for (const { path, side } of ledger) {
    const entry = side === 'output' ? undefined : /entry\[\d+\]\.resource/.exec(path)?.[0]
    if (entry !== undefined) lost.set(entry, (lost.get(entry) ?? 0) + 1)
  }
  return root.entry.flatMap(({ resource }, index) => {
    const place = `entry[${index}].resource`
    const isWhole = lost.get(place) === leavesOf(resource)
    const isTold = issues.some(({ path }) => path.includes(place))
    return isWhole && !isTold && resource.resourceType !== 'Composition' ? [place] : []
  })
}

/** A published summary has an advance directive of a patient whom it does not hold. Who takes it in takes in nothing. */
function namesAnother({ entry }: Summary): boolean {
  const ids = entry.filter(({ resource }) => resource.resourceType === 'Patient').map(({ resource }) => resource.id)
  const consents = entry.filter(({ resource }) => resource.resourceType === 'Consent')
  return consents.some(({ resource }) => {
    const { reference } = (resource.patient ?? {}) as JsonObject
    return !ids.some((id) => String(reference).endsWith(String(id)))
  })
}

function leavesOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value as JsonObject).reduce<number>((sum, one) => sum + leavesOf(one), 0)
}

describe.each(summaries)('%s', (file) => {
  test.each<Form>(['ki', 'kj'])(
    'comes in as %s with complete accounting, and no entry is left out in silence',
    (form) => {
      const root = summaryOf(file)
      const made = to(form, root)
      expect(accountProblem(root, made)).toBeUndefined()
      expect(silent(root, made)).toEqual([])
      if (form === 'ki') expect(validateKi(treeOf(made.output.root))).toEqual([])
    },
  )

  test.each<Form>(['ki', 'kj'])('takes in all that has a place if asked to, as %s', (form) => {
    const root = summaryOf(file)
    if (namesAnother(root)) return expect(() => to(form, root, { import: 'all' })).toThrow('CNV-005')
    const made = to(form, root, { import: 'all' })
    expect(accountProblem(root, made)).toBeUndefined()
    expect(silent(root, made)).toEqual([])
    expect(recordsIn(made)).toBeGreaterThanOrEqual(recordsIn(to(form, root)))
  })

  test.each<Form>(['ki', 'kj'])('goes out from %s as it came, with itself as base', (form) => {
    const root = summaryOf(file)
    const patient = root.entry.find(({ resource }) => resource.resourceType === 'Patient')?.resource ?? null
    const back = to('eps', to(form, root).output.root, { from: form, base: root, patient })
    expect(canonical(back.output.root)).toEqual(canonical(root))
  })
})

function recordsIn({ output }: Conversion): number {
  const { registreringer, entry } = output.root as JsonObject
  return Array.isArray(registreringer) ? registreringer.length : Array.isArray(entry) ? entry.length : 1
}
