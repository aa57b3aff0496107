import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { jsonReport } from '../../src/report/json.ts'
import { ndjsonReport } from '../../src/report/ndjson.ts'
import { checkedOf, cleanOf, textOf } from './checked.ts'

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(`profiles/kritinfo.report/${name}.schema.json`, 'utf8')) as { $id: string }
const names = ['report', 'ledger', 'rejects', 'picture'] as const
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
for (const name of names) ajv.addSchema(schemaOf(name))

function problemsOf(reference: string, value: unknown): unknown[] {
  const conforms = ajv.getSchema(reference)
  if (conforms === undefined) throw new Error(`no schema ${reference}`)
  return conforms(value) ? [] : (conforms.errors ?? [])
}

const documents = [checkedOf(), cleanOf(), checkedOf({ readable: false, notChecked: [] }), checkedOf({ known: 3 })]

test('validate -f json, with documents and without', () => {
  for (const some of [documents, []])
    expect(problemsOf('urn:kritinfo:schema:report:1.0', JSON.parse(textOf(jsonReport(), ...some)))).toEqual([])
})

test('validate -f ndjson, each line', () => {
  const lines = textOf(ndjsonReport(), ...documents)
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(documents.length)
  for (const line of lines)
    expect(problemsOf('urn:kritinfo:schema:report:1.0#/$defs/item', JSON.parse(line))).toEqual([])
})

test('a member more, a member less and a code that is none are refused', () => {
  const report = JSON.parse(textOf(jsonReport(), checkedOf())) as { items: [{ issues: [{ code: string }] }] }
  expect(problemsOf('urn:kritinfo:schema:report:1.0', { ...report, extra: 1 })).toHaveLength(1)
  expect(problemsOf('urn:kritinfo:schema:report:1.0', { ...report, summary: undefined })).toHaveLength(1)
  report.items[0].issues[0].code = 'a value'
  expect(problemsOf('urn:kritinfo:schema:report:1.0', report)).toHaveLength(1)
})

test.each(names)('%s.schema.json: every member says what it is, and packages export it', (name) => {
  const walk = (node: object, path: string): string[] =>
    Object.entries('properties' in node ? (node.properties as object) : {}).flatMap(([key, value]) => [
      ...('description' in value || '$ref' in value || 'const' in value ? [] : [`${path}.${key}`]),
      ...walk(value as object, `${path}.${key}`),
    ])
  const schema = schemaOf(name) as { $id: string; $defs?: object }
  const missing = [schema, ...Object.values(schema.$defs ?? {})].flatMap((one) => walk(one as object, name))
  expect(missing).toEqual([])
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, string> }
  expect(exports[`./schema/${name}.schema.json`]).toBe(`./profiles/kritinfo.report/${name}.schema.json`)
})
