import { packageLimits, type PackedFile } from '../../archive/limits.ts'
import { filesOfArchive, packageOf } from '../../archive/package-of.ts'
import { isWanted, refused } from '../../archive/paths.ts'
import { unzipFiles } from '../../archive/unzip.ts'
import { isZip } from '../../archive/zip-directory.ts'
import type { ConformancePackage } from '../../definition/package.ts'
import { fhirModel } from '../../definition/model.ts'
import { type Issue, issue, KritinfoError } from '../../issue/issue.ts'
import { diffPackages, type PackageDiff } from '../../mapping/diff/package.ts'
import { diffTables, type TablesDiff } from '../../mapping/diff/tables.ts'
import { versionOf } from '../../mapping/diff/version.ts'
import { isTableFile, largestTable } from '../../mapping/table-file.ts'
import type { SourceFile } from '../../mapping/source.ts'
import { writtenMappings } from '../mappings.ts'
import { plainInflater } from './inflater.ts'
import { toolkit } from './kits.ts'

/** A file that a reader gave, by its path in what was dropped or chosen. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type VersionKind = 'tables' | 'package'

/** What differs, with what was left out of it; or that the two are of different kinds, which cannot be compared. */
export type Compared =
  | { readonly diff: TablesDiff | PackageDiff; readonly leftOut: readonly Issue[] }
  | { readonly unlike: readonly [before: VersionKind, after: VersionKind] }

/** What the page of versions asks. */
export const versionServices = {
  /**
   * Two versions of tables or of a FHIR package, as `kritinfo mapping diff` compares them. No files before stand for the
   * tables of the site.
   *
   * @throws KritinfoError with every problem, each with the file as its path.
   */
  compareVersions({ before, after }: { before: readonly GivenFile[]; after: readonly GivenFile[] }): Compared {
    const kinds = [before.length === 0 ? 'tables' : kindOf(before), kindOf(after)] as const
    if (kinds[0] !== kinds[1]) return { unlike: kinds }
    return kinds[0] === 'tables' ? ofTables(before, after) : ofPackages(before, after)
  },
}

/** Files of YAML are tables, alone or in a zip; everything else is a package. */
function kindOf(files: readonly GivenFile[]): VersionKind {
  return files.some(holdsTables) ? 'tables' : 'package'
}

function holdsTables({ name, bytes }: GivenFile): boolean {
  return isTableFile(name) || (isZip(bytes) && tablesIn(bytes, name).length > 0)
}

function ofTables(before: readonly GivenFile[], after: readonly GivenFile[]): Compared {
  const model = fhirModel()
  const old = before.length === 0 ? writtenMappings() : versionOf(sourcesOf(before), undefined, model)
  return { diff: diffTables(old, versionOf(sourcesOf(after), old, model)), leftOut: [] }
}

/** The texts of all tables among the files, called by their path below the folder that all of them stand in. */
function sourcesOf(files: readonly GivenFile[]): SourceFile[] {
  const tables = files.flatMap(({ name, bytes }) =>
    isTableFile(name) ? [{ name, bytes }] : isZip(bytes) ? tablesIn(bytes, name) : [],
  )
  const [first = ''] = tables.map(({ name }) => name.split('/').slice(0, -1)[0] ?? '')
  const isShared = first !== '' && tables.every(({ name }) => name.startsWith(`${first}/`)) && tables.length > 1
  return tables.map(({ name, bytes }) => {
    const path = isShared ? name.slice(first.length + 1) : name
    if (bytes.length > largestTable) throw new KritinfoError(issue('DOC-007', { path }, { limit: largestTable }))
    return { name: path, text: new TextDecoder().decode(bytes) }
  })
}

function tablesIn(archive: Uint8Array, name: string): GivenFile[] {
  return inFile(name, () =>
    unzipFiles(archive, packageLimits, plainInflater, isTableFile).map((one) => ({
      name: one.name,
      bytes: one.read(),
    })),
  )
}

function ofPackages(before: readonly GivenFile[], after: readonly GivenFile[]): Compared {
  const leftOut: Issue[] = []
  const [old, fresh] = [packageIn(before), packageIn(after)]
  const diff = diffPackages(old, fresh, toolkit().mappings, (problem) =>
    leftOut.push({ ...problem, severity: 'warning' }),
  )
  return { diff, leftOut }
}

/** An archive, or the files of a folder. */
function packageIn(files: readonly GivenFile[]): ConformancePackage {
  const [first] = files
  const name = first?.name ?? ''
  if (files.length > 1) return packageOf(filesOfFolder(files), name.split('/')[0] ?? name)
  const packed = inFile(name, () => filesOfArchive(first?.bytes ?? new Uint8Array(), packageLimits, plainInflater))
  return inFile(name, () => packageOf(packed, name))
}

/** What stands in the folder `package`, or else in the folder itself, as of a folder on the command line. */
function filesOfFolder(files: readonly GivenFile[]): PackedFile[] {
  const inner = files.filter(({ name }) => /(?:^|\/)package\/[^/]+$/.test(name))
  const all = (inner.length > 0 ? inner : files).map(({ name, bytes }): PackedFile => {
    return { name: name.split('/').at(-1) ?? name, size: bytes.length, read: () => bytes }
  })
  const wanted = all.filter(({ name }) => isWanted(name))
  if (wanted.length > packageLimits.files) throw refused('PKG-021', { limit: packageLimits.files })
  if (wanted.reduce((sum, { size }) => sum + size, 0) > packageLimits.bytes)
    throw refused('PKG-022', { limit: packageLimits.bytes })
  return wanted
}

/** What is wrong with an archive as a whole has its name. */
function inFile<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new KritinfoError(problem.issues.map((one) => (one.path === '' ? { ...one, path: name } : one)))
  }
}
