import type { Json, JsonObject } from '../document/json.ts'
import type { Check, Run, Steps } from './run.ts'
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

const none: readonly Occurrence[] = []

/**
 * The values that an object has under any of the names, in their order. No element of FHIR is named as anything of
 * `Object.prototype` is, so the object can be asked directly.
 */
export function occurrencesOf(object: JsonObject, members: readonly Member[]): readonly Occurrence[] {
  let found: Occurrence[] | undefined
  for (const member of members) {
    const value = object[member.name]
    const extra = member.primitive ? object[member.companion] : undefined
    if (value === undefined && extra === undefined) continue
    found ??= []
    if (!Array.isArray(value) && !Array.isArray(extra)) found.push({ member, index: undefined, value, extra })
    else list(member, value, extra, found)
  }
  return found ?? none
}

function list(member: Member, value: Json | undefined, extra: Json | undefined, found: Occurrence[]): void {
  const values = Array.isArray(value) ? value : []
  const extras = Array.isArray(extra) ? extra : []
  const count = Math.max(values.length, extras.length)
  for (let index = 0; index < count; index++)
    found.push({ member, index, value: values[index] ?? undefined, extra: extras[index] ?? undefined })
}

/** From the parent to the occurrence. */
export function stepsTo({ member, index }: Occurrence): Steps {
  return index === undefined ? [member.name] : [member.name, index]
}

/** Runs a check at the place of an occurrence. */
export function atOccurrence({ member, index, value, extra }: Occurrence, run: Run, check: Check): void {
  run.path.push(member.name)
  if (index !== undefined) run.path.push(index)
  check(value, extra, run)
  if (index !== undefined) run.path.pop()
  run.path.pop()
}
