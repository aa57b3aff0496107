import { posix } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Parser, type ReadEntry } from 'tar'
import { issue, KritinfoError } from '../issue/issue.ts'
import type { PackageLimits, PackedFile } from './package-files.ts'

/**
 * The files that stand directly in the folder `package` of a `.tgz` (or in its root), in memory; nothing is written.
 * Links, devices and what lies deeper are passed over. Throws PKG-020 for what is no such archive, PKG-021 and PKG-022
 * for one that is too large, before it has been unpacked further, and PKG-023 for a path that leads out.
 */
export function unpack(archive: Uint8Array, limits: PackageLimits): PackedFile[] {
  const files = new Map<string, Uint8Array[]>()
  let entries = 0
  const parser = new Parser({
    strict: true,
    onReadEntry(entry) {
      entries += 1
      if (entries > limits.files) throw refused('PKG-021', { limit: limits.files })
      collect(entry, files)
    },
  })
  try {
    parser.end(Buffer.from(gunzipSync(archive, { maxOutputLength: limits.bytes })))
  } catch (problem) {
    throw problemOf(problem, limits)
  }
  return [...files].map(([name, chunks]) => {
    const content = Buffer.concat(chunks)
    return { name, size: content.length, read: () => content }
  })
}

function collect(entry: ReadEntry, files: Map<string, Uint8Array[]>): void {
  const path = posix.normalize(entry.path.replaceAll('\\', '/'))
  if (path.startsWith('../') || path === '..' || posix.isAbsolute(path)) throw refused('PKG-023')
  const name = path.replace(/^package\//, '')
  if (entry.type !== 'File' || name.includes('/')) {
    entry.resume()
    return
  }
  // Of two files with one path the later counts, as when they are unpacked one over the other.
  const chunks: Uint8Array[] = []
  files.set(name, chunks)
  entry.on('data', (chunk) => chunks.push(chunk))
}

function problemOf(problem: unknown, limits: PackageLimits): unknown {
  if (problem instanceof KritinfoError || !(problem instanceof Error)) return problem
  const code = (problem as NodeJS.ErrnoException).code ?? ''
  if (code === 'ERR_BUFFER_TOO_LARGE') return refused('PKG-022', { limit: limits.bytes })
  if (code.startsWith('Z_')) return refused('PKG-020', { reason: 'it is not gzip, or damaged' })
  return code.startsWith('TAR_') ? refused('PKG-020', { reason: 'it is no tar archive, or damaged' }) : problem
}

function refused(code: 'PKG-020' | 'PKG-021' | 'PKG-022' | 'PKG-023', params: Record<string, string | number> = {}) {
  return new KritinfoError(issue(code, {}, params))
}
