import { closeSync, openSync, readdirSync, readFileSync, readSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { issue, KritinfoError } from '../issue/issue.ts'
import { optionStopOf, standardStream, stopOf } from './message.ts'
import { unpackedIfPacked } from './stream/gunzip.ts'

/** A file's bytes. Throws `KritinfoError` (CLI-003, or DOC-007 before a huge one fills the memory). */
export function readBytes(path: string, limit: number): Uint8Array {
  try {
    const found = statSync(path)
    if (found.size > limit) throw tooLarge(limit)
    return found.isFile() || found.isDirectory() ? readFileSync(path) : readStream(path, limit)
  } catch (problem) {
    if (problem instanceof KritinfoError) throw problem
    throw unreadable(problem)
  }
}

/** A pipe or device that somebody named tells no size, and some have no end. */
function readStream(path: string, limit: number): Uint8Array {
  const handle = openSync(path, 'r')
  try {
    const chunks: Uint8Array[] = []
    let total = 0
    for (;;) {
      const chunk = Buffer.alloc(65_536)
      const count = readSync(handle, chunk)
      if (count === 0) return Buffer.concat(chunks)
      total += count
      if (total > limit) throw tooLarge(limit)
      chunks.push(chunk.subarray(0, count))
    }
  } finally {
    closeSync(handle)
  }
}

function tooLarge(limit: number): KritinfoError {
  return new KritinfoError(issue('DOC-007', { line: 1, column: 1 }, { limit }))
}

/** The error for what the operating system refuses to read. */
export function unreadable(problem: unknown): KritinfoError {
  return new KritinfoError(issue('CLI-003', {}, { reason: reasonOf(problem) }))
}

/** All of standard input, unpacked if it is packed. Throws `Stop` for what cannot be read, or is larger than the limit. */
export async function readStdin(limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of unpackedIfPacked(process.stdin)) {
      chunks.push(chunk)
      size += chunk.length
      if (size > limit) throw tooLarge(limit)
    }
  } catch (problem) {
    throw stopOf(problem instanceof KritinfoError ? problem : unreadable(problem), { file: standardStream })
  }
  return Buffer.concat(chunks)
}

/** Files below a folder, by their path from there, sorted; hidden ones, packages and linked folders are passed over. */
export function filesBelow(folder: string): string[] {
  const found: string[] = []
  const step = (inner: string): void => {
    for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`
      if (entry.isDirectory()) step(path)
      else if (entry.isFile() || isFile(join(folder, path))) found.push(path)
    }
  }
  try {
    step('')
  } catch (problem) {
    throw stopOf(unreadable(problem), { file: folder })
  }
  return found.sort()
}

/** Throws `Stop` (CLI-003) if the working directory was deleted. */
export function demandWorkingFolder(): void {
  try {
    process.cwd()
  } catch (problem) {
    throw optionStopOf(unreadable(problem), { file: '.' })
  }
}

export function isFile(path: string): boolean {
  return statusOf(path)?.isFile() === true
}

export function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() === true
}

/** A device or pipe, which takes what is written to it and keeps nothing. */
export function isDevice(path: string): boolean {
  const found = statusOf(path)
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

/** What cannot be looked at is not there; whoever reads it hears why. */
export function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** What tells a file apart whatever path leads to it; undefined if there is none, or what is there is no file. */
export function identityOf(path: string): string | undefined {
  const found = isFile(path) ? statSync(path, { bigint: true }) : undefined
  return found === undefined ? undefined : `${found.dev}:${found.ino}`
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  ERR_FS_EISDIR: 'a folder stands where the file is written',
  ELOOP: 'the link leads to itself',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EFBIG: 'it would be too large',
  ENAMETOOLONG: 'the name is too long',
  EEXIST: 'a file stands where a folder is wanted',
}

/** Words for an error of the operating system. */
export function reasonOf(problem: unknown): string {
  const code = (problem as NodeJS.ErrnoException).code ?? 'unknown'
  return reasons[code] ?? code
}
