import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { writeSite } from '../../../src/cli/browse/write-site.ts'

let folder = ''
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'kritinfo-site-')), 'a', 'site')
})

const site = (...names: string[]) => new Map(names.map((name) => [name, () => Buffer.from(`this is ${name}`)]))
const all = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

test('a folder is made, with all files and a list of them', () => {
  writeSite(site('index.html', 'data/mappings.js'), folder)
  expect(all()).toEqual(['data', 'data/mappings.js', 'index.html', 'kritinfo-site.json'])
  expect(readFileSync(join(folder, 'data/mappings.js'), 'utf8')).toBe('this is data/mappings.js')
})

test('a site that was written before is replaced; what somebody added stays', () => {
  writeSite(site('index.html', 'old.js'), folder)
  writeFileSync(join(folder, 'CNAME'), 'kritinfo.example')
  writeSite(site('index.html', 'new.js'), folder)
  expect(all()).toEqual(['CNAME', 'index.html', 'kritinfo-site.json', 'new.js'])
})

test('a list that was forged takes nothing away that no site has', () => {
  writeSite(site('index.html'), folder)
  const outside = join(folder, '..', 'precious.txt')
  writeFileSync(outside, '')
  mkdirSync(join(folder, 'own'))
  writeFileSync(join(folder, 'own/precious.txt'), '')
  const files = ['../precious.txt', 'own/precious.txt', outside, '..', 3, null]
  writeFileSync(join(folder, 'kritinfo-site.json'), JSON.stringify({ files }))
  writeSite(site('index.html'), folder)
  expect(existsSync(outside)).toBe(true)
  expect(all()).toEqual(['index.html', 'kritinfo-site.json', 'own', 'own/precious.txt'])
})

test.each(['not JSON', '[]', '{}', '{"files":"x"}'])('a folder with a list that says %s is somebody else’s', (list) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'kritinfo-site.json'), list)
  expect(() => writeSite(site('index.html'), folder)).toThrow(/CLI-061/)
  expect(all()).toEqual(['kritinfo-site.json'])
})

test('a file that cannot be made leaves nothing behind, and what was there', () => {
  writeSite(site('index.html'), folder)
  const broken = new Map([
    ...site('index.html', 'more/new.js'),
    [
      'z.js',
      (): Buffer => {
        throw new Error('disk')
      },
    ],
  ])
  expect(() => writeSite(broken, folder)).toThrow('disk')
  expect(all()).toEqual(['index.html', 'kritinfo-site.json'])
})
