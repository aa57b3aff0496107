import { notUnpacked } from './paths.ts'

/** An entry of a zip's central directory. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 */
export interface ZipEntry {
  readonly path: string
  readonly isFile: boolean
  /** Where its local header begins. */
  readonly offset: number
  readonly packedSize: number
  readonly size: number
  readonly isDeflated: boolean
  readonly checksum: number
}

const signatures = { end: 0x06054b50, directory: 0x02014b50 }
const endSize = 22
const longestComment = 0xffff

/** Whether the bytes begin as a zip does: with a file, or with the end of an empty one. */
export function isZip([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
}

/**
 * The entries of a zip, as its central directory tells them: what that does not list is not there, whatever stands in
 * the bytes. Throws PKG-020 for a damaged archive, and for one that is encrypted, split, packed in a way other than
 * "stored" and "deflated", or has the 64-bit sizes that no package needs.
 */
export function* zipEntries(archive: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (view.getUint16(end + 8, true) !== count || count === 0xffff || at === 0xffffffff) throw notTaken()
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== signatures.directory) throw damaged()
    const length = view.getUint16(at + 28, true)
    yield entryAt(archive, view, at, length)
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

/** The end of the directory is the last thing in the archive but for a comment, whose length it tells. */
function endOf(view: DataView): number {
  const last = view.byteLength - endSize
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) === signatures.end && view.getUint16(at + 20, true) === last - at) return at
  }
  throw damaged()
}

function entryAt(archive: Uint8Array, view: DataView, at: number, length: number): ZipEntry {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
  if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw notTaken()
  const path = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + length))
  return {
    path,
    isFile: !path.endsWith('/') && isRegular(view, at),
    offset: view.getUint32(at + 42, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    isDeflated: method === 8,
    checksum: view.getUint32(at + 16, true),
  }
}

/** Archives made on Unix keep the mode of the file there, in which the kind stands: links and devices are no files. */
function isRegular(view: DataView, at: number): boolean {
  const madeOnUnix = view.getUint8(at + 5) === 3
  const kind = (view.getUint16(at + 40, true) & 0o170000) >>> 0
  return !madeOnUnix || kind === 0 || kind === 0o100000
}

/** The error for bytes that do not hold what the archive says. */
export function damaged() {
  return notUnpacked('it is no zip archive, or damaged')
}

function notTaken() {
  return notUnpacked('it is encrypted, split, or packed in a way that is not read here')
}
