import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PackageLimits, type PackedFile, packageLimits } from '../archive/limits.ts'
import { filesOfArchive, packageOf } from '../archive/package-of.ts'
import { isWanted } from '../archive/paths.ts'
import type { ConformancePackage } from '../definition/package.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { isFolder, readBytes, unreadable } from './files.ts'
import { messageOf, Stop } from './message.ts'
import { nodeInflater } from './node-inflater.ts'

/**
 * Reads a FHIR package from a folder, from a `.tgz` as registries serve it (https://hl7.org/fhir/packages.html) or from a
 * zip: the JSON files of the folder `package`, or of the folder itself. Links, pipes and devices are passed over, and no
 * path leads out. Throws a `Stop` with a line for each problem: CLI-003, PKG-001 to PKG-024, and what is wrong with a
 * file's JSON.
 */
export function readPackage(path: string, limits: PackageLimits = packageLimits): ConformancePackage {
  const name = path.replace(/(?<![\\/])[\\/]+$/, '')
  try {
    const isPlain = isFolder(path)
    const files = isPlain ? filesOf(path, limits) : filesOfArchive(readBytes(path, limits.bytes), limits, nodeInflater)
    return packageOf(files, name)
  } catch (problem) {
    throw stopOfPackage(problem, name)
  }
}

/** The end for what is wrong with packages: a line for each problem, with the file that it stands in. */
function stopOfPackage(problem: unknown, name: string): unknown {
  if (!(problem instanceof KritinfoError)) return problem
  const lines = problem.issues.map((one) =>
    messageOf({ ...one, path: '' }, { file: one.path === '' ? name : one.path.replace(/\/$/, '') }),
  )
  return new Stop(exit.input, lines)
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
