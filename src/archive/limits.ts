/**
 * Bounds on a package: its entries, and the bytes of what is read of it. The largest official ones (R4 core, terminology)
 * have some 5,000 files and 150 MB.
 */
export interface PackageLimits {
  readonly files: number
  readonly bytes: number
}

export const packageLimits: PackageLimits = { files: 20_000, bytes: 256 * 1024 * 1024 }

/** One file of a package, read when it is needed. */
export interface PackedFile {
  readonly name: string
  readonly size: number
  read(): Uint8Array
}

/** How bytes are unpacked: on Node by its own means, in a browser by code. Neither gives more than it is allowed. */
export interface Inflater {
  /** A gzip of any number of members (RFC 1952), if it is one and has no more than `limit` bytes in it. */
  gunzip(packed: Uint8Array, limit: number): Uint8Array | 'damaged' | 'too large'
  /** Bytes without a head (RFC 1951) that are said to unpack to `size`; undefined for what is damaged or unpacks to more. */
  inflate(packed: Uint8Array, size: number): Uint8Array | undefined
}
