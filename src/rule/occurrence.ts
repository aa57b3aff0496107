import type { Json, JsonObject } from '../document/json.ts'
import type { Member } from './shape.ts'

/** One value of an element, as it stands in its parent. */
export interface Occurrence {
  readonly member: Member
  /** Its place in the array, if the element may repeat. */
  readonly index: number | undefined
  readonly value: Json | undefined
  /** What stands beside a primitive (`_birthDate`). */
  readonly extra: Json | undefined
}

/** The values that an object has under any of the names, in their order. */
export function occurrencesOf(object: JsonObject, members: readonly Member[]): Occurrence[] {
  const found: Occurrence[] = []
  for (const member of members) {
    const value = own(object, member.name)
    const extra = member.primitive ? own(object, `_${member.name}`) : undefined
    if (value === undefined && extra === undefined) continue
    if (!Array.isArray(value) && !Array.isArray(extra)) found.push({ member, index: undefined, value, extra })
    else found.push(...listed(member, value, extra))
  }
  return found
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function listed(member: Member, value: Json | undefined, extra: Json | undefined): Occurrence[] {
  const values = Array.isArray(value) ? value : []
  const extras = Array.isArray(extra) ? extra : []
  return Array.from({ length: Math.max(values.length, extras.length) }, (_, index) => ({
    member,
    index,
    value: values[index] ?? undefined,
    extra: extras[index] ?? undefined,
  }))
}
