import type { ElementNode } from '../../definition/definition.ts'
import type { CaseValue, ElementPath, Slice } from '../table.ts'
import type { CheckKit } from './kit.ts'
import type { Located } from './locate.ts'
import type { View } from './view.ts'

/** The values that an element can have where a profile or the schema of the `ki` form lists them, and null if it may be absent. */
export function boundValues(
  found: Located,
  element: ElementPath,
  kit: CheckKit,
  slices: ReadonlyMap<string, Slice>,
): readonly CaseValue[] | undefined {
  if (found.form === 'ki') {
    const { words, kind, discriminates, required } = found.element
    if (discriminates) return undefined
    const values = kind === 'boolean' ? [true, false] : words
    return values === undefined || required ? values : [...values, null]
  }
  if (found.view.type === 'boolean') return [true, false, null]
  const codes = boundCodes(found, element, kit, slices)
  if (codes === undefined) return undefined
  // Of a path of one step the profile says whether it must be there; of a longer one its beginning may be absent.
  return found.trail.length === 2 && found.view.min > 0 ? codes : [...codes, null]
}

/** The codes of the required binding: of the element itself, or of the concept whose coding it is the code of. */
export function boundCodes(
  found: Located & { form: 'fhir' },
  element: ElementPath,
  kit: CheckKit,
  slices: ReadonlyMap<string, Slice>,
): readonly string[] | undefined {
  const own = requiredSet(found.view)
  if (own !== undefined && found.view.type === 'code') return kit.codesOf(own)?.map(({ code }) => code)
  const concept = found.trail.filter((view) => view.type === 'CodeableConcept').at(-1)
  const set = concept === undefined ? undefined : requiredSet(concept)
  const coding = element.steps.at(-2)
  const system = coding?.slice === undefined ? undefined : slices.get(`${coding.key}:${coding.slice}`)?.match.system
  if (set === undefined || system === undefined || element.steps.at(-1)?.key !== 'code') return undefined
  return kit
    .codesOf(set)
    ?.filter((one) => one.system === system)
    .map(({ code }) => code)
}

function requiredSet(view: View): string | undefined {
  return view.nodes.find((node: ElementNode) => node.binding !== undefined && node.binding.strength === 'required')
    ?.binding?.valueSet
}
