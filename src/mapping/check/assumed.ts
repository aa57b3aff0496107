import { nearTo } from '../../document/suggest.ts'
import { type Issue, issue } from '../../issue/issue.ts'
import { usesOf } from '../assume.ts'
import type { Assumed } from '../load-assume.ts'
import type { Places } from '../places.ts'
import type { Mappings } from '../table.ts'

/** References to values of assumptions that are not there, or have no value. */
export function checkReferences(mappings: Mappings, places: Places): Issue[] {
  const values = new Map(mappings.assumptions.map((one) => [one.id, one.value]))
  return usesOf(mappings).flatMap(({ id, by, key }) => {
    if (!values.has(id))
      return [issue('MAP-017', places.of(by, key), { kind: 'assumption', id, near: nearTo(id, values.keys()) })]
    return values.get(id) === undefined ? [issue('MAP-033', places.of(by, key), { id })] : []
  })
}

/** Values that a user gave and that nothing refers to: what was meant to change would stay as it is. */
export function checkAssumed(mappings: Mappings, assumed: readonly Assumed[]): Issue[] {
  const used = new Set(usesOf(mappings).map((one) => one.id))
  return assumed.flatMap(({ id, at }) => (used.has(id) ? [] : [issue('MAP-034', at, { id })]))
}
