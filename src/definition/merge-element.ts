import { choiceKey, type ElementDefinition, type ElementSlicing } from './structure-definition.ts'

/** Lists in which a profile says more, with what tells their members apart. */
const accumulated: Readonly<Record<string, (member: unknown) => string>> = {
  constraint: (one) => (one as { readonly key: string }).key,
  condition: String,
  alias: String,
  mapping: JSON.stringify,
  example: JSON.stringify,
  code: JSON.stringify,
  extension: JSON.stringify,
}

/** Of these an element has one at most, whatever its type. */
const choices: readonly string[] = ['fixed', 'pattern', 'minValue', 'maxValue', 'defaultValue']

/**
 * An element of a base with what a differential says of it: a value replaces the base's, lists of rules grow. Rules of
 * derived profiles can only be stricter (https://hl7.org/fhir/R4/profiling.html#limitations); that is not checked here.
 */
export function mergeElement(base: ElementDefinition, added: ElementDefinition): ElementDefinition {
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(added)) {
    const choice = choices.find((name) => choiceKey({ [key]: value }, name) !== undefined)
    const before = choice === undefined ? undefined : choiceKey(merged, choice)
    if (before !== undefined) delete merged[before]
    merged[key] = key === 'slicing' ? slicingOf(base.slicing, value as ElementSlicing) : grown(base, key, value)
  }
  return merged as unknown as ElementDefinition
}

function grown(base: ElementDefinition, key: string, value: unknown): unknown {
  const identity = Object.hasOwn(accumulated, key) ? accumulated[key] : undefined
  const [before, after] = [base[key], value]
  if (identity === undefined || !Array.isArray(before) || !Array.isArray(after)) return value
  const known = new Set(before.map(identity))
  return [...before, ...after.filter((one) => !known.has(identity(one)))]
}

/** Discriminators are added to those of the base; the rest is replaced. */
function slicingOf(base: ElementSlicing | undefined, added: ElementSlicing): ElementSlicing {
  const before = base?.discriminator ?? []
  const isNew = (one: { readonly type: string; readonly path: string }) =>
    !before.some((other) => other.type === one.type && other.path === one.path)
  const discriminator = [...before, ...(added.discriminator ?? []).filter(isNew)]
  return { ...base, ...added, ...(discriminator.length > 0 ? { discriminator } : {}) }
}
