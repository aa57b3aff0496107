import { isPlainRoot } from '../load-row.ts'
import type { ElementPath, Slice, Table } from '../table.ts'
import { type CheckKit, isFhir, type KiElement, type SideName } from './kit.ts'
import { isForbidden, type View, type Views } from './view.ts'

/** What an element of a row is, in FHIR under the table's profile or in the `ki` form; a text says what is wrong with it. */
export type Located =
  | {
      readonly form: 'fhir'
      readonly view: View
      /** The elements on the way there, from the root. */
      readonly trail: readonly View[]
      /** All members, not one of a slice. */
      readonly list: boolean
    }
  | { readonly form: 'ki'; readonly element: KiElement }

export interface Problem {
  readonly kind: 'element' | 'extension'
  readonly text: string
}

export function isProblem(found: Located | Problem): found is Problem {
  return !('form' in found)
}

/** Finds an element that a row names. `slices` are those of the mappings, by id. */
export function locate(
  element: ElementPath,
  table: Table,
  side: SideName,
  kit: CheckKit,
  slices: ReadonlyMap<string, Slice>,
): Located | Problem {
  const { root, profile } = table[side]
  if (element.id !== root && !element.id.startsWith(`${root}.`))
    return problem(`"${element.id}" does not begin with "${root}"`)
  const names = element.id === root ? [] : element.id.slice(root.length + 1).split('.')
  if (!isFhir(table, side)) {
    // The XML of others, of which no schema is at hand: whatever rows name may be there.
    if (!kit.ki.isRoot(root) && isPlainRoot(root)) return { form: 'ki', element: { kind: 'json' } }
    const found = kit.ki.element(root, names)
    return found === undefined ? problem(`the ki form has no "${element.id}"`) : { form: 'ki', element: found }
  }
  const view = kit.views.root(root, profile) ?? kit.views.root(root, undefined)
  return view === undefined ? problem(`FHIR R4 has no "${root}"`) : walk(names, view, kit, slices)
}

function problem(text: string, kind: Problem['kind'] = 'element'): Problem {
  return { kind, text }
}

function walk(
  names: readonly string[],
  root: View,
  kit: CheckKit,
  slices: ReadonlyMap<string, Slice>,
): Located | Problem {
  let view = root
  let list = false
  const trail = [root]
  for (const name of names) {
    const next = step(name, view, kit.views, slices)
    if ('text' in next) return next
    if (isForbidden(next)) return problem(`the profile forbids "${name}"`)
    view = next
    trail.push(view)
    list = next.many && !name.includes(':')
  }
  return { form: 'fhir', view, trail, list }
}

function step(text: string, view: View, views: Views, slices: ReadonlyMap<string, Slice>): View | Problem {
  const [name = '', slice] = text.split(':')
  // `_given` is what stands beside the values of a primitive element: an Element with extensions.
  const plain = name.startsWith('_') ? name.slice(1) : name
  const child = views.child(view, plain)
  if (child === undefined) return problem(`${view.type} has no element "${plain}"`)
  if (slice === undefined) return child
  if (plain.endsWith('[x]'))
    return (
      views.choice(child, plain.slice(0, -3), slice) ?? problem(`"${slice}" is no type that "${plain}" may have here`)
    )
  return sliceOf(text, child, slice, views, slices)
}

function sliceOf(
  text: string,
  child: View,
  name: string,
  views: Views,
  slices: ReadonlyMap<string, Slice>,
): View | Problem {
  const own = views.slice(child, name)
  const url = slices.get(text)?.match.url
  // Parts of an extension have names that stand for themselves, and no definition (https://hl7.org/fhir/R4/extensibility.html).
  if (url === undefined || !/xtension:/.test(text) || !url.includes(':')) return own ?? child
  const defined = views.extension(child, url)
  if (defined === undefined && own === undefined)
    return problem(`no definition of the extension ${url} is at hand`, 'extension')
  return { ...child, nodes: [...(own?.nodes ?? []), ...(defined?.nodes ?? child.nodes)] }
}
