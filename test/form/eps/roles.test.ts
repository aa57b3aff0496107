import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../src/index.ts'
import { accountProblem, clone, to } from '../../laws/kit.ts'
import { document, edited, ofType, recordOf } from './records.ts'

/** What a reference to a person says beside number and name is told, on the way out and on the way back. */
const mark = { url: 'urn:example:mark', valueString: 'x' }
const input = document(recordOf('6'))
const summary = to('eps', input, { carry: 'none' })

function paths(made: { ledger: readonly { row: string; path: string }[] }): string[] {
  return made.ledger.filter(({ row }) => row === 'eps.role').map(({ path }) => path)
}

test('on the way out', () => {
  const root = clone(to('r4', input).output.root)
  const [role] = ofType(root, 'PractitionerRole')
  Object.assign(role?.practitioner as JsonObject, { type: 'Practitioner', extension: [mark] })
  const made = to('eps', root, { carry: 'none' })
  expect(accountProblem(root, made)).toBeUndefined()
  const last = paths(made).map((path) => path.replace(/^.*\.practitioner/, ''))
  expect(last.sort()).toEqual(['.extension[0].url', '.extension[0].valueString', '.type'])
})

test('on the way back', () => {
  const root = edited(summary.output.root, 'PractitionerRole', (one) =>
    Object.assign(one.practitioner as JsonObject, { extension: [mark] }),
  )
  const back = to('r4', root)
  expect(accountProblem(root, back)).toBeUndefined()
  const last = new Set(paths(back).map((path) => path.replace(/^.*\.practitioner/, '')))
  expect([...last]).toEqual(['.extension[0].url', '.extension[0].valueString'])
})

test('a name that says more than the text stays a resource', () => {
  const root = edited(summary.output.root, 'Practitioner', (one) => {
    const [name] = one.name as JsonObject[]
    Object.assign(name as JsonObject, { family: 'Lunde' } as unknown as Json)
  })
  const names = ofType(to('r4', root).output.root, 'Practitioner').map(({ name }) => JSON.stringify(name))
  expect(names.join()).toContain('"family":"Lunde"')
})
