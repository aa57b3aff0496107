import type { Definition, ElementNode } from '../definition/definition.ts'
import { elementIdCheck } from './element-id.ts'
import type { RuleKit } from './kit.ts'
import type { Asker, Check } from './run.ts'
import { typeCheck } from './type.ts'
import { checksOf, together } from './value-checks.ts'

/** One name that an object may have: `birthDate`, or `valueQuantity` for the choice `value[x]`. */
export interface Member {
  /** As JSON has it. */
  readonly name: string
  /** What stands beside it if it is a primitive: `_birthDate`. */
  readonly companion: string
  /** As the definition has it: `value[x]`. */
  readonly element: string
  /** A type of FHIR, or the path of an element whose children are defined in place. */
  readonly type: string
  readonly many: boolean
  readonly primitive: boolean
  /** One of several names of a choice (`value[x]`). */
  readonly isChoice: boolean
  /** Checks one value, compiled on the first call. */
  check: Check
}

/** An element that must stand, under one of these names. */
export interface Required {
  readonly element: string
  readonly names: readonly string[]
  readonly asker: Asker
}

/** What an object of a type may and must hold. */
export interface Shape {
  readonly type: string
  readonly isResource: boolean
  readonly members: ReadonlyMap<string, Member>
  /** The members of each element by its name in the definition. */
  readonly elements: ReadonlyMap<string, readonly Member[]>
  readonly required: readonly Required[]
}

/** The shape of a type, or of an element with children of its own; undefined for what R4 does not define. */
export function shapeOf(kit: RuleKit, type: string): Shape | undefined {
  const [name = ''] = type.split('.')
  const definition = kit.sources.definitions.type(name)
  const node = definition && nodeAt(definition.root, type.split('.').slice(1))
  if (definition === undefined || node?.children === undefined) return undefined
  const elements = new Map(node.children.map((child) => [child.name, membersOf(kit, definition, type, child)] as const))
  const members = new Map([...elements.values()].flat().map((member) => [member.name, member] as const))
  const required = node.children
    .filter((child) => (child.min ?? 0) > 0)
    .map((child) => ({
      element: child.name,
      names: (elements.get(child.name) ?? []).flatMap(namesOf),
      asker: askerOf(definition, child),
    }))
  const isResource = definition.kind === 'resource' && definition.type === type
  return { type, isResource, members, elements, required }
}

/** A primitive that has only extensions stands under its companion's name. */
function namesOf({ name, companion, primitive }: Member): string[] {
  return primitive ? [name, companion] : [name]
}

/** How findings name an element of a definition. */
export function askerOf(definition: Definition, node: ElementNode): Asker {
  return { profile: definition.url, element: node.id }
}

function nodeAt(root: ElementNode, steps: readonly string[]): ElementNode | undefined {
  return steps.reduce<ElementNode | undefined>(
    (node, step) => node?.children?.find((child) => child.name === step),
    root,
  )
}

function membersOf(kit: RuleKit, definition: Definition, parent: string, node: ElementNode): Member[] {
  if (node.content !== undefined) return [memberOf(kit, definition, node, node.name, node.content)]
  if (node.children !== undefined) return [memberOf(kit, definition, node, node.name, `${parent}.${node.name}`)]
  const types = (node.types ?? []).map((type) => type.code)
  if (!node.name.endsWith('[x]')) return types.map((type) => memberOf(kit, definition, node, node.name, type))
  const stem = node.name.slice(0, -3)
  return types.map((type) => memberOf(kit, definition, node, stem + type.charAt(0).toUpperCase() + type.slice(1), type))
}

/**
 * R4's snapshots give the id of a resource the type string, though it "SHALL conform to the id type"; profiles on it say id
 * (https://hl7.org/fhir/R4/resource-definitions.html#Resource.id).
 */
function isResourceId({ kind, type }: Definition, { id }: ElementNode): boolean {
  return kind === 'resource' && id === `${type}.id`
}

function memberOf(kit: RuleKit, definition: Definition, node: ElementNode, name: string, defined: string): Member {
  const type = isResourceId(definition, node) ? 'id' : defined
  const member: Member = {
    name,
    companion: `_${name}`,
    element: node.name,
    type,
    isChoice: node.name.endsWith('[x]'),
    many: node.max === undefined ? false : node.max !== 1,
    primitive: kit.sources.definitions.type(type)?.kind === 'primitive-type',
    // Types hold each other, so a check is made when a value first asks for it.
    check: (value, extra, run) => {
      const own = name === 'id' && type !== 'id' ? [elementIdCheck] : []
      member.check = together([typeCheck(kit, type), ...own, ...checksOf(kit, node, askerOf(definition, node), type)])
      member.check(value, extra, run)
    },
  }
  return member
}
