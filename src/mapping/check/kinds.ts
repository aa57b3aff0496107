import type { Located } from './locate.ts'
import { typesOf, type View } from './view.ts'

/** What a value is in JSON, as far as moves and codecs care. */
export type Kind = 'text' | 'number' | 'boolean' | 'object' | 'list' | 'any'

const numbers: ReadonlySet<string> = new Set(['decimal', 'integer', 'positiveInt', 'unsignedInt'])

/** The types that an element may have; one with a choice has several. */
export function typeNames(view: View): readonly string[] {
  return view.type === '' ? typesOf(view).map(({ code }) => code) : [view.type]
}

/** Primitive types of FHIR begin with a small letter (https://hl7.org/fhir/R4/datatypes.html#primitive). */
export function kindOfType(type: string): Kind {
  if (!/^[a-z]/.test(type)) return 'object'
  if (type === 'boolean') return 'boolean'
  return numbers.has(type) ? 'number' : 'text'
}

/** The kind of one value there, were the list it may stand in of one member. */
export function memberKind(found: Located): Kind {
  if (found.form === 'fhir') {
    const kinds = new Set(typeNames(found.view).map(kindOfType))
    const [only] = kinds
    return only === undefined || kinds.size > 1 ? 'any' : only
  }
  const { kind, of } = found.element
  const member = kind === 'list' ? (of ?? 'json') : kind
  return member === 'json' ? 'any' : member
}

export function isList(found: Located): boolean {
  return found.form === 'fhir' ? found.list : found.element.kind === 'list'
}

/** Nothing is known of it. */
export function isOpen(found: Located): boolean {
  return found.form === 'ki' && found.element.kind === 'json'
}

/** The kind of what stands there as a whole. */
export function kindOf(found: Located): Kind {
  return isList(found) ? 'list' : memberKind(found)
}

export function fits(one: Kind, other: Kind): boolean {
  return one === other || one === 'any' || other === 'any'
}
