import type { ElementNode } from '../definition/definition.ts'
import { isObject, type Json } from '../document/json.ts'
import type { Step } from './discriminator-path.ts'
import type { RuleKit } from './kit.ts'

/** What a slice says at the place to which a discriminator's path leads. */
export interface Reached {
  readonly node?: ElementNode
  /** The type, if the place is a resource that a reference means. */
  readonly type?: string
  /** The profile that this resource has to meet. */
  readonly profile?: string
  readonly fixed?: Json
  readonly pattern?: Json
}

/** Follows a path through the definition of a slice, and on through the profiles of types and of what references mean. */
export function reach(kit: RuleKit, slice: ElementNode, steps: readonly Step[]): readonly Reached[] {
  return steps.reduce((reached, step) => reached.flatMap((one) => follow(kit, one, step)), [reachedAt(slice)])
}

function reachedAt(node: ElementNode): Reached {
  const { fixed, pattern } = node
  return { node, ...(fixed === undefined ? {} : { fixed }), ...(pattern === undefined ? {} : { pattern }) }
}

function follow(kit: RuleKit, one: Reached, step: Step): Reached[] {
  if (step.kind === 'resolve') return targetsOf(kit, one)
  if (step.kind === 'ofType') return ofType(kit, one, step.type)
  const within = childrenOf(kit, one).filter((child) => isMeant(child, step))
  const prescribed = step.kind === 'child' ? prescribedBelow(one, step.name) : []
  return [...prescribed, ...within.map(reachedAt)]
}

/** `extension('url')` is the slice that the url tells; such slices are named by their profile or their fixed url. */
function isMeant(node: ElementNode, step: Step): boolean {
  if (step.kind === 'child') return node.name === step.name || node.name === `${step.name}[x]`
  if (step.kind !== 'extension' || node.name !== 'extension') return false
  const isProfiled = node.types?.some(({ profiles = [] }) => profiles.some((url) => url.split('|')[0] === step.url))
  return isProfiled === true || node.children?.some(({ name, fixed }) => name === 'url' && fixed === step.url) === true
}

/** Children by the node itself and by the profiles on its types, with their slices that must be there. */
function childrenOf(kit: RuleKit, { node, profile }: Reached): ElementNode[] {
  const profiles = [
    ...(profile === undefined ? [] : [profile]),
    ...(node?.types ?? []).flatMap(({ profiles = [] }) => profiles),
  ]
  const roots = profiles.map((canonical) => kit.find(canonical)?.root)
  return [node, ...roots].flatMap((one) => one?.children ?? []).flatMap((child) => [child, ...slicesOf(child)])
}

/** A slice that must be there says something of the element; so does one of extensions, which are told by their URL. */
function slicesOf({ slices = [] }: ElementNode): ElementNode[] {
  const telling = slices.filter(({ min = 0, name }) => min > 0 || name === 'extension')
  return telling.flatMap((slice) => [slice, ...slicesOf(slice)])
}

/** A pattern on a concept prescribes the codes within it too. */
function prescribedBelow({ fixed, pattern }: Reached, name: string): Reached[] {
  return [
    ...below(fixed, name).map((value) => ({ fixed: value })),
    ...below(pattern, name).map((value) => ({ pattern: value })),
  ]
}

function below(value: Json | undefined, name: string): Json[] {
  const values = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => (isObject(one) && Object.hasOwn(one, name) ? [one[name] as Json].flat() : []))
}

function targetsOf(kit: RuleKit, { node }: Reached): Reached[] {
  const targets = (node?.types ?? []).flatMap(({ targets = [] }) => targets)
  return targets.map((canonical) => {
    const definition = kit.find(canonical)
    const isProfile = definition?.derivation !== 'specialization'
    return {
      ...(definition === undefined ? {} : { type: definition.type }),
      ...(isProfile ? { profile: canonical } : {}),
    }
  })
}

function ofType(kit: RuleKit, one: Reached, type: string): Reached[] {
  const { node } = one
  if (node === undefined) return one.type === undefined || one.type === type ? [one] : []
  const slices = (node.slices ?? []).filter(({ types = [] }) => types.some(({ code }) => code === type))
  if (slices.length > 0) return slices.map(reachedAt)
  const codes = node.types?.map(({ code }) => code)
  return codes === undefined || codes.includes(type) || kit.sources.definitions.type(type) === undefined ? [one] : []
}
