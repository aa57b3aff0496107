import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { archivePlace, outcomeOf, pax, tar, tarEntry, tarHeader, valueSet, zip } from './archives.ts'

const place = archivePlace()
afterAll(place.remove)

const a = 'http://example.org/a'
const b = 'http://example.org/b'
const small = { files: 20, bytes: 1_000_000 }

/** The same members as a `.tgz` and as a zip. */
function both(...members: readonly (readonly [path: string, text: string])[]): string[] {
  return [
    place.tgz(...members.map(([path, text]) => tarEntry(path, text))),
    place.zip(members.map(([path, text]) => ({ path, text }))),
  ]
}
const outcomes = (paths: readonly string[], limits = small) => paths.map((path) => outcomeOf(path, limits))

describe('an archive of either kind', () => {
  test('is read from package/, and what lies elsewhere is not', () => {
    const files = both(
      ['package/ValueSet-a.json', valueSet(a)],
      ['package/other/ValueSet-b.json', valueSet(b)],
      ['ValueSet-b.json', valueSet(b)],
    )
    expect(outcomes(files)).toEqual([a, a])
  })

  test('is read from its root if there is no package/', () => {
    expect(outcomes(both(['ValueSet-a.json', valueSet(a)]))).toEqual([a, a])
  })

  const leading = [
    '../ValueSet-a.json',
    'package/../../ValueSet-a.json',
    '/ValueSet-a.json',
    '..\\ValueSet-a.json',
    '\\\\host\\share\\ValueSet-a.json',
    'C:\\ValueSet-a.json',
    'C:ValueSet-a.json',
  ]
  test.each(leading)('with a path that leads out is refused: %s', (path) => {
    for (const told of outcomes(both([path, valueSet(a)]))) expect(told).toMatch(/PKG-023/)
  })

  test('with one path twice is refused, however it is written', () => {
    for (const path of ['package/ValueSet-a.json', './package/ValueSet-a.json', 'package\\ValueSet-a.json']) {
      const files = both(['package/ValueSet-a.json', valueSet(a)], [path, valueSet(b)])
      for (const told of outcomes(files)) expect(told).toMatch(/PKG-024/)
    }
  })

  test('with paths that differ in case has two files', () => {
    const files = both(['package/ValueSet-a.json', valueSet(a)], ['package/ValueSet-A.json', valueSet(b)])
    expect(outcomes(files)).toEqual([`${b} ${a}`, `${b} ${a}`])
  })

  test('in an archive is not opened', () => {
    const inner = gzipSync(tar(tarEntry('package/ValueSet-b.json', valueSet(b)))).toString('latin1')
    const files = both(['package/ValueSet-a.json', valueSet(a)], ['package/inner.tgz', inner], ['package/a.zip', inner])
    expect(outcomes(files)).toEqual([a, a])
  })

  test('with too many entries is refused, of whatever kind they are', () => {
    const members = Array.from({ length: 21 }, (_, index): [string, string] => [`package/deep/${index}.txt`, ''])
    for (const told of outcomes(both(...members))) expect(told).toMatch(/PKG-021/)
  })

  test('that unpacks to too much is refused', () => {
    for (const told of outcomes(both(['package/ValueSet-a.json', ' '.repeat(2_000_000)])))
      expect(told).toMatch(/PKG-022/)
  })

  test('that packs suspiciously well is refused before it fills the memory', () => {
    const told = outcomes(both(['package/ValueSet-a.json', ' '.repeat(60_000_000)]), { files: 20, bytes: 2 ** 28 })
    for (const one of told) expect(one).toMatch(/PKG-022.* 1677\d{4} /)
  })

  test('that is cut off anywhere is refused', () => {
    for (const whole of [
      gzipSync(tar(tarEntry('ValueSet-a.json', valueSet(a)))),
      zip([{ path: 'ValueSet-a.json', text: valueSet(a) }]),
    ]) {
      for (let length = 0; length < whole.length - 8; length += 7) {
        expect(outcomeOf(place.file('cut', whole.subarray(0, length)))).toMatch(/PKG-020|PKG-001/)
      }
    }
  })

  test('with any byte changed is read, or refused with a code', () => {
    for (const whole of [
      tar(tarEntry('ValueSet-a.json', valueSet(a))),
      zip([{ path: 'ValueSet-a.json', text: valueSet(a) }]),
    ]) {
      for (let at = 0; at < whole.length; at++) {
        const spoilt = Buffer.from(whole)
        spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8))
        const bytes = whole[0] === 0x50 ? spoilt : gzipSync(spoilt, { level: 1 })
        expect(() => outcomeOf(place.file('spoilt', bytes))).not.toThrow()
      }
    }
  })
})

