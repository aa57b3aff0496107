import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { referencesOf } from '../../src/rule/references.ts'

const server = 'https://example.org/fhir/'
const uuid = 'urn:uuid:9d0f0a4b-6f5a-4c3c-9f3f-0c3f5f7b7a11'

function patient(id: string, version?: string): JsonObject {
  return { resourceType: 'Patient', id, ...(version === undefined ? {} : { meta: { versionId: version } }) }
}

function bundle(...entries: readonly (readonly [string | undefined, JsonObject])[]): JsonObject {
  const entry = entries.map(([fullUrl, resource]) => (fullUrl === undefined ? { resource } : { fullUrl, resource }))
  return { resourceType: 'Bundle', type: 'collection', entry }
}

function condition(id = 'c'): JsonObject {
  return { resourceType: 'Condition', id }
}

describe('in a Bundle', () => {
  const rows: readonly (readonly [
    why: string,
    from: string | undefined,
    to: string | undefined,
    ref: string,
    found: boolean,
  ])[] = [
    ['relative beside a RESTful address', `${server}Condition/c`, `${server}Patient/p`, 'Patient/p', true],
    ['relative at another server', `${server}Condition/c`, 'https://other.example/Patient/p', 'Patient/p', false],
    ['relative from a uuid', uuid, `${server}Patient/p`, 'Patient/p', false],
    ['relative from an entry without address', undefined, `${server}Patient/p`, 'Patient/p', false],
    ['relative from an address of another id', `${server}Condition/other`, `${server}Patient/p`, 'Patient/p', false],
    ['absolute', uuid, `${server}Patient/p`, `${server}Patient/p`, true],
    ['absolute with a fragment', uuid, `${server}Patient/p`, `${server}Patient/p#name`, true],
    ['uuid', `${server}Condition/c`, uuid, uuid, true],
    ['another uuid', `${server}Condition/c`, uuid, `${uuid.slice(0, -1)}2`, false],
    ['the version that is there', `${server}Condition/c`, `${server}Patient/p`, 'Patient/p/_history/2', true],
    ['another version', `${server}Condition/c`, `${server}Patient/p`, 'Patient/p/_history/1', false],
    ['absolute with the version', uuid, `${server}Patient/p`, `${server}Patient/p/_history/2`, true],
    ['conditional', `${server}Condition/c`, `${server}Patient/p`, 'Patient?identifier=p', false],
    ['empty', `${server}Condition/c`, `${server}Patient/p`, '', false],
  ]
  test.each(rows)('%s', (_why, from, to, reference, found) => {
    const holder = condition()
    const target = patient('p', '2')
    const references = referencesOf(bundle([from, holder], [to, target]))
    const expected = { resource: target, path: ['entry', 1, 'resource'], kind: 'bundled', fullUrl: to }
    expect(references.resolve(reference, holder)).toEqual(found ? expected : undefined)
  })

  test('two entries at one address are no answer, and both are matches', () => {
    const holder = condition()
    const references = referencesOf(
      bundle([uuid, patient('p')], [uuid, patient('q')], [`${server}Condition/c`, holder]),
    )
    expect(references.resolve(uuid, holder)).toBeUndefined()
    expect(references.matches(uuid, holder)).toHaveLength(2)
  })

  test('what only has the same type and id is a namesake', () => {
    const holder = condition()
    const references = referencesOf(bundle([uuid, holder], [`${server}Patient/p`, patient('p')]))
    expect(references.namesakes('Patient/p', holder).map(({ path }) => path)).toEqual([['entry', 1, 'resource']])
    expect(references.namesakes('Patient/q', holder)).toEqual([])
    expect(references.namesakes(`${server}Patient/p`, holder)).toEqual([])
  })

  test('a Bundle in a Bundle looks into itself first, for a uuid then around itself', () => {
    const holder = condition()
    const outer = patient('outer')
    const other = 'urn:uuid:1d0f0a4b-6f5a-4c3c-9f3f-0c3f5f7b7a11'
    const root = bundle([other, outer], [undefined, bundle([`${server}Condition/c`, holder], [uuid, patient('p')])])
    const references = referencesOf(root)
    expect(references.resolve(uuid, holder)?.path).toEqual(['entry', 1, 'resource', 'entry', 1, 'resource'])
    expect(references.resolve(other, holder)?.resource).toBe(outer)
    expect(references.resolve(uuid, outer)).toBeUndefined()
  })
})

describe('contained', () => {
  const inner = patient('p')
  const holder = { ...condition(), contained: [inner, patient('q')] }

  test('by #id, from the container and from a neighbour', () => {
    const references = referencesOf(bundle([uuid, holder]))
    const path = ['entry', 0, 'resource', 'contained', 0]
    expect(references.resolve('#p', holder)).toEqual({ resource: inner, path, kind: 'contained' })
    expect(references.resolve('#p', holder.contained[1] as JsonObject)?.resource).toBe(inner)
  })

  test('# alone is the container', () => {
    const references = referencesOf(holder)
    expect(references.resolve('#', inner)).toEqual({ resource: holder, path: [], kind: 'container' })
  })

  test('an unknown id, and one that is there twice, are no answer', () => {
    const twice = { ...condition(), contained: [patient('p'), patient('p')] }
    expect(referencesOf(holder).resolve('#x', holder)).toBeUndefined()
    expect(referencesOf(twice).resolve('#p', twice)).toBeUndefined()
  })

  test('a contained resource refers to entries as its container does', () => {
    const target = patient('t')
    const root = bundle([`${server}Condition/c`, holder], [`${server}Patient/t`, target])
    expect(referencesOf(root).resolve('Patient/t', inner)?.resource).toBe(target)
  })
})

test('resources in Parameters contain their own', () => {
  const inner = patient('p')
  const holder = { ...condition(), contained: [inner] }
  const root = { resourceType: 'Parameters', parameter: [{ name: 'a', part: [{ name: 'b', resource: holder }] }] }
  const found = referencesOf(root).resolve('#p', holder)
  expect(found?.path).toEqual(['parameter', 0, 'part', 0, 'resource', 'contained', 0])
})

test('keys of prototypes and wrong shapes are nothing', () => {
  const root = { resourceType: 'Bundle', entry: [null, 'x', { resource: [] }, { resource: { contained: 'y' } }] }
  const references = referencesOf(root as JsonObject)
  for (const reference of ['__proto__', '#__proto__', 'constructor/toString', 'urn:x']) {
    expect(references.resolve(reference, root as JsonObject)).toBeUndefined()
  }
})
