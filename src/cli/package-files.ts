import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ConformancePackage, openPackage } from '../definition/package.ts'
import { decode } from '../document/decode.ts'
import type { Json } from '../document/json.ts'
import { readJson } from '../document/json-read.ts'
import { limitsOf } from '../document/limits.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { isFolder, readBytes, unreadable } from './files.ts'
import { messageOf, Stop } from './message.ts'
import { isWanted } from './package-paths.ts'
import { unpack } from './unpack.ts'
import { unzip } from './unzip.ts'
import { isZip } from './zip-directory.ts'

/**
 * Bounds on a package: its entries, and the bytes of what is read of it. The largest official ones (R4 core, terminology)
 * have some 5,000 files and 150 MB.
 */
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
 * Reads a FHIR package from a folder, from a `.tgz` as registries serve it (https://hl7.org/fhir/packages.html) or from a
 * zip: the JSON files of the folder `package`, or of the folder itself. Links, pipes and devices are passed over, and no
 * path leads out. Throws a `Stop` with a line for each problem: CLI-003, PKG-001 to PKG-024, and what is wrong with a
 * file's JSON.
 */
export function readPackage(path: string, limits: PackageLimits = packageLimits): ConformancePackage {
  const name = path.replace(/(?<![\\/])[\\/]+$/, '')
  try {
    const files = isFolder(path) ? filesOf(path, limits) : filesOfArchive(readBytes(path, limits.bytes), limits)
    return openPackage(new Map(files.map((one) => [one.name, parse(one, `${name}/${one.name}`)])), `${name}/`)
  } catch (problem) {
    throw stopOfPackage(problem, name)
  }
}

function filesOfArchive(archive: Uint8Array, limits: PackageLimits): PackedFile[] {
  return isZip(archive) ? unzip(archive, limits) : unpack(archive, limits)
}

/** The end for what is wrong with packages: a line for each problem, with the file that it stands in. */
function stopOfPackage(problem: unknown, name: string): unknown {
  if (!(problem instanceof KritinfoError)) return problem
  const lines = problem.issues.map((one) =>
    messageOf({ ...one, path: '' }, { file: one.path === '' ? name : one.path }),
  )
  return new Stop(exit.input, lines)
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
  const files = entries.flatMap(({ name }): PackedFile[] => {
    if (!isWanted(name)) return []
    const path = join(folder, name)
    return [{ name, size: lstatSync(path).size, read: () => readPlain(path, limits) }]
  })
  const total = files.reduce((sum, one) => sum + one.size, 0)
  if (total > limits.bytes) throw new KritinfoError(issue('PKG-022', {}, { limit: limits.bytes }))
  return files
}

/** A file that was one when the folder was listed: a link or pipe that took its place since is not followed, nor waited for. */
function readPlain(path: string, limits: PackageLimits): Uint8Array {
  try {
    const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    try {
      const { size } = fstatSync(handle)
      if (size > limits.bytes) throw new KritinfoError(issue('PKG-022', {}, { limit: limits.bytes }))
      return readFileSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (problem) {
    throw problem instanceof KritinfoError ? problem : unreadable(problem)
  }
}
