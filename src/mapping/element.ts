import { nearTo } from '../document/suggest.ts'
import type { ElementPath, Step } from './table.ts'

/** What has to be known of a type to walk it. */
export interface ElementModel {
  /** The child `name` of `type`; a backbone element's type is its path (`AllergyIntolerance.reaction`). */
  child(
    type: string,
    name: string,
  ): { readonly type: string; readonly many: boolean; readonly primitive: boolean } | undefined
  /** The names of its children, a choice as `onset[x]`; for suggestions. */
  names(type: string): readonly string[]
}

/** Lists of the `ki` form; every other element of it stands at most once (`profiles/kritinfo.ki`). */
export const kiLists: ReadonlySet<string> = new Set([
  'registreringer',
  'kilder',
  'koder',
  'reaksjoner',
  'utvidelser',
  'fornavn',
  'mellomnavn',
  'linjer',
])

/** Lists of SFM's export (https://github.com/NorskHelsenett/SFM.tools), of the elements that rows name. */
const exportLists: ReadonlySet<string> = new Set(['Legemiddelreaksjon', 'Ident'])

/**
 * Turns an ElementDefinition id (https://hl7.org/fhir/R4/elementdefinition.html#id) into steps.
 * Understood: `name`, `name:slice` on lists, `name[x]`, `name[x]:nameType`, and children of primitives, which
 * FHIR JSON keeps beside the value under `_name` (https://hl7.org/fhir/R4/json.html#primitive).
 * Gives the text of what is wrong instead, for the loader to place.
 */
export function resolveElement(id: string, root: string, model: ElementModel | undefined): ElementPath | string {
  if (id !== root && !id.startsWith(`${root}.`)) return `"${id}" does not begin with "${root}"`
  const names = id === root ? [] : id.slice(root.length + 1).split('.')
  const steps: Step[] = []
  let type = root
  for (const [index, name] of names.entries()) {
    const next = model === undefined ? kiStep(name) : fhirStep(name, type, model, index < names.length - 1)
    if (typeof next === 'string') return `"${id}": ${next}`
    steps.push(next.step)
    type = next.type
  }
  return { id, steps }
}

interface Resolved {
  readonly step: Step
  readonly type: string
}

function kiStep(name: string): Resolved {
  return { step: { key: name, many: kiLists.has(name) || exportLists.has(name) }, type: name }
}

function fhirStep(text: string, type: string, model: ElementModel, hasChildren: boolean): Resolved | string {
  const [name = '', slice] = text.split(':')
  if (name.startsWith('_')) return besideStep(name, type, model)
  const child = model.child(type, name)
  if (child === undefined) return `${type} has no element "${name}"${nearTo(name, model.names(type))}`
  if (name.endsWith('[x]')) return choiceStep(name.slice(0, -3), slice, hasChildren)
  const key = child.primitive && hasChildren ? `_${name}` : name
  const step: Step = { key, many: child.many, ...(slice === undefined ? {} : { slice }) }
  return { step, type: child.primitive ? 'Element' : child.type }
}

/** `_given`: what stands beside the values of a primitive element. */
function besideStep(name: string, type: string, model: ElementModel): Resolved | string {
  const child = model.child(type, name.slice(1))
  if (child === undefined || !child.primitive) return `${type} has no primitive element "${name.slice(1)}"`
  return { step: { key: name, many: child.many }, type: 'Element' }
}

function choiceStep(stem: string, key: string | undefined, hasChildren: boolean): Resolved | string {
  if (key === undefined) return { step: { key: stem, many: false, choice: true }, type: 'Element' }
  if (!key.startsWith(stem)) return `"${key}" is not a type of "${stem}[x]"`
  const type = key.slice(stem.length)
  const primitive = primitiveChoices.has(type)
  return { step: { key: primitive && hasChildren ? `_${key}` : key, many: false }, type: primitive ? 'Element' : type }
}

/** The primitive types that a choice may be written with (https://hl7.org/fhir/R4/datatypes.html#open). */
export const primitiveChoices: ReadonlySet<string> = new Set([
  'Base64Binary',
  'Boolean',
  'Canonical',
  'Code',
  'Date',
  'DateTime',
  'Decimal',
  'Id',
  'Instant',
  'Integer',
  'Markdown',
  'Oid',
  'PositiveInt',
  'String',
  'Time',
  'UnsignedInt',
  'Uri',
  'Url',
  'Uuid',
])
