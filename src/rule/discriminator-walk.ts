import { isObject, type Json, textOf } from '../document/json.ts'
import type { Step } from './discriminator-path.ts'
import type { RuleKit } from './kit.ts'
import { occurrencesOf, stepsTo } from './occurrence.ts'
import type { Run, Steps } from './run.ts'

/** A value with the type by which it stands. */
export interface Standing {
  readonly value: Json | undefined
  readonly extra: Json | undefined
  readonly type: string
  /** Steps from the root of the document, or `nowhere`. */
  readonly at: Steps
}

/** Stands for a place that nobody asks for. */
export const nowhere: Steps = []

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
  const { value, at } = one
  if (step.kind === 'ofType') return typeNameOf(one) === step.type ? [one] : []
  if (!isObject(value)) return []
  if (step.kind === 'resolve') return resolve(value.reference, run)
  if (step.kind === 'extension') return extensions(value.extension, step.url, at)
  const elements = kit.shape(typeNameOf(one))?.elements
  const members = elements?.get(step.name) ?? elements?.get(`${step.name}[x]`) ?? []
  return occurrencesOf(value, members).map((found) => ({
    value: found.value,
    extra: found.extra,
    type: found.member.type,
    at: at === nowhere ? nowhere : [...at, ...stepsTo(found)],
  }))
}

function resolve(reference: Json | undefined, run: Run): Standing[] | undefined {
  if (typeof reference !== 'string') return []
  const found = run.references.resolve(reference, run.scope.resource)
  return found && [{ value: found.resource, extra: undefined, type: 'Resource', at: found.path }]
}

function extensions(list: Json | undefined, url: string, at: Steps): Standing[] {
  const found: Standing[] = []
  for (const [index, value] of (Array.isArray(list) ? list : []).entries()) {
    if (isObject(value) && value.url === url)
      found.push({
        value,
        extra: undefined,
        type: 'Extension',
        at: at === nowhere ? nowhere : [...at, 'extension', index],
      })
  }
  return found
}

function typeNameOf({ value, type }: Standing): string {
  return type === 'Resource' && isObject(value) ? textOf(value.resourceType) : type
}
