import { type ConformancePackage, openPackage } from '../definition/package.ts'
import { decode } from '../document/decode.ts'
import type { Json } from '../document/json.ts'
import { readJson } from '../document/json-read.ts'
import { limitsOf } from '../document/limits.ts'
import { KritinfoError } from '../issue/issue.ts'
import { type Inflater, type PackageLimits, type PackedFile, packageLimits } from './limits.ts'
import { notUnpacked } from './paths.ts'
import { unpack } from './unpack.ts'
import { unzip } from './unzip.ts'
import { isZip } from './zip-directory.ts'

/** The files of an archive that a package is made of: a `.tgz` as registries serve it, or a zip. */
export function filesOfArchive(archive: Uint8Array, limits: PackageLimits, inflater: Inflater): PackedFile[] {
  if (archive.length === 0) throw notUnpacked('it is empty')
  return isZip(archive) ? unzip(archive, limits, inflater) : unpack(archive, limits, inflater)
}

/**
 * A FHIR package of its files; `name` is what messages call it. Throws `KritinfoError` with every problem: PKG-001 to PKG-005,
 * and what is wrong with a file's JSON, each with the file as its path.
 */
export function packageOf(files: readonly PackedFile[], name: string): ConformancePackage {
  return openPackage(new Map(files.map((one) => [one.name, parse(one, `${name}/${one.name}`)])), `${name}/`)
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
