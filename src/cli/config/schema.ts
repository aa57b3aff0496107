import type { Json, JsonObject } from '../../document/json.ts'
import { mostJobs } from '../options.ts'
import { type Member, type Members, parts } from './members.ts'

/**
 * The JSON Schema of `kritinfo.config.json`, made of the tables of options, so that editors know what the command line
 * knows. `check.ts` accepts and refuses the same.
 */
export function configSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:kritinfo:schema:config',
    title: 'kritinfo.config.json',
    description: 'What kritinfo convert and kritinfo validate are called with; the command line wins over it.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for editors' },
      ...Object.fromEntries(Object.entries(parts).map(([name, members]) => [name, partSchema(name, members)])),
    },
  }
}

function partSchema(command: string, members: Members): JsonObject {
  return {
    description: `Options of kritinfo ${command}, by their long names. Paths are counted from the folder of this file.`,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([...members].map(([name, member]) => [name, memberSchema(member)])),
  }
}

function memberSchema(member: Member): JsonObject {
  const { description, list } = member
  const value: JsonObject = { type: member.type === 'number' ? 'integer' : member.type, ...boundsOf(member) }
  const shape: JsonObject = list ? { type: 'array', items: value } : value
  return { description, ...shape, ...(member.default === undefined ? {} : { default: member.default }) }
}

/** What is said besides the type: a text is one of the choices, or at least not empty. */
function boundsOf({ type, choices }: Member): Readonly<Record<string, Json>> {
  if (choices !== undefined) return { enum: [...choices] }
  if (type === 'number') return { minimum: 1, maximum: mostJobs }
  return type === 'string' ? { minLength: 1 } : {}
}
