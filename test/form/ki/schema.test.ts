import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileKiValidator } from '../../../src/build/ki-validator.ts'
import { parseXml, type XmlElement } from '../../../src/document/xml-parse.ts'
import { recordTypes } from '../../../src/form/ki/schema-errors.ts'
import { documentShape, type ObjectShape, type Shape } from '../../../src/form/ki/shape.ts'

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: string
  readonly enum?: readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly 'x-xml'?: string
  readonly 'x-kilde'?: readonly string[]
}

const fileOf = (name: string): string =>
  readFileSync(new URL(`../../../profiles/kritinfo.ki/${name}`, import.meta.url), 'utf8')
const schemaText = fileOf('ki.schema.json')
const schema = JSON.parse(schemaText) as Schema
const xsd = parseXml(fileOf('ki.xsd'))

function resolve(node: Schema): Schema {
  if (node.$ref === undefined) return node
  const { $ref, ...beside } = node
  return { ...resolve(schema.$defs?.[$ref.replace('#/$defs/', '')] ?? {}), ...beside }
}

/** The shape that the schema describes, written plainly so that a difference can be read. */
function plainFromSchema(node: Schema): unknown {
  const { type, const: constant, enum: words, properties, items, oneOf, 'x-xml': item } = resolve(node)
  if (oneOf !== undefined) return merged(oneOf)
  if (constant !== undefined || words !== undefined || type === 'string') return 'text'
  if (type === 'array') return [item, plainFromSchema(items ?? {})]
  if (type === 'object') return Object.entries(properties ?? {}).map(([name, one]) => [name, plainFromSchema(one)])
  return type ?? 'json'
}

/** All branches as one, by name: the order between members of different types means nothing. */
function merged(branches: readonly Schema[]): unknown {
  const members = new Map<string, unknown>()
  for (const branch of branches) {
    for (const [name, one] of Object.entries(resolve(branch).properties ?? {})) members.set(name, plainFromSchema(one))
  }
  return Object.fromEntries(members)
}

function plainFromShape(shape: Shape): unknown {
  if (typeof shape === 'string') return shape
  if ('item' in shape) return [shape.item, plainFromShape(shape.of as Shape)]
  const entries = [...shape.members].map(([name, one]) => [name, plainFromShape(one)])
  return shape.members.has('versjonsnummer') ? Object.fromEntries(entries) : entries
}

/** Every schema within the schema, with the name of its place. */
function schemasIn(node: unknown, place: string): [string, Schema][] {
  if (typeof node !== 'object' || node === null) return []
  const inner = Object.entries(node).flatMap(([key, value]) => schemasIn(value, `${place}/${key}`))
  return [[place, node as Schema], ...inner]
}

const recordShape = (): ObjectShape => {
  const records = documentShape.members.get('registreringer')
  if (typeof records !== 'object' || !('item' in records)) throw new Error('not a list')
  return records.of as ObjectShape
}

function elementsOf(element: XmlElement): XmlElement[] {
  const children = element.children.filter((child) => typeof child !== 'string')
  return children.flatMap((child) => [child, ...elementsOf(child)])
}

describe('the ki schema', () => {
  test('describes the shape that XML and messages rely on', () => {
    expect(plainFromShape(documentShape)).toEqual(plainFromSchema(schema))
  })

  test('has the members of each type of record in the order of the shape', () => {
    const order = [...recordShape().members.keys()]
    for (const type of recordTypes) {
      const names = Object.keys(schema.$defs?.[type]?.properties ?? {})
      expect(names).toEqual(order.filter((name) => names.includes(name)))
    }
  })

  test('lists the types of record that messages list', () => {
    const branches = resolve(schema.$defs?.registrering ?? {}).oneOf ?? []
    expect(branches.map((branch) => resolve(branch).properties?.type?.const)).toEqual([...recordTypes])
  })

  test('says of every member what it means and who says so', () => {
    const members = schemasIn(schema, '#').flatMap(([place, { properties }]) =>
      /\/(?:if|then|else|properties)$/.test(place) ? [] : Object.entries(properties ?? {}),
    )
    expect(members.length).toBeGreaterThan(150)
    const unexplained = members.filter(([, member]) => !isExplained(resolve(member)))
    expect(unexplained.map(([name]) => name)).toEqual([])
  })

  test('closes every object', () => {
    const objects = schemasIn(schema, '#').filter(([, node]) => node.type === 'object' && node.oneOf === undefined)
    expect(objects.length).toBeGreaterThan(25)
    expect(objects.filter(([, node]) => node.additionalProperties !== false).map(([place]) => place)).toEqual([])
  })

  test('compiles to a module that needs no other', async () => {
    const text = compileKiValidator(schemaText)
    // A module of a data URL can reach no file and no package.
    const { default: validate } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)
    const least = { format: 'kritisk-informasjon', versjon: '1.0', pasient: {}, registreringer: [] }
    expect([validate(least), validate({ ...least, versjon: '2' })]).toEqual([true, false])
  })
})

function isExplained(member: Schema): boolean {
  const sources = member['x-kilde'] ?? []
  return (member.description ?? '') !== '' && sources.length > 0 && sources.every((one) => /^(?:https:|urn:)/.test(one))
}

describe('the ki XML Schema', () => {
  const named = (element: XmlElement): string[] =>
    elementsOf(element).flatMap((child) => (child.name === 'element' ? [child.attributes.get('name') ?? ''] : []))
  const typeOf = (name: string): XmlElement | undefined =>
    xsd.children.find((child) => typeof child !== 'string' && child.attributes.get('name') === name) as XmlElement

  test('has the members of a record in the order of the shape', () => {
    const names = named(typeOf('Registrering') ?? xsd)
    expect([...new Set(names)]).toEqual([...recordShape().members.keys()])
  })

  test('has the members of a document and of a patient in the order of the shape', () => {
    const { members } = documentShape
    const root = named(typeOf('kritiskInformasjon') ?? xsd).filter((name) => members.has(name))
    expect(root).toEqual([...members.keys()].filter((name) => name !== 'format' && name !== 'versjon'))
    expect(named(typeOf('Pasient') ?? xsd)).toEqual([...(members.get('pasient') as ObjectShape).members.keys()])
  })
})
