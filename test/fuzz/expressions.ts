import fc from 'fast-check'

const names = [
  'id',
  'code',
  'coding',
  'system',
  'extension',
  'value',
  'contained',
  'entry',
  'resource',
  '$this',
  '%resource',
  '%context',
  '%x',
  '`div`',
  '__proto__',
  'constructor',
] as const
const calls = [
  'exists()',
  'empty()',
  'not()',
  'count()',
  'children()',
  'descendants()',
  'first()',
  'tail()',
  'distinct()',
  'hasValue()',
  'toString()',
  'toInteger()',
  'resolve()',
  "trace('a')",
  'x()',
  'lower()',
  'toChars()',
  'now()',
] as const
const withOne = [
  'where',
  'all',
  'select',
  'exists',
  'repeat',
  'matches',
  'replaceMatches',
  'startsWith',
  'contains',
  'iif',
  'union',
  'as',
  'ofType',
  'memberOf',
  'conformsTo',
  'take',
  'aggregate',
] as const
const literals = [
  "'x'",
  '1',
  '0.5',
  'true',
  '{}',
  '@2024-01-01',
  "'(a+)+$'",
  "'^(.*a){20}$'",
  '1 year',
  "4 'mg'",
  '99999999999999999999',
  "'\\u0000'",
  '@T25',
] as const
const operators = [
  'and',
  'or',
  'xor',
  'implies',
  '=',
  '!=',
  '~',
  '<',
  '>=',
  '|',
  '+',
  '&',
  '/',
  'div',
  'mod',
  'in',
  'contains',
  'is',
  'as',
  '-',
] as const

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<string>(...names),
    fc.constantFrom<string>(...literals),
    fc.tuple(tie('expression'), fc.constantFrom(...calls)).map(([on, call]) => `${on}.${call}`),
    fc.tuple(tie('expression'), fc.constantFrom(...names)).map(([on, name]) => `${on}.${name}`),
    fc
      .tuple(tie('expression'), fc.constantFrom(...withOne), tie('expression'))
      .map(([on, call, inner]) => `${on}.${call}(${inner})`),
    fc
      .tuple(tie('expression'), fc.constantFrom(...operators), tie('expression'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc.tuple(tie('expression'), tie('expression')).map(([on, at]) => `${on}[${at}]`),
  ),
}))

/** What a program that walks an expression may fall over. */
const monsters = fc.constantFrom(
  '('.repeat(10_000),
  `id${'.id'.repeat(10_000)}`,
  `id${'[0]'.repeat(10_000)}`,
  `1${'+1'.repeat(10_000)}`,
  `id${' and id'.repeat(10_000)}`,
  '-'.repeat(10_000),
  `${'a('.repeat(5000)}1${')'.repeat(5000)}`,
  `id.where(${'id.where('.repeat(60)}true${')'.repeat(61)}`,
  `${'descendants().'.repeat(20)}id`,
  `repeat($this)`,
  `repeat(${'repeat(children()).'.repeat(5)}children())`,
  `(${Array.from({ length: 20 }, () => 'descendants()').join(' | ')}).count() > 0`,
  "'".repeat(10_001),
  `id.replaceMatches('', '${'x'.repeat(1000)}')`,
  ' '.repeat(100_000),
)

/** Expressions of FHIRPath: well-formed ones, more or less sensible, and monsters. */
export const expressions: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: expression },
  { weight: 1, arbitrary: monsters },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(...' .()[]{}\'"`%$@+-*/|&<>=!~,1aT:Z\\\u0000\n'), maxLength: 12 }),
  },
)
