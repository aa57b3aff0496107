import type { ArchiveReason } from '../issue/catalogue-package.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import type { PackageLimits } from './limits.ts'

/** Files are named after what they hold; those that say that they hold something else are not read. */
export function isWanted(name: string): boolean {
  const type = /^([A-Z][A-Za-z]*)-/.exec(name)?.[1]
  const used = type === undefined || ['StructureDefinition', 'ValueSet', 'CodeSystem', 'Questionnaire'].includes(type)
  return used && name.endsWith('.json') && !name.startsWith('.')
}

/** The paths of an archive, checked one after the other before anything of it is used. */
export class ArchivePaths {
  readonly #files = new Set<string>()
  readonly #limits: PackageLimits
  readonly #isTaken: (path: string) => boolean
  #entries = 0

  /** `isTaken` says of a normal path whether the file is one that is asked for: as a rule, one that a package is made of. */
  constructor(limits: PackageLimits, isTaken: (path: string) => boolean = isOfPackage) {
    this.#limits = limits
    this.#isTaken = isTaken
  }

  /**
   * The normal path of a file that is asked for; undefined for a link, a device or a folder, and for other files. Throws PKG-021 for too many entries, PKG-023 for a path that
   * leads out or that machines read differently, and PKG-024 for a path that was there before: what checks such an
   * archive may see the first of the two, and who unpacks it gets the second.
   */
  take(given: string, isFile: boolean): string | undefined {
    this.#entries += 1
    if (this.#entries > this.#limits.files) throw refused('PKG-021', { limit: this.#limits.files })
    const path = normal(given)
    if (!isFile) return undefined
    if (this.#files.has(path)) throw refused('PKG-024')
    this.#files.add(path)
    return this.#isTaken(path) ? path : undefined
  }
}

/** What stands directly in the folder `package`, or in the root. */
function isOfPackage(path: string): boolean {
  const name = path.replace(/^package\//, '')
  return !name.includes('/') && isWanted(name)
}

/** Backslashes are slashes on some machines, `C:` is a drive there, and a NUL ends a path for some programs only. */
function normal(given: string): string {
  const parts: string[] = []
  const slashed = given.replaceAll('\\', '/')
  if (/^\/|^[A-Za-z]:|\0/.test(slashed)) throw refused('PKG-023')
  for (const part of slashed.split('/')) {
    if (part === '..' && parts.pop() === undefined) throw refused('PKG-023')
    if (part !== '' && part !== '.' && part !== '..') parts.push(part)
  }
  const path = parts.join('/')
  if (/^[A-Za-z]:/.test(path)) throw refused('PKG-023')
  return path
}

/** By their names, the files of the folder `package`, or those of the root where there is no such folder. */
export function filesOfPackage<T>(files: ReadonlyMap<string, T>): Map<string, T> {
  const folder = 'package/'
  const inner = [...files].filter(([path]) => path.startsWith(folder))
  return inner.length === 0 ? new Map(files) : new Map(inner.map(([path, file]) => [path.slice(folder.length), file]))
}

/**
 * How much an archive may unpack to. JSON packs to a tenth and seldom to a fiftieth; what packs to less than a two
 * hundredth is made to fill a memory, and what is small anyway does no harm.
 */
export function unpackedLimit(archive: Uint8Array, { bytes }: PackageLimits): number {
  return Math.min(bytes, Math.max(16 * 1024 * 1024, 200 * archive.length))
}

type Refusal = 'PKG-021' | 'PKG-022' | 'PKG-023' | 'PKG-024'

/** The error for an archive that cannot be unpacked. */
export function notUnpacked(reason: ArchiveReason): KritinfoError {
  return new KritinfoError(issue('PKG-020', {}, { reason }))
}

/** The error for an archive that is not read. */
export function refused(code: Refusal, params: Readonly<Record<string, string | number>> = {}): KritinfoError {
  return new KritinfoError(issue(code, {}, params))
}
