import type { Conversion } from '../convert.ts'
import { childOf, isObject, type Json } from '../document/json.ts'
import { resolvePath } from '../document/path.ts'

/**
 * How many differences of a round trip lie in a record of which a ledger of the trip says something. A ledger tells
 * places of its own input or output, so places are compared by the record that they belong to.
 */
export function listedOf(
  differences: readonly string[],
  picture: Json,
  input: Json,
  there: Conversion,
  back: Conversion,
): number {
  const listed = new Set<string>()
  const add = ({ ledger, output }: Conversion, source: Json): void => {
    for (const { path, side } of ledger) listed.add(recordOf(side === 'output' ? output.root : source, path))
  }
  add(there, input)
  add(back, there.output.root)
  return differences.filter((path) => listed.has(recordOf(picture, path))).length
}

/** The record that a place belongs to: the id of a resource or registrering, `patient`, or what stands at the top. */
function recordOf(root: Json, path: string): string {
  const steps = resolvePath(root, path)
  let value: Json | undefined = root
  for (const [depth, step] of steps.entries()) {
    const name = isRecord(value, steps[depth - 2]) ? nameOf(value) : undefined
    if (name !== undefined) return name
    value = childOf(value, step)
  }
  return isRecord(value, steps[steps.length - 2])
    ? nameOf(value)
    : String(steps[0] === 'pasient' ? 'patient' : steps[0])
}

function isRecord(value: Json | undefined, list: string | number | undefined): value is { [key: string]: Json } {
  return (
    isObject(value) &&
    (list === 'registreringer' || (typeof value.resourceType === 'string' && value.resourceType !== 'Bundle'))
  )
}

function nameOf(record: { [key: string]: Json }): string {
  return record.resourceType === 'Patient' ? 'patient' : String(record.id ?? record.resourceType ?? '')
}
