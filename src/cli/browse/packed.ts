import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { SiteFiles } from './site-files.ts'

/** How a content may be packed on its way: https://www.rfc-editor.org/rfc/rfc9110#name-content-coding. */
export type Coding = 'br' | 'gzip' | 'identity'

/** A file as it goes out. */
export interface Packed {
  readonly coding: Coding
  readonly bytes: Buffer
  readonly etag: string
}

/** Packs each file once, when it is asked for first. */
export class Packer {
  readonly #files: SiteFiles
  readonly #packed = new Map<string, Packed>()

  constructor(files: SiteFiles) {
    this.#files = files
  }

  /** Undefined for a name that is no file of the site. */
  get(name: string, coding: Coding): Packed | undefined {
    const key = `${coding} ${name}`
    const known = this.#packed.get(key)
    if (known !== undefined) return known
    const content = this.#files.get(name)?.()
    if (content === undefined) return undefined
    const bytes = pack(content, coding)
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const packed = { coding, bytes, etag }
    this.#packed.set(key, packed)
    return packed
  }
}

/** Brotli's last steps take seconds for megabytes and win little on a way that leaves no machine. */
const quality = 5

function pack(content: Buffer, coding: Coding): Buffer {
  if (coding === 'identity') return content
  if (coding === 'gzip') return gzipSync(content)
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  return brotliCompressSync(content, { params })
}

/** The best coding that an Accept-Encoding allows; `q=0` forbids one. */
export function codingFor(accepted: string | undefined): Coding {
  const allowed = (accepted ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => !/;\s*q=0(?:\.0*)?$/.test(one))
    .map((one) => one.replace(/\s*;.*$/, ''))
  return (['br', 'gzip'] as const).find((coding) => allowed.includes(coding)) ?? 'identity'
}
