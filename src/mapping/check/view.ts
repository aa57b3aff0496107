import type { Definitions, ElementNode, TypeReference } from '../../definition/definition.ts'
import { nodeAt } from '../../definition/node-at.ts'

/**
 * An element as a profile and its type see it together: the nodes that speak of it, the most special first. A profile
 * states only what it adds, so each question is answered by the first node that has an answer.
 */
export interface View {
  /** The name of the type: `CodeableConcept`, or for an element defined in place its path, `AllergyIntolerance.reaction`. */
  readonly type: string
  readonly nodes: readonly ElementNode[]
  /** Whether the path through the type ends in a list. */
  readonly many: boolean
  readonly min: number
}

/** The elements of FHIR R4 under a profile, by the names that ids of elements are made of. */
export class Views {
  constructor(readonly definitions: Definitions) {}

  /** What a table's ids begin with: a type, or an element defined in place. Undefined for a profile that is not known. */
  root(root: string, profile: string | undefined): View | undefined {
    const [type = '', ...names] = root.split('.')
    const own = this.definitions.type(type)?.root
    const special = profile === undefined ? [] : this.#rootsOf(profile)
    if (own === undefined || special === undefined) return undefined
    let view: View | undefined = { type, nodes: [...special, own], many: false, min: 0 }
    for (const name of names) view = view === undefined ? undefined : this.child(view, name)
    return view
  }

  /** A child by the name that an id has for it, without a slice: `code`, `onset[x]`. A primitive has `id` and `extension`. */
  child(view: View, name: string): View | undefined {
    const found = view.nodes.flatMap((node) => (node.children ?? []).filter((one) => one.name === name))
    return found.length === 0 ? undefined : this.#viewOf(`${view.type}.${name}`, found)
  }

  /** The slice of a list that the profile calls by this name. */
  slice(view: View, name: string): View | undefined {
    const found = view.nodes.flatMap((node) => (node.slices ?? []).filter((one) => one.slice === name))
    return found.length === 0 ? undefined : { ...view, nodes: [...found, ...view.nodes], min: found[0]?.min ?? 0 }
  }

  /** One type of a choice, `onsetAge` of `onset[x]`; undefined if it is none that the profile allows. */
  choice(view: View, stem: string, key: string): View | undefined {
    const type = typesOf(view).find(({ code }) => stem + capital(code) === key)
    if (type === undefined) return undefined
    const sliced = this.slice(view, key)
    return { ...view, type: type.code, nodes: [...(sliced?.nodes ?? []), ...this.#contentOf([type])] }
  }

  /** A member of a list of extensions, by the extension's definition. */
  extension(view: View, url: string): View | undefined {
    const definition = this.definitions.find(url)
    return definition?.type === 'Extension' ? { ...view, nodes: [definition.root, ...view.nodes] } : undefined
  }

  #viewOf(path: string, nodes: readonly ElementNode[]): View {
    const types = nodes.find((one) => one.types !== undefined)?.types ?? []
    const content = nodes.find((one) => one.content !== undefined)?.content
    const shared = content === undefined ? undefined : this.#shared(content)
    const [only] = types
    const inPlace = only === undefined || only.code === 'BackboneElement' || only.code === 'Element'
    return {
      type: types.length > 1 ? '' : (content ?? (inPlace ? path : only.code)),
      nodes: [
        ...nodes,
        ...(shared === undefined ? [] : [shared]),
        ...(types.length === 1 ? this.#contentOf(types) : []),
      ],
      many: (nodes.at(-1)?.max ?? 1) !== 1,
      min: Math.max(...nodes.map((one) => one.min ?? 0)),
    }
  }

  /** What the type itself says, under the profiles that the element asks of it. */
  #contentOf(types: readonly TypeReference[]): ElementNode[] {
    return types.flatMap(({ code, profiles }) => {
      const special = profiles?.length === 1 ? (this.#rootsOf(profiles[0] as string) ?? []) : []
      const own = this.definitions.type(code)?.root
      return own === undefined ? special : [...special, own]
    })
  }

  #shared(path: string): ElementNode | undefined {
    const definition = this.definitions.type(path.split('.')[0] ?? '')
    return definition === undefined ? undefined : nodeAt(definition.root, path)
  }

  /** The roots of a profile and of those it derives from and imposes; a derived one repeats what its base says. */
  #rootsOf(canonical: string): ElementNode[] | undefined {
    const definition = this.definitions.find(canonical)
    if (definition === undefined) return undefined
    const imposed = (definition.imposes ?? []).flatMap((one) => this.definitions.find(one)?.root ?? [])
    return [definition.root, ...imposed]
  }
}

/** The types that an element may have: those of the profile if it says so, else those of the type. */
export function typesOf(view: View): readonly TypeReference[] {
  return view.nodes.find((one) => one.types !== undefined)?.types ?? []
}

/** A profile that allows none of an element forbids it. */
export function isForbidden(view: View): boolean {
  return view.nodes.some((one) => one.max === 0)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
