import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { create } from 'tar'
import { afterAll, describe, expect, test } from 'vitest'
import { readPackage } from '../../src/cli/package-files.ts'
import { tarHeader } from './archives.ts'

const root = mkdtempSync(join(tmpdir(), 'kritinfo-package-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const valueSet = (url: string) => JSON.stringify({ resourceType: 'ValueSet', url, status: 'active' })
const manifest = JSON.stringify({ name: 'example.package', version: '1.0.0', fhirVersions: ['4.0.1'] })

let made = 0
function folderWith(files: Readonly<Record<string, string>>): string {
  made += 1
  const folder = join(root, `folder-${made}`)
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  }
  return folder
}

function archiveOf(folder: string, entries: readonly string[], options: { preservePaths?: boolean } = {}): string {
  const file = `${folder}.tgz`
  create({ sync: true, gzip: true, cwd: folder, file, portable: true, ...options }, [...entries])
  return file
}

function rawArchive(...blocks: readonly Buffer[]): string {
  made += 1
  const file = join(root, `raw-${made}.tgz`)
  writeFileSync(file, gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)])))
  return file
}

const octal = (size: number) => `${size.toString(8).padStart(11, '0')}\0`
function entry(path: string, text: string): Buffer {
  const content = Buffer.alloc(Math.ceil(text.length / 512) * 512)
  content.write(text)
  return Buffer.concat([tarHeader(path, octal(text.length)), content])
}

const filled = () =>
  folderWith({
    'package/package.json': manifest,
    'package/ValueSet-a.json': valueSet('http://example.org/a'),
    'package/example/ValueSet-b.json': valueSet('http://example.org/b'),
    'package/Patient-broken.json': '{',
  })
const problemsOf = (path: string, limits?: { files: number; bytes: number }): string => {
  try {
    readPackage(path, limits)
  } catch (problem) {
    return (problem as Error).message
  }
  return ''
}

describe('a package is read', () => {
  test.each([
    ['from its folder', () => filled()],
    ['from the folder package', () => join(filled(), 'package')],
    ['from a .tgz', () => archiveOf(filled(), ['package'])],
    ['from a .tgz with ./ before the names', () => archiveOf(filled(), ['./package'])],
  ])('%s: what stands in package/, and only what is used', (_name, path) => {
    const { name, version, valueSets } = readPackage(path())
    expect([name, version]).toEqual(['example.package', '1.0.0'])
    expect(valueSets.map((one) => one.url)).toEqual(['http://example.org/a'])
  })

  test('with names longer than the old form of the archive holds', () => {
    const name = `package/ValueSet-${'long-'.repeat(30)}.json`
    const folder = folderWith({ [name]: valueSet('http://example.org/long') })
    expect(readPackage(archiveOf(folder, ['package'])).valueSets).toHaveLength(1)
  })

  test('with a string longer than a record may have', () => {
    const long = { ...JSON.parse(valueSet('http://example.org/long')), copyright: 'x'.repeat(1_100_000) }
    const folder = folderWith({ 'ValueSet-a.json': JSON.stringify(long) })
    expect(readPackage(folder).valueSets).toHaveLength(1)
  })

  test('links are passed over, in folders and archives', () => {
    const folder = filled()
    const outside = folderWith({ 'ValueSet-outside.json': valueSet('http://example.org/outside') })
    symlinkSync(join(outside, 'ValueSet-outside.json'), join(folder, 'package', 'ValueSet-link.json'))
    for (const path of [folder, archiveOf(folder, ['package'])]) {
      expect(readPackage(path).valueSets.map((one) => one.url)).toEqual(['http://example.org/a'])
    }
  })
})

describe('a package is refused', () => {
  test('that is not there, with the reason', () => {
    expect(problemsOf(join(root, 'nowhere'))).toMatch(/nowhere: error CLI-003/)
  })

  test('with the file and line of JSON that is broken', () => {
    const folder = folderWith({ 'ValueSet-a.json': '{\n  "resourceType": }' })
    expect(problemsOf(folder)).toMatch(/ValueSet-a\.json:2:19: error DOC-001/)
  })

  test('with the file of a resource that is broken', () => {
    const folder = folderWith({ 'ValueSet-a.json': '{"resourceType": "ValueSet"}' })
    expect(problemsOf(folder)).toMatch(/ValueSet-a\.json: error PKG-002 "url"/)
  })

  test('that is no archive', () => {
    const file = join(folderWith({ 'a.tgz': 'not an archive' }), 'a.tgz')
    expect(problemsOf(file)).toMatch(/PKG-020/)
  })

  test.each([
    ['text in gzip', gzipSync(Buffer.from('text'.repeat(1000)))],
    ['half an archive', readFileSync(archiveOf(filled(), ['package'])).subarray(0, 200)],
  ])('that is %s', (_name, bytes) => {
    const file = join(root, 'damaged.tgz')
    writeFileSync(file, bytes)
    expect(problemsOf(file)).toMatch(/PKG-020/)
  })

  test('that is cut off in the middle of a file', () => {
    const whole = entry('package/ValueSet-a.json', valueSet('http://example.org/a').padEnd(2000))
    const file = join(root, 'cut.tgz')
    writeFileSync(file, gzipSync(whole.subarray(0, 1024)))
    expect(problemsOf(file)).toMatch(/PKG-020/)
  })

  test.each(['../ValueSet-a.json', 'package/../../ValueSet-a.json', '/ValueSet-a.json', '..\\ValueSet-a.json'])(
    'whose path leads out: %s',
    (path) => {
      expect(problemsOf(rawArchive(entry(path, valueSet('http://example.org/a'))))).toMatch(/PKG-023/)
    },
  )

  test('that unpacks to more than the bound', () => {
    const bomb = rawArchive(entry('package/ValueSet-a.json', ' '.repeat(5_000_000)))
    expect(problemsOf(bomb, { files: 10, bytes: 1_000_000 })).toMatch(/PKG-022/)
    const folder = folderWith({ 'ValueSet-a.json': ' '.repeat(2000) })
    expect(problemsOf(folder, { files: 10, bytes: 1000 })).toMatch(/PKG-022/)
  })

  test('that has too many files', () => {
    const limits = { files: 2, bytes: 1_000_000 }
    expect(problemsOf(archiveOf(filled(), ['package']), limits)).toMatch(/PKG-021/)
    const folder = folderWith({ 'a.json': '{}', 'b.json': '{}', 'c.json': '{}' })
    expect(problemsOf(folder, limits)).toMatch(/PKG-021/)
  })

  test('whose sizes are nonsense, without hanging', () => {
    for (const size of ['-0000001000', '77777777777', 'zzzzzzzzzzz', '\x80\xff\xff\xff']) {
      const file = rawArchive(tarHeader('package/ValueSet-a.json', size))
      expect(problemsOf(file)).toMatch(/(?:PKG-001|PKG-020|DOC-002)/)
    }
  })
})
