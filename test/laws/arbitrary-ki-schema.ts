import { readFileSync } from 'node:fs'

/** The keywords of JSON Schema that our schema uses, and the two annotations that help to make good values. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema | boolean>>
  readonly required?: readonly string[]
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly items?: Schema
  readonly minItems?: number
  readonly maxLength?: number
  readonly oneOf?: readonly Schema[]
  readonly if?: Schema
  readonly then?: Schema
  readonly else?: Schema
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly 'x-kodeverk'?: string
}

/** Keywords that are interpreted, or known to need no interpreting. */
export const interpreted = new Set(
  (
    '$ref type const enum properties required minProperties maxProperties items minItems minLength maxLength pattern ' +
    'minimum oneOf discriminator if then else additionalProperties description title $schema $id $defs ' +
    'x-kilde x-grunnlag x-kodeverk x-xml x-form'
  ).split(' '),
)

/** The schema of the `ki` form. */
export const schema = JSON.parse(
  readFileSync(new URL('../../profiles/kritinfo.ki/ki.schema.json', import.meta.url), 'utf8'),
) as Schema

/** A definition by its name. */
export function definitionOf(name: string): Schema {
  const definition = schema.$defs?.[name]
  if (definition === undefined) throw new Error(`The schema has no definition ${name}`)
  return definition
}

/** What a schema refers to, with what stands beside the reference. */
export function resolve(node: Schema | boolean): Schema {
  if (typeof node === 'boolean') return {}
  return node.$ref === undefined ? node : { ...definitionOf(node.$ref.replace('#/$defs/', '')), ...node }
}

/**
 * An object schema with `if` is two without: one that fulfils the condition and obeys `then`, one that does not and
 * obeys `else`. A condition names one member and, if it may be one of several words, some of them.
 */
export function variants({ if: condition, then, else: otherwise, ...node }: Schema): Schema[] {
  if (condition === undefined) return [node]
  const name = condition.required?.[0] ?? ''
  const wanted = resolve(condition.properties?.[name] ?? true)
  const words = wanted.enum ?? (wanted.const === undefined ? undefined : [wanted.const])
  const all = resolve(node.properties?.[name] ?? true).enum ?? []
  const rest = all.filter((word) => words?.includes(word) === false)
  const fulfilled = join(node, { required: [name], ...(words && { properties: { [name]: { enum: words } } }) })
  const unfulfilled = join(node, { properties: { [name]: words === undefined ? false : { enum: rest } } })
  return [join(fulfilled, then), join(unfulfilled, otherwise)]
}

/** The schema with more required, and members narrowed or excluded; `true` leaves a member as it is. */
function join(node: Schema, more: Schema | undefined): Schema {
  const narrowed = Object.entries(more?.properties ?? {}).filter(([, member]) => member !== true)
  return {
    ...node,
    required: [...new Set([...(node.required ?? []), ...(more?.required ?? [])])],
    properties: { ...node.properties, ...Object.fromEntries(narrowed) },
  }
}
