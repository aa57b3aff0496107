import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { generate } from '../mutation/generate.ts'
import { readVerdicts, writeVerdicts } from '../mutation/verdicts.ts'
import { corpora, textOf } from './corpora.ts'
import { covers, type Disagreement, grouped, readKnown } from './disagreements.ts'
import { askEngine, type Verdict } from './engine.ts'
import { ourErrors } from './ours.ts'
import { details, type Pair } from './details.ts'
import { mappingJobs } from './mappings.ts'

/**
 * Our validator and the official engine over the same documents with the same packages. They agree on a document when
 * both find errors or neither does. `test/oracle/target/report.txt` has what they differ in, also where they agree.
 */
const writing = process.env.KRITINFO_ORACLE === 'write'
const known = readKnown('test/oracle/disagreements.yaml')
const sets = corpora()
const pairs = new Map<string, Pair[]>()
const exported: Verdict[] = []

beforeAll(() => {
  const jobs = sets.flatMap((set) => set.jobs.map((job) => ({ ...job, name: `${set.name}: ${job.name}` })))
  const exports = mappingJobs()
  const verdicts = new Map(askEngine([...jobs, ...exports]).map((verdict) => [verdict.name, verdict]))
  exported.push(...exports.map(({ name }) => answerTo(name, verdicts)))
  for (const { name, jobs: own } of sets) {
    pairs.set(
      name,
      own.map((job) => ({
        name: job.name,
        ours: ourErrors(textOf(job), job.profiles),
        theirs: answerTo(`${name}: ${job.name}`, verdicts),
      })),
    )
  }
  if (writing) writeVerdicts(freshVerdicts())
  writeFileSync('test/oracle/target/report.txt', report())
}, 1_500_000)

describe('both validators', () => {
  test.each(sets.map((set) => set.name))('agree on %s, but for what is listed with a reason', (name) => {
    const unlisted = differences(name).filter((one) => !known.some((entry) => covers(entry, one)))
    expect(unlisted.length, grouped(unlisted)).toBe(0)
  })

  test('differ in all that is listed', () => {
    const all = sets.flatMap((set) => differences(set.name))
    const idle = known.filter((entry) => hasDocuments(entry.corpus) && !all.some((one) => covers(entry, one)))
    expect(idle.map((entry) => entry.id)).toEqual([])
  })
})

describe('the official engine', () => {
  test('finds no error in what we convert to, nor in the documents that mutants are made of', () => {
    const listed = (one: Disagreement) => known.some((entry) => covers(entry, one))
    for (const set of ['stories', 'unchanged']) {
      const reasoned = new Set(differences(set).flatMap((one) => (listed(one) ? one.name : [])))
      const found = pairsOf(set).filter((one) => one.theirs.errors.length > 0 && !reasoned.has(one.name))
      expect(found.map((one) => one.name)).toEqual([])
    }
  })

  test('reads every map that the tables are exported to, and finds no error in them nor in the ConceptMaps', () => {
    expect(exported.filter(({ name }) => name.endsWith('.fml')).length).toBeGreaterThan(50)
    // On a logical model of R4 by itself this version of the engine breaks down; it holds the maps against them all the same.
    const judged = exported.filter(({ name }) => !name.includes('StructureDefinition-'))
    const found = judged.filter(({ errors, crash }) => errors.length > 0 || crash !== undefined)
    expect(found).toEqual([])
  })

  test('says of each mutant what is stored', () => {
    expect(Object.fromEntries(readVerdicts())).toEqual(Object.fromEntries(freshVerdicts()))
  })
})

function answerTo(name: string, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const verdict = verdicts.get(name)
  if (verdict === undefined) throw new Error(`the engine gave no answer to ${name}`)
  return verdict
}

function hasDocuments(corpus: string | undefined): boolean {
  return corpus === undefined || pairsOf(corpus).length > 0
}

function pairsOf(corpus: string): readonly Pair[] {
  return pairs.get(corpus) ?? []
}

/** What only one of the two finds fault with. Where the engine broke down nothing is known. */
function differences(corpus: string): Disagreement[] {
  return pairsOf(corpus).flatMap(({ name, ours, theirs }): Disagreement[] => {
    const codes: string[] = [...new Set(ours.map((one) => one.code))].sort()
    const ids = idsOf(theirs)
    if (theirs.crash !== undefined || codes.length > 0 === ids.length > 0) return []
    return codes.length > 0
      ? [{ corpus, name, only: 'ours', findings: codes }]
      : [{ corpus, name, only: 'oracle', findings: ids }]
  })
}

function idsOf(verdict: Verdict): string[] {
  return [...new Set(verdict.errors.map((one) => one.id))].sort()
}

function freshVerdicts(): Map<string, readonly string[]> {
  const { unchanged, mutants } = generate()
  const hashes = new Map([...unchanged, ...mutants].map((one) => [one.name, one.hash]))
  const asked = [...pairsOf('unchanged'), ...pairsOf('mutants')].filter((one) => one.theirs.crash === undefined)
  return new Map(asked.map((one) => [hashes.get(one.name) ?? '', idsOf(one.theirs)]))
}

function report(): string {
  return sets
    .map(({ name }) => {
      const all = pairsOf(name)
      const found = differences(name)
      const crashed = all.filter((one) => one.theirs.crash !== undefined).map((one) => `      ${one.name}`)
      return [
        `== ${name}: ${all.length} documents, the same verdict on ${all.length - found.length}`,
        grouped(found),
        `-- the engine broke down on ${crashed.length}`,
        ...crashed,
        '-- errors of the engine at places where we have none, in documents that both refuse',
        details(all),
      ].join('\n')
    })
    .join('\n\n')
}
