import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from '../mutation/generate.ts'
import { stories } from '../stories.ts'
import type { Job } from './engine.ts'

/** A named set of documents. */
export interface Corpus {
  readonly name: string
  readonly jobs: readonly Job[]
}

/** All that both validators are given. Cases that stand beside the repository take part when they are there. */
export function corpora(): Corpus[] {
  const { unchanged, mutants } = generate()
  return [
    { name: 'R4 examples', jobs: examples('node_modules/hl7.fhir.r4.core') },
    { name: 'IPS examples', jobs: examples('node_modules/hl7.fhir.uv.ips/example') },
    { name: 'stories', jobs: storyJobs() },
    { name: 'unchanged', jobs: unchanged.map(({ name, text }) => ({ name, text })) },
    { name: 'mutants', jobs: mutants.map(({ name, text }) => ({ name, text })) },
    { name: 'summaries', jobs: summaries() },
    { name: 'kj', jobs: files('../shared/cases/kj', '.json') },
  ]
}

/** The document's text, whichever way the job has it. */
export function textOf(job: Job): string {
  return job.text ?? readFileSync(job.file ?? '', 'utf8')
}

const definitions =
  /^(StructureDefinition|ValueSet|CodeSystem|SearchParameter|OperationDefinition|ConceptMap|CompartmentDefinition)-/

/** Bundles of all definitions are among the examples, and the engine takes minutes for them. */
const largest = 500_000

/** R4 core has definitions and examples in one folder; those of the types of definitions are not told apart. */
function examples(folder: string): Job[] {
  const named = files(folder, '.json').filter(({ name }) => /^[A-Z]/.test(name) && !definitions.test(name))
  return named.filter(({ name }) => statSync(join(folder, name)).size < largest)
}

function files(folder: string, ending: string): Job[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith(ending))
  return names.sort().map((name) => ({ name, file: join(folder, name) }))
}

function storyJobs(): Job[] {
  return stories.flatMap((name) =>
    ['r4', 'kj', 'eps'].map((form) => ({ name: `${name}/${form}`, file: `examples/${name}/${form}.json` })),
  )
}

/** Summaries of many makers, once against the European profile and once against the international one. */
function summaries(): Job[] {
  const profiles = [
    'http://hl7.eu/fhir/eps/StructureDefinition/bundle-eu-eps',
    'http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips',
  ]
  const found = [...files('../shared/cases/eps', '.json'), ...files('../shared/cases/probed', '.json')]
  return found.flatMap(({ name, file }) =>
    profiles.map((profile) => ({ name: `${name} ${profile.slice(-3)}`, file: file ?? '', profiles: [profile] })),
  )
}
