import { inflateRawSync } from 'node:zlib'
import { checksumOf } from './checksum.ts'
import type { PackageLimits, PackedFile } from './package-files.ts'
import { ArchivePaths, filesOfPackage, refused, unpackedLimit } from './package-paths.ts'
import { damaged, type ZipEntry, zipEntries } from './zip-directory.ts'

/**
 * The files that stand directly in the folder `package` of a zip (or in its root), in memory; nothing is written. Links,
 * archives within and what lies deeper are passed over. Throws PKG-020 for a damaged archive, PKG-021 and PKG-022 for
 * one that is too large by what it says of itself, before anything is unpacked, PKG-023 for a path that leads out and
 * PKG-024 for one that is there twice. No file unpacks to more than the archive says, also where several share bytes.
 */
export function unzip(archive: Uint8Array, limits: PackageLimits): PackedFile[] {
  const files = new Map<string, ZipEntry>()
  const paths = new ArchivePaths(limits)
  const limit = unpackedLimit(archive, limits)
  let total = 0
  for (const entry of zipEntries(archive)) {
    const path = paths.take(entry.path, entry.isFile)
    if (path === undefined) continue
    total += entry.size
    if (total > limit) throw refused('PKG-022', { limit })
    files.set(path, entry)
  }
  return [...filesOfPackage(files)].map(([name, entry]) => {
    return { name, size: entry.size, read: () => contentOf(archive, entry) }
  })
}

/** The local header repeats what the directory says, of which only the lengths of its own tail are needed. */
function contentOf(archive: Uint8Array, { offset, packedSize, size, isDeflated, checksum }: ZipEntry): Uint8Array {
  const header = Buffer.from(archive.buffer, archive.byteOffset + Math.min(offset, archive.length)).subarray(0, 30)
  if (offset + 30 > archive.length || header.readUInt32LE(0) !== 0x04034b50) throw damaged()
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = archive.subarray(start, start + packedSize)
  const content = isDeflated ? inflated(packed, size) : packed
  if (packed.length !== packedSize || content.length !== size || checksumOf(content) !== checksum) throw damaged()
  return content
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code ?? ''
    if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE') throw damaged()
    throw problem
  }
}
