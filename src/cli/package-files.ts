import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ConformancePackage, openPackage } from '../definition/package.ts'
import { decode } from '../document/decode.ts'
import type { Json } from '../document/json.ts'
import { readJson } from '../document/json-read.ts'
import { limitsOf } from '../document/limits.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { isFolder, readBytes } from './files.ts'
import { messageOf, Stop } from './message.ts'
import { unpack } from './unpack.ts'

/** Bounds on a package. The largest official ones (R4 core, terminology) have some 5,000 files and 150 MB. */
export interface PackageLimits {
  readonly files: number
  readonly bytes: number
}

export const packageLimits: PackageLimits = { files: 20_000, bytes: 256 * 1024 * 1024 }

/** One file of a package, read when it is needed. */
export interface PackedFile {
  readonly name: string
  readonly size: number
  read(): Uint8Array
}

/**
 * Reads a FHIR package from a folder or from a `.tgz` as registries serve it (https://hl7.org/fhir/packages.html): the
 * JSON files of the folder `package`, or of the folder itself. Links are passed over, and no path leads out.
 * Throws a `Stop` with a line for each problem: CLI-003, PKG-001 to PKG-023, and what is wrong with a file's JSON.
 */
export function readPackage(path: string, limits: PackageLimits = packageLimits): ConformancePackage {
  const name = path.replace(/[\\/]+$/, '')
  try {
    const files = isFolder(path) ? filesOf(path, limits) : unpack(readBytes(path, limits.bytes), limits)
    const wanted = files.filter((one) => isWanted(one.name))
    return openPackage(new Map(wanted.map((one) => [one.name, parse(one, `${name}/${one.name}`)])), `${name}/`)
  } catch (problem) {
    throw stopOfPackage(problem, name)
  }
}

/** The end for what is wrong with packages: a line for each problem, with the file that it stands in. */
function stopOfPackage(problem: unknown, name: string): unknown {
  if (!(problem instanceof KritinfoError)) return problem
  const lines = problem.issues.map((one) =>
    messageOf({ ...one, path: '' }, { file: one.path === '' ? name : one.path }),
  )
  return new Stop(exit.input, lines)
}

/** Files are named after what they hold; those that say that they hold something else are not read. */
function isWanted(name: string): boolean {
  const type = /^([A-Z][A-Za-z]*)-/.exec(name)?.[1]
  const used = type === undefined || ['StructureDefinition', 'ValueSet', 'CodeSystem', 'Questionnaire'].includes(type)
  return used && name.endsWith('.json') && !name.startsWith('.')
}

function parse(file: PackedFile, path: string): Json {
  // The narrative of an official code system may be longer than a patient's record may have a string.
  const limits = limitsOf({ stringLength: packageLimits.bytes })
  try {
    return readJson(decode(file.read(), limits).text, limits).root
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new KritinfoError(problem.issues.map((one) => ({ ...one, path })))
  }
}

/** What stands in the folder itself: other folders of a package hold examples and the like. */
function filesOf(given: string, limits: PackageLimits): PackedFile[] {
  const inner = join(given, 'package')
  const folder = lstatSync(inner, { throwIfNoEntry: false })?.isDirectory() ? inner : given
  const entries = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile())
  if (entries.length > limits.files) throw new KritinfoError(issue('PKG-021', {}, { limit: limits.files }))
  const files = entries.map(({ name }): PackedFile => {
    const path = join(folder, name)
    return { name, size: lstatSync(path).size, read: () => readFileSync(path) }
  })
  checkSize(
    files.filter((one) => isWanted(one.name)),
    limits,
  )
  return files
}

function checkSize(files: readonly PackedFile[], limits: PackageLimits): void {
  const total = files.reduce((sum, one) => sum + one.size, 0)
  if (total > limits.bytes) throw new KritinfoError(issue('PKG-022', {}, { limit: limits.bytes }))
}
