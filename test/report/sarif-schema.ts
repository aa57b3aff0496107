import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'

const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json')
const schema = JSON.parse(readFileSync(path.replace('package.json', 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'))
// The schema is of draft 4, whose name for its own identity ajv no longer knows.
const { id: _id, $schema: _draft, ...body } = schema
const conforms = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(body)

/** Where a log is not as the schema of SARIF 2.1.0 wants it. */
export function sarifProblems(log: unknown): unknown[] {
  return conforms(log) ? [] : (conforms.errors ?? [])
}
