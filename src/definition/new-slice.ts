import { cloneTree, type ElementTree } from './element-tree.ts'
import type { ElementDefinition, ElementSlicing, ElementType } from './structure-definition.ts'

/**
 * A slice of an element, added after the others. Of the element itself it says what the base says, of its children what
 * the profile says up to here: that is how the published snapshots are. A slice of a slice says what that slice says.
 * None need occur unless it says so itself.
 *
 * `short` is for a slice that the differential names by the short form of a choice (`valueQuantity`): if the profile
 * does not state the slicing, the choice is then narrowed to the types that are named so.
 */
export function newSlice(node: ElementTree, slice: string, short: boolean): ElementTree {
  const implied = node.element.slicing === undefined ? impliedSlicing(node) : {}
  // A name where nothing is sliced is a name and no more:
  // https://hl7.org/fhir/R4/elementdefinition-definitions.html#ElementDefinition.sliceName
  if (implied === undefined) return node
  const source = (node.slice === undefined ? node.origin : undefined) ?? node
  const { slicing: _sliced, ...element } = source.element
  const type = typesOf(node, slice)
  const made: ElementTree = {
    ...cloneTree({ ...node, slices: [] }),
    slice,
    element: { ...element, ...(type.length > 0 ? { type } : {}), sliceName: slice, min: 0 },
  }
  node.element = { ...node.element, ...implied, ...(short ? narrowed(node, type) : {}) }
  node.slices.push(made)
  return made
}

/**
 * Extensions are told apart by url, choices by type, whether the profile says so or not
 * (https://hl7.org/fhir/R4/profiling.html#slicing).
 */
function impliedSlicing(node: ElementTree): { readonly slicing: ElementSlicing } | undefined {
  const discriminator = /^(modifierE|e)xtension$/.test(node.name)
    ? byUrl
    : node.name.endsWith('[x]')
      ? byType
      : undefined
  return discriminator && { slicing: { discriminator: [discriminator], ordered: false, rules: 'open' } }
}

const byUrl = { type: 'value', path: 'url' } as const
const byType = { type: 'type', path: '$this' } as const

function narrowed(node: ElementTree, type: readonly ElementType[]): Partial<ElementDefinition> {
  const stated = node.element.slicing
  if (stated === undefined) return { slicing: { discriminator: [byType], ordered: false, rules: 'closed' }, type }
  const before = node.element.type ?? []
  const more = type.filter(({ code }) => !before.some((one) => one.code === code))
  return stated.rules === 'closed' ? { type: [...before, ...more] } : {}
}

/** The slice `valueQuantity` of `value[x]` is of that type. */
function typesOf(node: ElementTree, slice: string): readonly ElementType[] {
  return (node.origin ?? node).element.type?.filter(({ code }) => slice === shortName(node.name, code)) ?? []
}

/** `value[x]` with the type `Quantity` is `valueQuantity` in an instance (https://hl7.org/fhir/R4/formats.html#choice). */
export function shortName(choice: string, type: string): string | undefined {
  return choice.endsWith('[x]') ? choice.slice(0, -3) + type.charAt(0).toUpperCase() + type.slice(1) : undefined
}
