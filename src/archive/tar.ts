import { notUnpacked } from './paths.ts'
import { paxRecords } from './pax.ts'

/** One entry of a tar archive. */
export interface TarEntry {
  readonly path: string
  /** False for links, devices, folders, and whatever tools of today do not know. */
  readonly isFile: boolean
  readonly content: Uint8Array
}

const blockSize = 512

/** What entries of their own say of the one after them (`x`, `L`), or of all that follow (`g`). */
interface Told {
  readonly path?: string
  readonly size?: number
}

/**
 * The entries of a tar archive, in their order: ustar and pax
 * (https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13), with the long names of GNU tar
 * (https://www.gnu.org/software/tar/manual/html_node/Standard.html). Throws PKG-020 for what is no such archive, is cut off,
 * or has a header whose checksum is wrong.
 */
export function* tarEntries(archive: Uint8Array): Generator<TarEntry> {
  let forAll: Told = {}
  let forNext: Told = {}
  for (let at = 0; at < archive.length; ) {
    const header = archive.subarray(at, at + blockSize)
    if (header.every((byte) => byte === 0)) return
    if (header.length < blockSize || !isWhole(header)) throw noTar()
    const type = String.fromCharCode(header[156] ?? 0)
    const told = { ...forAll, ...forNext }
    const size = isTelling(type) ? sizeOf(header) : type === '5' ? 0 : (told.size ?? sizeOf(header))
    const content = archive.subarray(at + blockSize, at + blockSize + size)
    if (content.length < size) throw noTar()
    at += blockSize + Math.ceil(size / blockSize) * blockSize
    if (type === 'x') forNext = { ...forNext, ...toldBy(content) }
    else if (type === 'g') forAll = { ...forAll, ...toldBy(content) }
    else if (type === 'L') forNext = { ...forNext, path: textOf(content) }
    else if (type !== 'K') {
      const path = told.path ?? pathOf(header)
      yield { path, isFile: (type === '0' || type === '\0') && !path.endsWith('/'), content }
      forNext = {}
    }
  }
}

/** Entries that say something of others, and are none. */
function isTelling(type: string): boolean {
  return 'xgLK'.includes(type)
}

/** The sum of a header's bytes stands in it, and is counted as if there were spaces. */
function isWhole(header: Uint8Array): boolean {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0)
  return sum === octal(header.subarray(148, 156))
}

function toldBy(content: Uint8Array): Told {
  const records = paxRecords(content)
  if (records === undefined) throw noTar()
  const [path, size] = [records.get('path'), records.get('size')]
  if (size !== undefined && !/^\d{1,15}$/.test(size)) throw noTar()
  return { ...(path === undefined ? {} : { path }), ...(size === undefined ? {} : { size: Number(size) }) }
}

/** A ustar header has the beginning of a long path apart. */
function pathOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100))
  const isUstar = textOf(header.subarray(257, 263)) === 'ustar'
  const prefix = isUstar ? textOf(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

function sizeOf(header: Uint8Array): number {
  const field = header.subarray(124, 136)
  const size = ((field[0] ?? 0) & 0x80) === 0 ? octal(field) : binary(field)
  if (size === undefined || !Number.isSafeInteger(size)) throw noTar()
  return size
}

function octal(field: Uint8Array): number | undefined {
  const text = textOf(field).trim()
  return text === '' ? 0 : /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined
}

/** GNU tar writes a size that octal digits have no room for as a number with the first bit set. */
function binary(field: Uint8Array): number | undefined {
  if (field[0] !== 0x80) return undefined
  return field.subarray(1).reduce((total, byte) => total * 256 + byte, 0)
}

/** A text up to its end or to the first NUL. */
function textOf(field: Uint8Array): string {
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end))
}

function noTar() {
  return notUnpacked('it is no tar archive, or damaged')
}
