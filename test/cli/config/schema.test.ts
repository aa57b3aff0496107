import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { configSchema } from '../../../src/cli/config/schema.ts'
import { convertOptions, validateOptions } from '../../../src/cli/options.ts'

const file = 'profiles/kritinfo.config/config.schema.json'

test('the schema in the package is the one that the tables of options make (npm run generate)', () => {
  expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(configSchema(), null, 2)}\n`)
})

test('the package exports it', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }
  expect(exports['./schema/config.schema.json']).toBe(`./${file}`)
})

describe('the schema', () => {
  const schema = JSON.parse(readFileSync(file, 'utf8')) as {
    properties: Record<string, { properties: Record<string, Record<string, unknown>> }>
  }

  test('is one', () => {
    expect(() => new Ajv2020({ strict: true }).compile(schema)).not.toThrow()
  })

  test.each([
    ['convert', convertOptions],
    ['validate', validateOptions],
  ])('has every option of %s, and the inputs', (command, options) => {
    expect(Object.keys(schema.properties[command]?.properties ?? {})).toEqual(['input', ...Object.keys(options)])
  })

  test('says types, choices, defaults and that several values are a list', () => {
    const { jobs, to, mappings } = schema.properties.convert?.properties ?? {}
    expect(jobs).toMatchObject({ type: 'integer', default: 1 })
    expect(to).toMatchObject({ type: 'string', enum: ['ki', 'kj', 'r4', 'eps'] })
    expect(mappings).toMatchObject({ type: 'string', minLength: 1 })
    const { format, 'fail-on': failOn } = schema.properties.validate?.properties ?? {}
    expect(format).toMatchObject({ type: 'array', items: { type: 'string' } })
    expect(failOn).toMatchObject({ default: 'error' })
  })
})
