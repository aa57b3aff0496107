import { fhirModel } from '../../src/definition/model.ts'
import { isObject, type Json, type JsonObject, setKey } from '../../src/document/json.ts'
import type { XmlElementModel } from '../../src/document/xml-model.ts'

/** A source of numbers from 0 up to a bound. */
export type Draw = (bound: number) => number

/** Numbers that are the same in every run with the same seed (the generator of Park and Miller). */
export function drawFrom(seed: number): Draw {
  let state = (seed % 2_147_483_646) + 1
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647
    return state % bound
  }
}

const model = fhirModel()

/** What an expression speaks of: the names of elements and types, and texts. */
export interface Vocabulary {
  readonly names: ReadonlySet<string>
  readonly resources: readonly string[]
  readonly texts: readonly string[]
}

export function vocabularyOf(expression: string): Vocabulary {
  const names = new Set(expression.match(/[A-Za-z]+/g))
  const resources = [...names].filter((name) => model.isResource(name))
  const texts = [...expression.matchAll(/'([^'\\]*)'/g)].map(([, text = '']) => text)
  return { names, resources: [...resources, 'Patient'], texts: [...texts, '1', '-1', 'a.b', '#x'] }
}

/**
 * A copy of an element with a few changes that make a rule fail, most of them where the rule looks: children left out,
 * repeated, made up, or set to one of the texts that the rule speaks of.
 */
export function mutate(value: JsonObject, type: string, words: Vocabulary, draw: Draw): JsonObject {
  const copy = { ...value }
  for (let count = 1 + draw(4); count > 0; count -= 1) change(copy, type, words, draw, 0)
  return copy
}

function pick<T>(list: readonly T[], draw: Draw): T | undefined {
  return list[draw(Math.max(list.length, 1))]
}

function change(copy: JsonObject, type: string, words: Vocabulary, draw: Draw, depth: number): void {
  const children = model.children(type)
  const named = children.filter(({ name, choice }) => words.names.has(choice?.slice(0, -3) ?? name))
  const child = pick(named.length > 0 && draw(5) > 0 ? named : children, draw)
  if (child === undefined) return
  for (const { name, choice } of children)
    if (child.choice !== undefined && choice === child.choice && name !== child.name) leaveOut(copy, name)
  const present = copy[child.name]
  const chance = draw(16)
  if (chance < 4) leaveOut(copy, child.name)
  else if (Array.isArray(present) && chance < 7) copy[child.name] = [...present, ...present.slice(0, 1)]
  else if (model.primitive(child.type) !== undefined) setPrimitive(copy, child, words, depth === 0, draw)
  else if (depth < 4) setComplex(copy, child, words, draw, depth)
}

const made: Readonly<Record<string, readonly Json[]>> = {
  boolean: [true, false],
  decimal: [-1, 0, 1.5],
  integer: [-1, 0, 2],
  positiveInt: [1, 2],
  unsignedInt: [0, 2],
  date: ['2020', '2020-02-03', '2021-01'],
  dateTime: ['2020', '2020-02-03T04:05:06Z', '2020-02-03T04:05:06+01:00'],
  instant: ['2020-02-03T04:05:06Z', '2020-02-03T04:05:06+01:00'],
}

function leaveOut(copy: JsonObject, name: string): void {
  delete copy[name]
  delete copy[`_${name}`]
}

/** A primitive with extensions and no value is made of a child of the element only: the engines compare it differently. */
function setPrimitive(
  copy: JsonObject,
  { name, type, many }: XmlElementModel,
  words: Vocabulary,
  mayLackValue: boolean,
  draw: Draw,
): void {
  const list = (value: Json) => (many ? [value] : value)
  leaveOut(copy, name)
  if (mayLackValue && draw(6) === 0) {
    const extension = { url: 'http://example.org/x', valueString: 'x' }
    setKey(copy, `_${name}`, list({ extension: [extension] }))
    return
  }
  setKey(copy, name, list(pick(made[type] ?? words.texts, draw) ?? 'x'))
}

function setComplex(copy: JsonObject, child: XmlElementModel, words: Vocabulary, draw: Draw, depth: number): void {
  const present = copy[child.name]
  const list = Array.isArray(present) ? present : present === undefined ? [] : [present]
  const [first, ...others] = list
  const inner: JsonObject = first !== undefined && isObject(first) && draw(3) > 0 ? { ...first } : { id: 'x' }
  const isResource = child.type === 'Resource'
  if (isResource) inner.resourceType ??= pick(words.resources, draw) ?? 'Patient'
  for (let count = 1 + draw(3); count > 0; count -= 1) {
    change(inner, isResource ? String(inner.resourceType) : child.type, words, draw, depth + 1)
  }
  const members = draw(3) === 0 ? [...list, inner] : [inner, ...others]
  setKey(copy, child.name, child.many ? members : inner)
}
