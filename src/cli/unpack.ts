import { gunzipSync } from 'node:zlib'
import { Parser, type ReadEntry } from 'tar'
import { KritinfoError } from '../issue/issue.ts'
import type { PackageLimits, PackedFile } from './package-files.ts'
import { ArchivePaths, filesOfPackage, refused, unpackedLimit } from './package-paths.ts'

/**
 * The files that stand directly in the folder `package` of a `.tgz` (or in its root), in memory; nothing is written.
 * Links, devices, archives within and what lies deeper are passed over. Throws PKG-020 for what is no such archive,
 * PKG-021 and PKG-022 for one that is too large, before it has been unpacked further, PKG-023 for a path that leads out
 * and PKG-024 for one that is there twice.
 */
export function unpack(archive: Uint8Array, limits: PackageLimits): PackedFile[] {
  const files = new Map<string, Uint8Array[]>()
  const paths = new ArchivePaths(limits)
  const parser = new Parser({ strict: true, onReadEntry: (entry) => collect(entry, paths, files) })
  const limit = unpackedLimit(archive, limits)
  try {
    parser.end(Buffer.from(tarOf(archive, limit)))
  } catch (problem) {
    throw problemOf(problem, limit)
  }
  return [...filesOfPackage(files)].map(([name, chunks]) => {
    const content = Buffer.concat(chunks)
    return { name, size: content.length, read: () => content }
  })
}

/** The parser would unpack what is compressed twice, and without a bound. */
function tarOf(archive: Uint8Array, limit: number): Uint8Array {
  const content = gunzipSync(archive, { maxOutputLength: limit })
  const [first, second] = content
  const isPackedAgain = (first === 0x1f && second === 0x8b) || (first === 0x28 && second === 0xb5)
  if (isPackedAgain) throw refused('PKG-020', { reason: 'it is compressed twice' })
  return content
}

function collect(entry: ReadEntry, paths: ArchivePaths, files: Map<string, Uint8Array[]>): void {
  const path = paths.take(entry.path, entry.type === 'File' || entry.type === 'OldFile')
  if (path === undefined) {
    entry.resume()
    return
  }
  const chunks: Uint8Array[] = []
  files.set(path, chunks)
  entry.on('data', (chunk) => chunks.push(chunk))
}

function problemOf(problem: unknown, limit: number): unknown {
  if (problem instanceof KritinfoError || !(problem instanceof Error)) return problem
  const code = (problem as NodeJS.ErrnoException).code ?? ''
  if (code === 'ERR_BUFFER_TOO_LARGE') return refused('PKG-022', { limit })
  if (code.startsWith('Z_')) return refused('PKG-020', { reason: 'it is not gzip, or damaged' })
  return code.startsWith('TAR_') ? refused('PKG-020', { reason: 'it is no tar archive, or damaged' }) : problem
}
