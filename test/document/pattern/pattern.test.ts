import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linearPattern } from '../../../src/document/pattern/pattern.ts'

const atoms = [
  'a',
  'b',
  '.',
  '\\d',
  '\\w',
  '\\s',
  '[ab]',
  '[^a]',
  '[\\]a-c]',
  '\\.',
  'æ',
  '\\b',
  '\\B',
  '^',
  '$',
  '-',
] as const
const quantifiers = ['', '', '', '?', '*', '+', '{2}', '{1,}', '{0,2}', '*?', '+?', '??', '{1,2}?'] as const

const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<string>(...atoms),
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('pattern'), fc.constantFrom(...quantifiers))
      .map(([open, inner, many]) => `${open}${inner})${many}`),
    fc.tuple(fc.constantFrom('a', '.', '[ab]', '\\d'), fc.constantFrom(...quantifiers)).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('|')),
  ),
}))
const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', '-', ' ', 'æ', '😀', '\n'), maxLength: 8 })

/** V8 finds `\\B` within a character of two units, and cuts it in two. */
const plainText = text.map((subject) => subject.replaceAll('😀', 'b'))

function native(source: string, flags: string): RegExp | undefined {
  for (const tried of [`${flags}u`, flags]) {
    try {
      return new RegExp(source, tried)
    } catch {
      // Read in the other way, or no pattern at all.
    }
  }
  return undefined
}

describe('a pattern', () => {
  test('matches what a native one matches, in a part and as a whole', () => {
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        const subject = source.includes('\\B') ? given.replaceAll('😀', 'b') : given
        const part = native(source, 's')
        if (part === undefined) {
          expect(linearPattern(source)).toBeUndefined()
          return
        }
        expect(linearPattern(source)?.test(subject)).toBe(part.test(subject))
        expect(linearPattern(source)?.testWhole(subject)).toBe(native(`^(?:${source})$`, 's')?.test(subject))
      }),
      { numRuns: 20_000 },
    )
  })

  test('replaces what a native one replaces', () => {
    // A turn that takes nothing ends a repetition in a native machine only, which may then find a longer match.
    const replacement = fc.constantFrom('x', '[$&]', '$$', '', '$0')
    fc.assert(
      fc.property(pattern, plainText, replacement, (source, subject, by) => {
        const every = native(source, 'gs')
        if (every !== undefined && !/\)[?*+{]/.test(source))
          expect(linearPattern(source)?.replace(subject, by)).toBe(subject.replace(every, by))
      }),
      { numRuns: 20_000 },
    )
  })

  test.each([
    ['(\\d+)-(\\d+)', '12-34 5-6', '$2/$1'],
    ['(a)|(b)', 'ab', '<$1$2>'],
    ['(?<day>\\d)(?<month>\\d)', '12', '$<month>$<day>$<x>'],
    ['(a)(b)?', 'a', '[$1$2$3$10]'],
    ['(?:(a)|b)+', 'ab', '[$1]'],
    ['\\b', 'ab cd', '|'],
    ['', 'ab', '-'],
    ['(a*)b', 'aab', '$1$1'],
    ['^a|a$', 'aaa', 'x'],
    ['.', '😀', 'x'],
  ])('%s replaced in %s by %s, as a native one', (source, subject, by) => {
    expect(linearPattern(source)?.replace(subject, by)).toBe(subject.replace(native(source, 'gs') as RegExp, by))
  })

  test.each([
    'a(?=b)',
    '(?!a)',
    '(?<=a)b',
    '(a)\\1',
    '(?<n>a)\\k<n>',
    '(',
    'a**',
    '[z-a]',
    'a{2,1}',
    '(a{99}){99}',
    'a'.repeat(2001),
  ])('is not taken: %s', (source) => expect(linearPattern(source)).toBeUndefined())
})

describe('nothing takes long', () => {
  const hostile = [
    '(a+)+$',
    '(a|a)*$',
    '(a|aa)+$',
    '(.*a){20}$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(a*)*b',
    '\\s*(\\S|\\s)*x',
    `${'a?'.repeat(900)}${'a'.repeat(900)}`,
    '(?:a{1,30}){1,30}b',
    '(?:(?:(?:a*)*)*)*b',
    `${'('.repeat(99)}a${')*'.repeat(99)}b`,
  ]
  test.each(hostile)('%s', (source) => {
    const made = linearPattern(source)
    for (const subject of ['a'.repeat(30), 'a'.repeat(4000), `${'a'.repeat(4000)}!`]) {
      const start = performance.now()
      made?.test(subject)
      made?.testWhole(subject)
      made?.replace(subject, '$1')
      expect(performance.now() - start).toBeLessThan(5000)
    }
  })

  test('and a text that would is given up, not answered', () => {
    const many = linearPattern(`(?:${'a?'.repeat(900)})*b`)
    expect([many?.test('a'.repeat(20_000)), many?.testWhole('a'.repeat(20_000))]).toEqual([undefined, undefined])
    expect(many?.replace('a'.repeat(20_000), '')).toBeUndefined()
  })
})
