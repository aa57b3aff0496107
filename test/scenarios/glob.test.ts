import { expect, test } from 'vitest'
import { isPattern, matcherOf, splitPattern } from '../../src/cli/glob.ts'

test.each([
  ['*.json', ['a.json', '.json'], ['a.xml', 'a/b.json', 'a.json.bak']],
  ['**/*.json', ['a.json', 'a/b.json', 'a/b/c.json'], ['a.xml']],
  ['a/**/b.json', ['a/b.json', 'a/x/y/b.json'], ['b.json', 'ab.json', 'a/xb.json']],
  ['a/**', ['a/b', 'a/b/c'], ['b/a']],
  ['k?.json', ['ki.json', 'kj.json'], ['k.json', 'kii.json', 'k/.json']],
  ['a+(b).[c]', ['a+(b).[c]'], ['aab.c']],
])('%s', (pattern, matching, others) => {
  const matches = matcherOf(pattern)
  expect(matching.filter((path) => !matches(path))).toEqual([])
  expect(others.filter(matches)).toEqual([])
})

test('a pattern begins in the folder before its first sign', () => {
  expect(splitPattern('a/b*/c.json')).toEqual({ folder: 'a/', rest: 'b*/c.json' })
  expect(splitPattern('*.json')).toEqual({ folder: '', rest: '*.json' })
  expect(splitPattern('/x/**/y')).toEqual({ folder: '/x/', rest: '**/y' })
  expect(['a.json', 'a[1].json', 'a*', 'a?'].map(isPattern)).toEqual([false, false, true, true])
})