describe('a .tgz', () => {
  const file = tarEntry('package/ValueSet-a.json', valueSet(a))

  test.each([
    ['a hard link', tarHeader('package/ValueSet-b.json', '00000000000\0', '1', '/etc/passwd')],
    ['a symbolic link', tarHeader('package/ValueSet-b.json', '00000000000\0', '2', '../../../etc/passwd')],
    ['a device', tarHeader('package/ValueSet-b.json', '00000000000\0', '3')],
    ['a pipe', tarHeader('package/ValueSet-b.json', '00000000000\0', '6')],
    ['a sparse file', tarEntry('package/ValueSet-b.json', valueSet(b), 'S')],
  ])('passes over %s', (_name, entry) => {
    expect(outcomeOf(place.tgz(file, entry), small)).toBe(a)
  })

  test('with a path in a pax header that leads out is refused', () => {
    const header = tarEntry('package/PaxHeader', pax('path', '../../ValueSet-b.json'), 'x')
    expect(outcomeOf(place.tgz(header, file), small)).toMatch(/PKG-023/)
  })

  test.each(['-1', '99999999999999', 'x', '1e300', ''])('with the size %s in a pax header ends', (size) => {
    const header = tarEntry('package/PaxHeader', pax('size', size), 'x')
    expect(outcomeOf(place.tgz(header, file), small)).toMatch(/^http:|PKG-0|DOC-0/)
  })

  test('with a sparse file of pax form holds what stands in the archive, not what that stands for', () => {
    const header = tarEntry('PaxHeader', pax('GNU.sparse.major', '1') + pax('GNU.sparse.realsize', '999999999999'), 'x')
    expect(outcomeOf(place.tgz(header, file), small)).toBe(a)
  })

  test('that is compressed twice is refused: the second time has no bound', () => {
    const bomb = gzipSync(gzipSync(tar(tarEntry('package/ValueSet-a.json', valueSet(a)))))
    expect(outcomeOf(place.file('twice.tgz', bomb))).toMatch(/PKG-020.*twice/)
  })
})

describe('a zip', () => {
  const member = { path: 'package/ValueSet-a.json', text: valueSet(a) }

  test('passes over a symbolic link', () => {
    const link = {
      path: 'package/ValueSet-b.json',
      text: '../../etc/passwd',
      options: { os: 3, attrs: 0o120777 << 16 },
    }
    expect(outcomeOf(place.zip([member, link]), small)).toBe(a)
  })

  test('with a NUL in a path is refused', () => {
    expect(outcomeOf(place.zip([{ ...member, path: 'package/ValueSet-b.json\0.txt' }]), small)).toMatch(/PKG-023/)
  })

  test('is read stored and deflated, and with a comment', () => {
    const stored = { ...member, options: { level: 0 } as const }
    expect([outcomeOf(place.zip([stored])), outcomeOf(place.zip([member]))]).toEqual([a, a])
    const bytes = Buffer.from(zip([member]))
    bytes.writeUInt16LE(5, bytes.length - 2)
    expect(outcomeOf(place.file('comment.zip', Buffer.concat([bytes, Buffer.from('hello')])))).toBe(a)
  })

  test('whose file unpacks to more than it says is refused', () => {
    const bytes = Buffer.from(zip([{ ...member, text: valueSet(a).padEnd(100_000) }]))
    const directory = bytes.indexOf('PK\u0001\u0002', 0, 'latin1')
    bytes.writeUInt32LE(10, directory + 24)
    expect(outcomeOf(place.file('lie.zip', bytes), small)).toMatch(/PKG-020/)
  })

  test('whose files share their bytes is counted by what they unpack to', () => {
    const bytes = Buffer.from(
      zip(['a', 'b', 'c'].map((name) => ({ path: `package/${name}.json`, text: valueSet(a).padEnd(400_000) }))),
    )
    for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; ) {
      bytes.writeUInt32LE(0, at + 42)
      at = bytes.indexOf('PK\u0001\u0002', at + 1, 'latin1')
    }
    expect(outcomeOf(place.file('overlap.zip', bytes), small)).toMatch(/PKG-022/)
  })

  test.each([
    ['encrypted', 8, 1],
    ['packed in another way', 10, 12],
  ])('that is %s is refused', (_name, at, value) => {
    const bytes = Buffer.from(zip([member]))
    bytes.writeUInt16LE(value, bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + at)
    expect(outcomeOf(place.file('other.zip', bytes), small)).toMatch(/PKG-020.*encrypted/)
  })

  test('that is empty has nothing of a package', () => {
    expect(outcomeOf(place.zip([]), small)).toMatch(/PKG-001/)
  })
})

describe('a folder', () => {
  test('passes over links that lead out, pipes and folders named as files', () => {
    const outside = place.folder({ 'ValueSet-b.json': valueSet(b) })
    const folder = place.folder({ 'package/ValueSet-a.json': valueSet(a), 'package/ValueSet-c.json/x': '' })
    place.link(join(outside, 'ValueSet-b.json'), join(folder, 'package', 'ValueSet-b.json'))
    place.link('/dev/zero', join(folder, 'package', 'zero.json'))
    place.pipe(join(folder, 'package', 'ValueSet-pipe.json'))
    expect(outcomeOf(folder)).toBe(a)
  })

  test('whose folder package is a link is read as it stands', () => {
    const outside = place.folder({ 'ValueSet-b.json': valueSet(b) })
    const folder = place.folder({ 'ValueSet-a.json': valueSet(a) })
    place.link(outside, join(folder, 'package'))
    expect(outcomeOf(folder)).toBe(a)
  })
})

test('a device without an end is refused', () => {
  expect(outcomeOf('/dev/zero', { files: 1, bytes: 1_000_000 })).toMatch(/DOC-007/)
})
