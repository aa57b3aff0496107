import { existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PartFile } from '../../src/cli/stream/part-file.ts'
import { writeFile } from '../../src/cli/write-file.ts'
import { workplace } from '../scenarios/run.ts'

const ways: readonly (readonly [string, (path: string, text: string) => void])[] = [
  ['a file that is written at once', writeFile],
  [
    'a file that grows',
    (path, text) => {
      const file = new PartFile(path)
      file.append(Buffer.from(text))
      file.finish()
    },
  ],
]

describe.skipIf(process.platform === 'win32').each(ways)('%s', (name, write) => {
  const place = workplace()

  test('through a link to what is not there yet is written where the link leads, by way of others', () => {
    mkdirSync(place.path('real/inner'), { recursive: true })
    symlinkSync(place.path('real'), place.path('folder'))
    symlinkSync('inner/out.json', place.path('real/second'))
    symlinkSync('folder/second', place.path('first'))
    write(place.path('first'), 'a')
    expect(place.read('real/inner/out.json')).toBe('a')
    for (const link of ['first', 'real/second']) expect(lstatSync(place.path(link)).isSymbolicLink()).toBe(true)
    write(place.path('first'), 'b')
    expect([place.read('real/inner/out.json'), readdirSync(place.path('real/inner'))]).toEqual(['b', ['out.json']])
  })

  test('through a link into a folder that is not there, or to itself, is refused, and the link stays', () => {
    symlinkSync('nowhere/out.json', place.path('lost'))
    symlinkSync('loop', place.path('loop'))
    for (const link of ['lost', 'loop']) {
      expect(() => write(place.path(link), name)).toThrow()
      expect(lstatSync(place.path(link)).isSymbolicLink()).toBe(true)
    }
    expect(existsSync(place.path('nowhere'))).toBe(false)
  })
})
