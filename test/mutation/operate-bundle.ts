import { isObject, type Json, type JsonObject } from '../../src/document/json.ts'
import { edit, type Mutation, type Operator } from './mutation.ts'
import { listOf, objectOf, put, remove } from './tree.ts'

/** Bundles and documents: https://hl7.org/fhir/R4/bundle.html, https://hl7.org/fhir/R4/documents.html */
export const bundle: Operator = ({ root }) => {
  if (root.resourceType !== 'Bundle') return []
  return [...whole, ...entries(root), ...(root.type === 'document' ? documents(root) : [])]
}

const on = (rule: string, act: (root: JsonObject) => void, place = 'Bundle') => edit(`bundle: ${rule}`, place, act)
const entry = (root: JsonObject, index: number): JsonObject => objectOf(listOf(root.entry)[index])
const resource = (root: JsonObject, index: number): JsonObject => objectOf(entry(root, index).resource)

const whole: readonly Mutation[] = [
  on('no type', (root) => remove(root, ['type'])),
  on('type that is not', (root) => put(root, ['type'], 'folder')),
  on('total', (root) => put(root, ['total'], 3)),
  on('negative total', (root) => put(root, ['total'], -1)),
  on('link without url', (root) => put(root, ['link'], [{ relation: 'self' }])),
  on('entry not an array', (root) => put(root, ['entry'], entry(root, 0))),
  on('no entries, an empty array', (root) => put(root, ['entry'], [])),
  on('entry that is null', (root) => listOf(root.entry).push(null)),
  on('entry that is empty', (root) => listOf(root.entry).push({})),
  on('message', (root) => put(root, ['type'], 'message')),
  on('transaction', (root) => put(root, ['type'], 'transaction')),
  on('transaction response', (root) => put(root, ['type'], 'transaction-response')),
  on('history', (root) => put(root, ['type'], 'history')),
]

function entries(root: JsonObject): Mutation[] {
  return listOf(root.entry).flatMap((_, index) => {
    const at = (rule: string, act: (one: JsonObject, copy: JsonObject) => void) =>
      on(rule, (copy) => act(entry(copy, index), copy), `entry ${index}`)
    return [
      at('entry without resource', (one) => remove(one, ['resource'])),
      at('entry without fullUrl', (one) => remove(one, ['fullUrl'])),
      at('fullUrl twice', (one, copy) => put(one, ['fullUrl'], entry(copy, index === 0 ? 1 : 0).fullUrl ?? null)),
      at('fullUrl relative', (one, copy) => put(one, ['fullUrl'], `Patient/${resource(copy, index).id}`)),
      at('fullUrl with a version', (one) => put(one, ['fullUrl'], `${one.fullUrl}/_history/1`)),
      at('fullUrl not a UUID', (one) => put(one, ['fullUrl'], 'urn:uuid:1')),
      at('fullUrl against id', (one) => put(one, ['fullUrl'], 'http://example.org/fhir/Patient/other-than-its-id')),
      at('fullUrl of another', (one) => put(one, ['fullUrl'], 'urn:uuid:00000000-0000-4000-8000-000000000001')),
      at('search in the wrong bundle', (one) => put(one, ['search'], { mode: 'match' })),
      at('request in the wrong bundle', (one) => put(one, ['request'], { method: 'GET', url: 'Patient/1' })),
      at('response in the wrong bundle', (one) => put(one, ['response'], { status: '200' })),
      at('entry out', (_one, copy) => void listOf(copy.entry).splice(index, 1)),
      at('entry twice', (one, copy) => void listOf(copy.entry).push(structuredClone(one))),
      at('resource of no type', (one) => remove(one, ['resource', 'resourceType'])),
      at('resource of an unknown type', (one) => put(one, ['resource', 'resourceType'], 'Ting')),
      at('resource of another type', (one) => put(one, ['resource', 'resourceType'], 'Slot')),
      at('unknown key in an entry', (one) => put(one, ['unheard'], 1)),
      at('unknown key in a resource', (one) => put(one, ['resource', 'unheard'], 1)),
    ]
  })
}

function documents(root: JsonObject): Mutation[] {
  return [
    on('document without identifier', (copy) => remove(copy, ['identifier'])),
    on('document identifier without system', (copy) => put(copy, ['identifier'], { value: 'a' })),
    on('document identifier without value', (copy) => put(copy, ['identifier'], { system: 'urn:x:y' })),
    on('document without timestamp', (copy) => remove(copy, ['timestamp'])),
    on('timestamp a date', (copy) => put(copy, ['timestamp'], '2020-01-01')),
    on('Composition last', (copy) => void listOf(copy.entry).reverse()),
    on('Composition out', (copy) => void listOf(copy.entry).splice(0, 1)),
    on('Composition second', (copy) => {
      const list = listOf(copy.entry)
      list.splice(1, 0, ...list.splice(0, 1))
    }),
    on('entry that nothing leads to', (copy) => {
      const id = '00000000-0000-4000-8000-000000000002'
      listOf(copy.entry).push({ fullUrl: `urn:uuid:${id}`, resource: { resourceType: 'Device', id } })
    }),
    on('two documents in one', (copy) => {
      const id = '00000000-0000-4000-8000-000000000003'
      listOf(copy.entry).push({ fullUrl: `urn:uuid:${id}`, resource: { ...resource(copy, 0), id } })
    }),
    ...references(root),
  ]
}

/** Every reference, sent to nowhere and to the wrong entry. */
function references(root: JsonObject): Mutation[] {
  const urls = listOf(root.entry).map((one) => objectOf(one).fullUrl ?? null)
  return pathsOf(root).flatMap((path) => {
    const place = path.filter((step) => typeof step === 'string').join('.')
    const to = (rule: string, value: Json) => on(rule, (copy) => put(copy, path, value), place)
    return [
      to('dangling reference by UUID', 'urn:uuid:00000000-0000-4000-8000-000000000004'),
      to('dangling relative reference', 'Patient/nobody'),
      to('reference to the Composition', urls[0] ?? null),
      to('reference to the last entry', urls[urls.length - 1] ?? null),
    ]
  })
}

function pathsOf(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((one, index) => pathsOf(one, [...path, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'reference' && typeof one === 'string' ? [[...path, key]] : pathsOf(one, [...path, key]),
  )
}
