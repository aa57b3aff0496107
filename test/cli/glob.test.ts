import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPattern, matcherOf, splitPattern } from '../../src/cli/glob.ts'

/** What a pattern means, as a native expression, which may take long. */
function native(pattern: string): RegExp {
  const names = pattern.split('/')
  const parts = names.map((name, index) => {
    const isLast = index === names.length - 1
    if (name === '**') return isLast ? '.*' : '(?:[^/]+/)*'
    const source = name
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '[^/]*')
      .replaceAll('?', '[^/]')
    return isLast ? source : `${source}/`
  })
  return new RegExp(`^${parts.join('')}$`, 'u')
}

describe('a pattern of files', () => {
  const pattern = fc
    .array(fc.constantFrom('a', 'b', '.', '*', '?', '**', '/', '**/', '[', '😀'), { maxLength: 8 })
    .map((parts) => parts.join(''))
  const path = fc
    .array(fc.string({ unit: fc.constantFrom('a', 'b', '.', '[', '😀'), minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((names) => names.join('/'))

  test('matches what its meaning as an expression matches', () => {
    fc.assert(
      fc.property(pattern, path, (given, name) => {
        expect(matcherOf(given)(name)).toBe(native(given).test(name))
      }),
      { numRuns: 20_000 },
    )
  })

  test.each([
    ['*.json', 'a.json', true],
    ['*.json', 'in/a.json', false],
    ['**/*.json', 'a.json', true],
    ['**/*.json', 'a/b/c.json', true],
    ['a/**', 'a/b/c', true],
    ['a/**/b.json', 'a/b.json', true],
    ['a/**/b.json', 'a/xb.json', false],
    ['a?.json', 'ab.json', true],
  ])('%s and %s: %s', (given, name, expected) => expect(matcherOf(given)(name)).toBe(expected))

  test('takes no longer than its length times that of the path', () => {
    const start = performance.now()
    expect(matcherOf(`${'**/'.repeat(500)}x`)(`${'a/'.repeat(1000)}b`)).toBe(false)
    expect(matcherOf(`${'*a'.repeat(500)}x`)('a'.repeat(2000))).toBe(false)
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('is looked for in the folder that it begins with', () => {
    expect([isPattern('a/b'), isPattern('a/*')]).toEqual([false, true])
    expect(splitPattern('in/deep/*.json')).toEqual({ folder: 'in/deep/', rest: '*.json' })
    expect(splitPattern('*.json')).toEqual({ folder: '', rest: '*.json' })
  })
})
