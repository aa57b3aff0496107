import type { Json, JsonObject } from '../../src/document/json.ts'
import { edit, type Mutation, type Operator } from './mutation.ts'
import { put } from './tree.ts'

const device = (more: JsonObject = {}): JsonObject => ({ resourceType: 'Device', id: 'd1', ...more })

/** Contained resources: https://hl7.org/fhir/R4/references.html#contained and the invariants dom-2 to dom-5. */
const wrong: readonly (readonly [rule: string, contained: Json])[] = [
  ['that nothing refers to', [device()]],
  ['without id', [{ resourceType: 'Device' }]],
  ['in a contained one', [device({ contained: [{ resourceType: 'Device', id: 'd2' }] })]],
  ['with a version', [device({ meta: { versionId: '1' } })]],
  ['with a time of update', [device({ meta: { lastUpdated: '2020-01-01T10:00:00Z' } })]],
  ['with a security label', [device({ meta: { security: [{ code: 'R' }] } })]],
  ['of no type', [{ id: 'd1' }]],
  ['of an unknown type', [{ resourceType: 'Ting', id: 'd1' }]],
  ['with an error of its own', [device({ status: 'not-a-code' })]],
  ['with an unknown key', [device({ unheard: 1 })]],
  ['not in an array', device()],
  ['that is a string', ['Device/d1']],
  ['that is empty', [{}]],
  ['with an id that begins with #', [device({ id: '#d1' })]],
]

/** Kept apart from `dom-3` by a reference from an extension, which every type allows. */
const pointing: Json = [{ url: 'urn:x:device', valueReference: { reference: '#d1' } }]

export const contained: Operator = ({ root }) => {
  if (root.resourceType === 'Bundle' || Object.hasOwn(root, 'contained')) return []
  return [
    ...wrong.map(([rule, value]) => one(rule, value, rule !== 'that nothing refers to')),
    one('twice with one id', [device(), device({ status: 'active' })], true),
    edit('reference to a contained one that is not there', 'root', (copy) => put(copy, ['extension'], pointing)),
  ]
}

function one(rule: string, value: Json, referred: boolean): Mutation {
  return edit(`contained resource ${rule}`, 'root', (copy) => {
    put(copy, ['contained'], structuredClone(value))
    if (referred) put(copy, ['extension'], structuredClone(pointing))
  })
}
