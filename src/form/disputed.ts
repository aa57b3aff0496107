import type { JsonObject } from '../document/json.ts'
import { isInForce } from './eps/state.ts'
import type { Hub } from './hub.ts'
import { keepBack, type Mapper } from './mapper.ts'

/**
 * One version of the record holds and another does not, and nothing says which is the later. A form that has room for one of
 * them gets neither: the one that it has room for is the one that holds, which may be the one that was withdrawn.
 */
export function refuseDisputed(resource: JsonObject, form: string, hub: Hub, mapper: Mapper): boolean {
  if (!isDisputed(hub.versionsOf(resource))) return false
  keepBack(resource, 'import.versions', form, mapper)
  return true
}

/** Versions of one record may be very many, and each of them asks. */
const answers = new WeakMap<readonly JsonObject[], boolean>()

function isDisputed(versions: readonly JsonObject[]): boolean {
  if (versions.length < 2) return false
  const known = answers.get(versions) ?? new Set(versions.map(isInForce)).size > 1
  answers.set(versions, known)
  return known
}
