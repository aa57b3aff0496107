import { describe, expect, test } from 'vitest'
import { standardDefinitions } from '../../src/definition/standard.ts'
import { profileAliases, profileOf } from '../../src/profile-alias.ts'

const definitions = standardDefinitions()
const resources = definitions.canonicals
  .flatMap((canonical) => definitions.find(canonical) ?? [])
  .filter(({ kind, derivation }) => kind === 'resource' && derivation === 'specialization')
  .map(({ type }) => type)

describe.each(profileAliases)('%s', (alias) => {
  test('each canonical is a profile that is at hand, of the type it is for', () => {
    const found = resources.flatMap((type) => {
      const canonical = profileOf(alias, { resourceType: type })
      return canonical === undefined ? [] : [[type, definitions.find(canonical)?.type]]
    })
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter(([type, constrained]) => type !== constrained)).toEqual([])
  })
})

test.each(['3', '4', '5', '7', '10'])('kj: a Condition of the kind %s', (code) => {
  const canonical = profileOf('kj', { resourceType: 'Condition', category: [{ coding: [{ code }] }] })
  expect(definitions.find(canonical ?? '')?.type).toBe('Condition')
})

test.each([
  ['a Condition of no kind', { resourceType: 'Condition' }],
  ['a type that no set has', { resourceType: 'constructor' }],
  ['no resource', { format: 'kritisk-informasjon' }],
  ['a list', []],
])('kj: nothing for %s', (_name, root) => {
  expect(profileOf('kj', root)).toBeUndefined()
})
