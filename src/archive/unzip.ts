import { checksumOf } from './checksum.ts'
import type { Inflater, PackageLimits, PackedFile } from './limits.ts'
import { ArchivePaths, filesOfPackage, refused, unpackedLimit } from './paths.ts'
import { damaged, type ZipEntry, zipEntries } from './zip-directory.ts'

/**
 * The files that stand directly in the folder `package` of a zip (or in its root), in memory; nothing is written. Links,
 * archives within and what lies deeper are passed over. Throws PKG-020 for a damaged archive, PKG-021 and PKG-022 for
 * one that is too large by what it says of itself, before anything is unpacked, PKG-023 for a path that leads out and
 * PKG-024 for one that is there twice. No file unpacks to more than the archive says, also where several share bytes.
 */
export function unzip(archive: Uint8Array, limits: PackageLimits, inflater: Inflater): PackedFile[] {
  return filesOf(filesOfPackage(wantedEntries(archive, limits, new ArchivePaths(limits))), archive, inflater)
}

/** The same of any files of a zip, in whatever folder: those whose normal path `isTaken`, by that path. */
export function unzipFiles(
  archive: Uint8Array,
  limits: PackageLimits,
  inflater: Inflater,
  isTaken: (path: string) => boolean,
): PackedFile[] {
  return filesOf(wantedEntries(archive, limits, new ArchivePaths(limits, isTaken)), archive, inflater)
}

function filesOf(entries: ReadonlyMap<string, ZipEntry>, archive: Uint8Array, inflater: Inflater): PackedFile[] {
  return [...entries].map(([name, entry]) => {
    return { name, size: entry.size, read: () => contentOf(archive, entry, inflater) }
  })
}

function wantedEntries(archive: Uint8Array, limits: PackageLimits, paths: ArchivePaths): Map<string, ZipEntry> {
  const files = new Map<string, ZipEntry>()
  const limit = unpackedLimit(archive, limits)
  let total = 0
  for (const entry of zipEntries(archive)) {
    const path = paths.take(entry.path, entry.isFile)
    if (path === undefined) continue
    total += entry.size
    if (total > limit) throw refused('PKG-022', { limit })
    files.set(path, entry)
  }
  return files
}

/** The local header repeats what the directory says, of which only the lengths of its own tail are needed. */
function contentOf(archive: Uint8Array, entry: ZipEntry, inflater: Inflater): Uint8Array {
  const { offset, packedSize, size, isDeflated, checksum } = entry
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  if (offset + 30 > archive.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = archive.subarray(start, start + packedSize)
  const content = isDeflated ? inflater.inflate(packed, size) : packed
  if (content === undefined || packed.length !== packedSize) throw damaged()
  if (content.length !== size || checksumOf(content) !== checksum) throw damaged()
  return content
}
