import { isObject, type Json } from '../document/json.ts'
import type { Step } from './discriminator-path.ts'
import type { RuleKit } from './kit.ts'
import { occurrencesOf } from './occurrence.ts'
import type { Run } from './run.ts'

/** A value with the type by which it stands. */
export interface Standing {
  readonly value: Json | undefined
  readonly extra: Json | undefined
  readonly type: string
}

export interface Walked {
  readonly values: readonly Standing[]
  /** False if a reference on the way leads to what is not at hand. */
  readonly isComplete: boolean
}

/** Follows a discriminator's path through an instance. */
export function walk(kit: RuleKit, from: Standing, steps: readonly Step[], run: Run): Walked {
  let values: readonly Standing[] = [from]
  let isComplete = true
  for (const step of steps) {
    const next = values.map((one) => follow(kit, one, step, run))
    isComplete &&= next.every((found) => found !== undefined)
    values = next.flatMap((found) => found ?? [])
  }
  return { values, isComplete }
}

/** Undefined for a reference that cannot be followed. */
function follow(kit: RuleKit, one: Standing, step: Step, run: Run): readonly Standing[] | undefined {
  const { value } = one
  if (step.kind === 'ofType') return typeNameOf(one) === step.type ? [one] : []
  if (!isObject(value)) return []
  if (step.kind === 'resolve') return resolve(value.reference, run)
  if (step.kind === 'extension') return extensions(value.extension, step.url)
  const elements = kit.shape(typeNameOf(one))?.elements
  const members = elements?.get(step.name) ?? elements?.get(`${step.name}[x]`) ?? []
  return occurrencesOf(value, members).map(({ member, ...found }) => ({ ...found, type: member.type }))
}

function resolve(reference: Json | undefined, run: Run): Standing[] | undefined {
  if (typeof reference !== 'string') return []
  const value = run.references.resolve(reference, run.scope.resource)?.resource
  return value === undefined ? undefined : [{ value, extra: undefined, type: 'Resource' }]
}

function extensions(list: Json | undefined, url: string): Standing[] {
  const members = Array.isArray(list) ? list : []
  return members
    .filter((one) => isObject(one) && one.url === url)
    .map((value) => ({ value, extra: undefined, type: 'Extension' }))
}

function typeNameOf({ value, type }: Standing): string {
  return type === 'Resource' && isObject(value) ? String(value.resourceType) : type
}
