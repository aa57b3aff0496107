import { isObject, type Json, type JsonObject } from '../../src/document/json.ts'
import { isPrimitive, type Site } from './elements.ts'
import { edit, type Mutation, type Operator } from './mutation.ts'
import { at, objectOf, put, remove } from './tree.ts'

/** Cardinality and JSON shapes: https://hl7.org/fhir/R4/json.html */
export const structure: Operator = ({ root, sites }) => [
  ...sites.flatMap((site) => [...missing(site), ...shapes(site), ...empties(site), ...keys(site)]),
  ...objects({ root, sites }),
]

const key = (site: Site) => [...site.owner, site.element.key]

function change(rule: string, site: Site, act: (root: JsonObject) => void): Mutation {
  return edit(rule, site.element.id, act)
}

function missing(site: Site): Mutation[] {
  if (site.element.min === 0) return []
  return [change('required element missing', site, (root) => remove(root, key(site)))]
}

/** What JSON should have, and what it gets. */
function shapes(site: Site): Mutation[] {
  const { value, path, element } = site
  const to = (rule: string, wrong: Json) => change(rule, site, (root) => put(root, path, wrong))
  const swaps: [boolean, string, Json][] = [
    [isObject(value), 'string for object', 'text'],
    [isObject(value), 'number for object', 7],
    [isPrimitive(element.type), 'object for primitive', { value }],
    [typeof value === 'string', 'number for string', 12],
    [typeof value === 'string', 'boolean for string', true],
    [typeof value === 'number', 'string for number', String(value)],
    [typeof value === 'boolean', 'string for boolean', String(value)],
    [typeof value === 'boolean', 'number for boolean', 1],
    [element.repeats, 'array in array', [value]],
    [!element.repeats, 'array for scalar', [value]],
    [!element.repeats, 'two values for scalar', [value, value]],
  ]
  return [
    ...swaps.filter(([applies]) => applies).map(([, rule, wrong]) => to(rule, wrong)),
    ...(element.repeats ? [change('scalar for array', site, (root) => put(root, key(site), value))] : []),
  ]
}

function empties(site: Site): Mutation[] {
  const { path, element } = site
  const to = (rule: string, wrong: Json) => change(rule, site, (root) => put(root, path, wrong))
  return [
    ...(isPrimitive(element.type) ? [to('empty string', ''), to('blank string', '   ')] : [to('empty object', {})]),
    to('null', null),
    change('empty array', site, (root) => put(root, key(site), [])),
  ]
}

/** Names of keys, and the `_key` of primitives (https://hl7.org/fhir/R4/json.html#primitive). */
function keys(site: Site): Mutation[] {
  const { owner, element } = site
  const companion = [...owner, `_${element.key}`]
  const renamed = (rule: string, name: string) =>
    change(rule, site, (root) => {
      const value = at(root, key(site))
      remove(root, key(site))
      put(root, [...owner, name], value)
    })
  const beside = (rule: string, wrong: Json) => change(rule, site, (root) => put(root, companion, wrong))
  const upper = `${element.key[0]?.toUpperCase()}${element.key.slice(1)}`
  const wrong: [string, Json][] = isPrimitive(element.type)
    ? [
        ['companion not an object', element.repeats ? ['x'] : 'x'],
        ['companion of the other shape', element.repeats ? { id: 'a' } : [{ id: 'a' }]],
        ['companion with an unknown key', element.repeats ? [{ unheard: 1 }] : { unheard: 1 }],
        ['companion empty', element.repeats ? [{}] : {}],
        ['companion too long', element.repeats ? Array(20).fill({ id: 'a' }) : []],
      ]
    : [['companion of an object', { id: 'a' }]]
  return [renamed('wrong case of a key', upper), ...wrong.map(([rule, value]) => beside(rule, value))]
}

/** Keys that no definition has, in each object. */
function objects({ root, sites }: Pick<Parameters<Operator>[0], 'root' | 'sites'>): Mutation[] {
  const nested = sites.filter((site) => isObject(site.value))
  const unknown: [string, Json][] = [
    ['unheard', 'text'],
    ['_unheard', { id: 'a' }],
    ['fhir_comments', ['text']],
    ['resourceType', 'Patient'],
  ]
  const add = (place: string, path: Site['path']) =>
    unknown
      .filter(([name]) => !(name === 'resourceType' && (path.length === 0 || isObjectWithType(at(root, path)))))
      .map(([name, value]) => edit(`unknown key ${name}`, place, (copy) => put(copy, [...path, name], value)))
  return [
    ...add('root', []),
    ...nested.flatMap((site) => add(site.element.id, site.path)),
    edit('resourceType missing', 'root', (copy) => remove(copy, ['resourceType'])),
    edit('resourceType unknown', 'root', (copy) => put(copy, ['resourceType'], 'Pasient')),
    edit('resourceType of another case', 'root', (copy) =>
      put(copy, ['resourceType'], String(objectOf(copy).resourceType).toLowerCase()),
    ),
  ]
}

function isObjectWithType(value: Json): boolean {
  return isObject(value) && Object.hasOwn(value, 'resourceType')
}
