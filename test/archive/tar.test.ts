import { describe, expect, test } from 'vitest'
import { tarEntries } from '../../src/archive/tar.ts'
import { pax, tar, tarEntry } from '../cli/archives.ts'

const read = (...blocks: readonly Buffer[]) =>
  [...tarEntries(tar(...blocks))].map(({ path, isFile, content }) => [path, isFile, new TextDecoder().decode(content)])
const long = `${'folder/'.repeat(20)}file.json`

describe('an entry', () => {
  test('of a file has its content, whatever its length', () => {
    expect(read(tarEntry('a', ''), tarEntry('b', 'x'.repeat(512)), tarEntry('c', 'y'.repeat(513)))).toEqual([
      ['a', true, ''],
      ['b', true, 'x'.repeat(512)],
      ['c', true, 'y'.repeat(513)],
    ])
  })

  test.each(['1', '2', '3', '4', '5', '6', 'S', 'Z'])('of type %s is no file', (type) => {
    expect(read(tarEntry('a', '', type), tarEntry('b', 'b'))).toEqual([
      ['a', false, ''],
      ['b', true, 'b'],
    ])
  })

  test('of an old archive is a file, and a folder by its name', () => {
    expect(read(tarEntry('a', 'a', '\0'), tarEntry('b/', '', '\0'))).toEqual([
      ['a', true, 'a'],
      ['b/', false, ''],
    ])
  })

  test('has the path that pax or GNU says of it, and the next one has its own', () => {
    const after = ['b', true, 'b']
    expect(read(tarEntry('h', pax('path', long), 'x'), tarEntry('a', 'a'), tarEntry('b', 'b'))).toEqual([
      [long, true, 'a'],
      after,
    ])
    expect(read(tarEntry('h', `${long}\0`, 'L'), tarEntry('a', 'a'), tarEntry('b', 'b'))).toEqual([
      [long, true, 'a'],
      after,
    ])
  })

  test('that comes after a global header keeps its path', () => {
    expect(read(tarEntry('h', pax('comment', 'made by git'), 'g'), tarEntry('a', 'a'))).toEqual([['a', true, 'a']])
  })

  test('has the beginning of its path apart, where that is long', () => {
    const header = tarEntry('name', 'a')
    header.write('a/long/beginning', 345)
    header.write('        ', 148)
    const sum = header.subarray(0, 512).reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    expect(read(header)).toEqual([['a/long/beginning/name', true, 'a']])
  })
})

test('what comes after the end is not read', () => {
  expect([...tarEntries(Buffer.concat([tar(tarEntry('a', 'a')), tarEntry('b', 'b')]))]).toHaveLength(1)
})

describe('refused is', () => {
  const refused = (bytes: Uint8Array) => expect(() => [...tarEntries(bytes)]).toThrow(/PKG-020/)

  test('what is cut off', () => {
    const whole = tarEntry('a', 'x'.repeat(600))
    for (const length of [1, 100, 511, 600, 1100]) refused(whole.subarray(0, length))
  })

  test('a header whose checksum is wrong', () => {
    const entry = tarEntry('a', 'a')
    entry.write('b', 0)
    refused(entry)
  })

  test.each(['-1', 'x', '1e300', '', '99999999999999'])('the size %s', (size) => {
    refused(tar(tarEntry('h', pax('size', size), 'x'), tarEntry('a', 'a')))
  })

  test.each(['9', '9 path=a', '99 path=a\n', '9 path:a\n', ' path=a\n', '0 a=b\n'])('the pax record %j', (record) => {
    refused(tar(tarEntry('h', record, 'x'), tarEntry('a', 'a')))
  })
})
