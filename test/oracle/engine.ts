import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testPackage } from '../mutation/bases.ts'

/** A document for the official engine: a file, or a text with a name. */
export interface Job {
  readonly name: string
  readonly file?: string
  readonly text?: string
  readonly profiles?: readonly string[]
  /** `map` for a text of the FHIR Mapping Language, `known` for a resource that maps may name. */
  readonly kind?: 'map' | 'known'
}

/** What the official engine says of a document; `src/main/java/kritinfo/oracle/Result.java`. */
export interface Verdict {
  readonly name: string
  readonly errors: readonly {
    readonly severity: string
    readonly id: string
    /** Absent for the document as a whole. */
    readonly path?: string
    readonly message: string
  }[]
  readonly crash?: string
}

const folder = 'test/oracle'
const target = join(folder, 'target')
const [questions, answers] = [join(target, 'jobs.ndjson'), join(target, 'results.ndjson')] as const

/**
 * Runs the official engine over all documents at once: starting it takes half a minute. Needs Java 17 and Maven. With
 * `KRITINFO_ORACLE=reuse` the answers of the last run are taken, if it had the same documents; that is for work on our
 * side only, since the packages may have changed.
 */
export function askEngine(jobs: readonly Job[]): Verdict[] {
  const text = jobs.map((job) => `${JSON.stringify(job)}\n`).join('')
  const reusable =
    process.env.KRITINFO_ORACLE === 'reuse' && existsSync(answers) && readFileSync(questions, 'utf8') === text
  if (!reusable) runEngine(text)
  const lines = readFileSync(answers, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Verdict)
}

function runEngine(jobs: string): void {
  mkdirSync(target, { recursive: true })
  rmSync(answers, { force: true })
  writeFileSync(questions, jobs)
  const { command, options } = engineCall('Main', target, questions, answers)
  run(command, options)
}

/**
 * The call of a class of `src/main/java`, which is compiled before: `more` stands between the folder that it works in and the
 * folders of packages. Throws where Java or Maven is missing.
 */
export function engineCall(main: string, work: string, ...more: readonly string[]) {
  run('mvn', ['-q', '-B', '-f', join(folder, 'pom.xml'), 'compile'])
  const classpath = [join(target, 'classes'), readFileSync(join(target, 'classpath.txt'), 'utf8')].join(':')
  const options = ['-Xmx3g', '-cp', classpath, `kritinfo.oracle.${main}`, 'node_modules', work, ...more]
  return { command: 'java', options: [...options, ...packageFolders()] }
}

/** Every package that we write, and the one that the mutants use. */
function packageFolders(): string[] {
  const folders = readdirSync('profiles').map((name) => join('profiles', name))
  const hasDefinitions = (path: string) =>
    existsSync(join(path, 'package.json')) && readdirSync(path).some((name) => name.startsWith('StructureDefinition-'))
  return [...folders.filter(hasDefinitions), testPackage]
}

function run(command: string, options: readonly string[]): void {
  const { error, status } = spawnSync(command, options, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (error !== undefined) throw new Error(`the comparison needs Java 17 and Maven: ${command}: ${error.message}`)
  if (status !== 0) throw new Error(`${command} ended with ${status}; see ${join(target, 'engine.log')}`)
}
