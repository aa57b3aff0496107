import { equal } from '../document/equal.ts'
import type { Json, JsonObject } from '../document/json.ts'
import type { Plan, Run } from './hop.ts'
import { find, make, put, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'

/** https://hl7.org/fhir/R4/extension-data-absent-reason.html */
const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

/**
 * `absent(reason)`: a side that the row names must have the element. If no row above has written it, it says why it is not
 * there, which invents nothing and which the ledger tells. A side that the row leaves empty can do without: what says no
 * more than that reason is not brought there.
 */
export function absent({ row, left, right, args }: RowContext): Plan {
  const [reason = 'unknown'] = args
  return {
    forward: absentRun(row.id, left[0] ?? [], right[0] ?? [], reason),
    backward: absentRun(row.id, right[0] ?? [], left[0] ?? [], reason),
  }
}

function absentRun(row: string, from: readonly Stride[], to: readonly Stride[], reason: string): Run {
  if (to.length === 0) return takeAway(from, reason)
  return (_source, target, hop) => {
    const known = find(target, to, false)
    if (known !== undefined && valueAt(known) !== undefined) return
    const extension: JsonObject = { url, valueCode: reason }
    put(make(target, to, false), { extension: [extension] })
    hop.account.added(row, 'defaulted', extension, 'valueCode')
  }
}

/** Rows above may have passed it on as it is, so it is looked for on both sides. */
function takeAway(from: readonly Stride[], reason: string): Run {
  const bare: Json = { extension: [{ url, valueCode: reason }] }
  return (source, target, hop) => {
    const slot = find(source, from, false)
    const value = slot === undefined ? undefined : valueAt(slot)
    if (slot === undefined || value === undefined || !equal(value, bare)) return
    hop.account.claim(slot.container, slot.key)
    const made = find(target, from, false)
    const copy = made === undefined ? undefined : valueAt(made)
    if (made !== undefined && copy !== undefined && equal(copy, bare))
      delete (made.container as JsonObject)[made.key as string]
  }
}
