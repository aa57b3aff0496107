import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { configProblems } from '../../../src/cli/config/check.ts'
import { parts } from '../../../src/cli/config/members.ts'
import { configSchema } from '../../../src/cli/config/schema.ts'
import type { Json } from '../../../src/document/json.ts'

const codesOf = (config: Json) => configProblems(config).map(({ code, at }) => `${code} ${at.join('/')}`)

describe('what is wrong with a config', () => {
  test.each<readonly [config: Json, problems: readonly string[]]>([
    [{}, []],
    [{ $schema: 'x', validate: { input: ['a'], quiet: true }, convert: { to: 'eps', jobs: 2, validate: false } }, []],
    [[], ['CFG-002 ']],
    ['text', ['CFG-002 ']],
    [{ validate: [] }, ['CFG-002 validate']],
    [{ $schema: 1 }, ['CFG-002 $schema']],
    [{ roundtrip: {} }, ['CFG-001 roundtrip']],
    [{ validate: { f: ['text'] } }, ['CFG-001 validate/f']],
    [{ validate: { input: 'a' } }, ['CFG-002 validate/input']],
    [{ validate: { input: ['a', ''] } }, ['CFG-002 validate/input/1']],
    [{ validate: { 'fail-on': 'none' } }, ['CFG-003 validate/fail-on']],
    [{ validate: { format: ['text', 'yaml', 3] } }, ['CFG-003 validate/format/1', 'CFG-002 validate/format/2']],
    [
      { convert: { jobs: '2', quiet: 'no', now: null } },
      ['CFG-002 convert/jobs', 'CFG-002 convert/quiet', 'CFG-002 convert/now'],
    ],
    [{ convert: { jobs: 0 } }, ['CFG-002 convert/jobs']],
    [{ validate: { jobs: 65 } }, ['CFG-002 validate/jobs']],
    [{ validate: { jobs: 1.5 } }, ['CFG-002 validate/jobs']],
  ])('%j', (config, problems) => {
    expect(codesOf(config)).toEqual(problems)
  })

  test('__proto__, constructor and the like are names like others', () => {
    const config = JSON.parse('{"__proto__":{"convert":{}},"validate":{"__proto__":true,"toString":1}}') as Json
    expect(codesOf(config)).toEqual(['CFG-001 __proto__', 'CFG-001 validate/__proto__', 'CFG-001 validate/toString'])
    expect(({} as Record<string, unknown>).convert).toBeUndefined()
  })

  test('a name and a choice that are nearly right are asked about', () => {
    expect(configProblems({ validate: { fail_on: 'error' } })[0]?.params.near).toBe(' (fail-on?)')
    expect(configProblems({ validate: { 'fail-on': 'warnings' } })[0]?.params.near).toBe(' (warning?)')
  })
})

/** Configs that are right, wrong and nearly right: names of options with values of any type. */
const names = [...new Set(Object.values(parts).flatMap((members) => [...members.keys()])), 'unknown', '__proto__', '']
const words = [
  ...Object.values(parts).flatMap((members) => [...members.values()].flatMap((one) => one.choices ?? [])),
  '',
  'x',
]
const value = fc.oneof(fc.constantFrom(...words), fc.boolean(), fc.integer(), fc.constant(null))
const members = fc.dictionary(fc.constantFrom(...names), fc.oneof(value, fc.array(value, { maxLength: 3 })), {
  maxKeys: 2,
})
const config = fc.oneof(
  { weight: 9, arbitrary: fc.record({ $schema: value, convert: members, validate: members }, { requiredKeys: [] }) },
  fc.jsonValue(),
)

test('the schema and the reader accept and refuse the same', () => {
  const isValid = new Ajv2020({ strict: true }).compile(configSchema())
  let accepted = 0
  fc.assert(
    fc.property(config, (given) => {
      const isFine = configProblems(given as Json).length === 0
      accepted += isFine ? 1 : 0
      expect(isFine).toBe(isValid(given))
    }),
    { numRuns: 2000 },
  )
  expect(accepted).toBeGreaterThan(50)
})
