import type { Inflater, PackageLimits, PackedFile } from './limits.ts'
import { ArchivePaths, filesOfPackage, notUnpacked, refused, unpackedLimit } from './paths.ts'
import { tarEntries } from './tar.ts'

/**
 * The files that stand directly in the folder `package` of a `.tgz` (or in its root), in memory; nothing is written.
 * Links, devices, archives within and what lies deeper are passed over. Throws PKG-020 for what is no such archive,
 * PKG-021 and PKG-022 for one that is too large, before it has been unpacked further, PKG-023 for a path that leads out
 * and PKG-024 for one that is there twice.
 */
export function unpack(archive: Uint8Array, limits: PackageLimits, inflater: Inflater): PackedFile[] {
  const files = new Map<string, Uint8Array>()
  const paths = new ArchivePaths(limits)
  for (const entry of tarEntries(tarOf(archive, unpackedLimit(archive, limits), inflater))) {
    const path = paths.take(entry.path, entry.isFile)
    if (path !== undefined) files.set(path, entry.content)
  }
  return [...filesOfPackage(files)].map(([name, content]) => {
    return { name, size: content.length, read: () => content }
  })
}

/** What is compressed twice would have no bound the second time. */
function tarOf(archive: Uint8Array, limit: number, inflater: Inflater): Uint8Array {
  const content = inflater.gunzip(archive, limit)
  if (content === 'too large') throw refused('PKG-022', { limit })
  if (content === 'damaged') throw notUnpacked('it is neither gzip nor zip, or damaged')
  const [first, second] = content
  const isPackedAgain = (first === 0x1f && second === 0x8b) || (first === 0x28 && second === 0xb5)
  if (isPackedAgain) throw notUnpacked('it is compressed twice')
  return content
}
