import { Decimal, getKey, isObject, type Json, type Path } from '../../document/json.ts'
import { shownName } from '../../document/name.ts'
import { forms, type SchemaError } from '../../generated/ki-validator.js'
import type { IssueCode } from '../../issue/catalogue.ts'
import type { Params } from '../../issue/issue.ts'
import { shapeAt } from './shape.ts'
import { suggest } from '../../document/suggest.ts'

/** What is wrong at a place, before it is an issue. */
export interface Finding {
  readonly code: IssueCode
  readonly path: Path
  readonly params: Params
}

type Translation = (error: SchemaError, path: Path, root: Json) => Finding | undefined

/** Members that the schema allows under a condition only, and the code that says which. */
const conditional: Readonly<Record<string, IssueCode>> = {
  sannsynlighet: 'KI-013',
  system: 'KI-014',
  implantat: 'KI-015',
  implantert: 'KI-015',
}

/** Keywords that only repeat what another one says (`if`, `oneOf`) have no entry. */
const translations: Readonly<Record<string, Translation>> = {
  required: ({ params }, path) => ({ code: 'KI-001', path, params: { name: String(params.missingProperty) } }),
  additionalProperties: ({ params }, path, root) => unknownMember(String(params.additionalProperty), path, root),
  type: ({ params }, path, root) => wrongType(String(params.type), path, root),
  enum: ({ params }, path) => notAllowed(params.allowedValues, path),
  const: ({ params }, path) => notAllowed([params.allowedValue], path),
  pattern: ({ params }, path) => wrongForm(String(params.pattern), path),
  minLength: (_error, path) => ({ code: 'KI-008', path, params: {} }),
  maxLength: ({ params }, path) => ({ code: 'KI-009', path, params: { limit: Number(params.limit) } }),
  minItems: (_error, path) => ({ code: 'KI-010', path, params: {} }),
  minProperties: (_error, path) => tooFewMembers(path),
  maxProperties: (_error, path) => exactlyOne(path),
  minimum: ({ params }, path) => ({ code: 'KI-012', path, params: { limit: Number(params.limit) } }),
  'false schema': (_error, path, root) => notHere(path, root),
  discriminator: ({ params }, path, root) => wrongRecordType(params.error === 'mapping', path, root),
}

/** The eleven types of record, as the schema lists them. */
export const recordTypes = [
  'legemiddelreaksjon',
  'annenAllergi',
  'intubasjonsproblem',
  'annetProblemVedAnestesi',
  'kritiskMedisinskTilstand',
  'pagaendeBehandling',
  'implantat',
  'avgrensningAvLivsforlengendeBehandling',
  'annenProsedyreendring',
  'smitte',
  'behandlingsavklaring',
] as const

/** Translates one error of the compiled schema; nothing for an error that is only the echo of another. */
export function translate(error: SchemaError, root: Json): Finding | undefined {
  return translations[error.keyword]?.(error, pathOf(error.instancePath, root), root)
}

/** A JSON Pointer as a path; whether a step is an index only the document can tell. */
function pathOf(pointer: string, root: Json): Path {
  const path: (string | number)[] = []
  let value: Json | undefined = root
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(value) ? Number(key) : key)
    value = valueAt(value, path.at(-1) ?? '')
  }
  return path
}

function valueAt(value: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)]
  return isObject(value) ? getKey(value, String(step)) : undefined
}

/** The value at a path, if there is one. */
export function at(root: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(valueAt, root)
}

function unknownMember(name: string, parent: Path, root: Json): Finding {
  const path = [...parent, name]
  if (shapeAt(path) !== undefined) {
    return { code: 'KI-004', path, params: { name, type: shownName(String(at(root, [...parent, 'type']))) } }
  }
  const shape = shapeAt(parent)
  const known = typeof shape === 'object' && 'members' in shape ? shape.members.keys() : []
  const suggestion = suggest(name, known)
  return suggestion === undefined
    ? { code: 'KI-002', path, params: { name: shownName(name) } }
    : { code: 'KI-003', path, params: { name: shownName(name), suggestion } }
}

function wrongType(expected: string, path: Path, root: Json): Finding {
  return { code: 'KI-005', path, params: { expected, found: typeName(at(root, path)) } }
}

function typeName(value: Json | undefined): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return value instanceof Decimal ? 'number' : typeof value
}

function notAllowed(allowed: unknown, path: Path): Finding {
  return { code: 'KI-006', path, params: { allowed: (allowed as readonly string[]).join(' | ') } }
}

/** A pattern without words is that of all text: it keeps out what cannot be written. */
function wrongForm(pattern: string, path: Path): Finding {
  const form = forms[pattern]
  return form === undefined ? { code: 'KI-020', path, params: {} } : { code: 'KI-007', path, params: { form } }
}

/** Only an event has as many members at least as at most. */
function tooFewMembers(path: Path): Finding {
  const shape = shapeAt(path)
  const isEvent = typeof shape === 'object' && 'members' in shape && shape.members.has('mangler')
  return isEvent ? exactlyOne(path) : { code: 'KI-010', path, params: {} }
}

function exactlyOne(path: Path): Finding {
  return { code: 'KI-011', path, params: { names: 'dato | alder | mangler' } }
}

/** Without a type that is known, an identifier has one mistake: its type. */
function notHere(path: Path, root: Json): Finding | undefined {
  const name = String(path.at(-1))
  const code = conditional[name] ?? 'KI-002'
  const type = at(root, [...path.slice(0, -1), 'type'])
  const known = ['fodselsnummer', 'dNummer', 'fellesHjelpenummer', 'dufNummer']
  if (code === 'KI-014' && !known.includes(String(type))) return undefined
  return { code, path, params: { name: shownName(name) } }
}

function wrongRecordType(unknown: boolean, parent: Path, root: Json): Finding {
  const path = [...parent, 'type']
  if (unknown) return { code: 'KI-006', path, params: { allowed: recordTypes.join(' | ') } }
  const isMissing = at(root, path) === undefined
  return isMissing ? { code: 'KI-001', path: parent, params: { name: 'type' } } : wrongType('string', path, root)
}
