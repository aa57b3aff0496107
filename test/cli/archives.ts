import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, type ZipOptions, zipSync } from 'fflate'
import { Stop } from '../../src/cli/message.ts'
import { readPackage } from '../../src/cli/package-files.ts'
import type { PackageLimits } from '../../src/archive/limits.ts'

/** A value set as a file of a package. */
export const valueSet = (url: string) => JSON.stringify({ resourceType: 'ValueSet', url, status: 'active' })

/** A folder for archives and what they are made of. */
export function archivePlace() {
  const root = mkdtempSync(join(tmpdir(), 'kritinfo-archive-'))
  let made = 0
  const next = (name: string): string => {
    made += 1
    return join(root, `${made}-${name}`)
  }
  const file = (name: string, bytes: Uint8Array): string => {
    const path = next(name)
    writeFileSync(path, bytes)
    return path
  }
  return {
    root,
    file,
    remove: () => rmSync(root, { recursive: true, force: true }),
    folder(files: Readonly<Record<string, string>>): string {
      const folder = next('folder')
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), text)
      }
      return folder
    },
    link(target: string, path: string): void {
      symlinkSync(target, path)
    },
    pipe(path: string): void {
      execFileSync('mkfifo', [path])
    },
    tgz: (...blocks: readonly Buffer[]): string => file('a.tgz', gzipSync(tar(...blocks))),
    zip: (entries: readonly ZipMember[]): string => file('a.zip', zip(entries)),
  }
}

/** A tar archive of these blocks. */
export function tar(...blocks: readonly Buffer[]): Buffer {
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

/** An entry of a tar archive, with a type that no tool of today may write. */
export function tarEntry(path: string, text: string, type = '0', link = ''): Buffer {
  const content = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512)
  content.write(text)
  return Buffer.concat([tarHeader(path, octal(Buffer.byteLength(text)), type, link), content])
}

/** One block of a tar archive. */
export function tarHeader(path: string, size: string, type = '0', link = ''): Buffer {
  const block = Buffer.alloc(512)
  block.write(path, 0)
  block.write('0000644\0', 100)
  block.write(size, 124, 'latin1')
  block.write('        ', 148)
  block.write(type, 156)
  block.write(link, 157)
  block.write('ustar\u000000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** A record of a pax header, whose length counts itself. https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html */
export function pax(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  const length = rest + String(rest + String(rest).length).length
  return `${length} ${key}=${value}\n`
}

function octal(size: number): string {
  return `${size.toString(8).padStart(11, '0')}\0`
}

/** A member of a zip; of those with one path the later has its bytes. */
export interface ZipMember {
  readonly path: string
  readonly text: string
  readonly options?: ZipOptions
}

/** A zip with any paths, also the same one twice: members get names of the same length first, and then their own. */
export function zip(members: readonly ZipMember[]): Uint8Array {
  const names = members.map(({ path }, index) => `${index}`.padEnd(Buffer.byteLength(path), '#'))
  const parts = members.map(({ text, options }, index) => [names[index], [strToU8(text), options ?? {}]] as const)
  const bytes = Buffer.from(zipSync(Object.fromEntries(parts)))
  for (const [index, name] of names.entries()) {
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1))
      bytes.write(members[index]?.path ?? '', at)
  }
  return bytes
}

/** What a package is refused with, or the canonicals of its value sets. Throws what is no refusal. */
export function outcomeOf(path: string, limits?: PackageLimits): string {
  try {
    return readPackage(path, limits)
      .valueSets.map((one) => one.url)
      .join(' ')
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem
    return problem.message
  }
}
