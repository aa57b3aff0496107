import { kiLists, primitiveChoices } from '../../element.ts'
import type { CaseValue, ElementPath, Slice } from '../../table.ts'

/** One step of an element id as the mapping language sees it. */
export interface Hop {
  readonly name: string
  /** The type of a choice, by its FHIR name. */
  readonly type?: string
  readonly isPrimitive: boolean
  /** What the member of a slice has, by paths inside it. */
  readonly marks: readonly (readonly [path: string, value: string])[]
  readonly many: boolean
  /** The name of the slice. */
  readonly slice?: string
}

/**
 * The steps of an element, or undefined where the mapping language has no way to it: what stands beside a list of
 * primitives (`_given`) is no element of its own there.
 */
export function hopsOf(element: ElementPath, slices: readonly Slice[]): Hop[] | undefined {
  // A root may be a part of a resource, with a dot in its name: the last steps are the element's own.
  const names = element.id.split('.').slice(-element.steps.length || Number.POSITIVE_INFINITY)
  if (names.some((name) => name.startsWith('_'))) return undefined
  return names.map((text, at) => hopOf(text, element.steps[at]?.many === true, slices))
}

function hopOf(text: string, isList: boolean, slices: readonly Slice[]): Hop {
  const [name = '', rest] = text.split(':')
  if (!name.endsWith('[x]')) {
    const slice = slices.find((one) => one.id === text)
    const marks = Object.entries(slice?.match ?? {})
    const many = isList || kiLists.has(name)
    return { name, isPrimitive: false, marks, many, ...(rest === undefined ? {} : { slice: rest }) }
  }
  const stem = name.slice(0, -3)
  const type = rest?.slice(stem.length)
  const isPrimitive = type !== undefined && primitiveChoices.has(type)
  const fhirType = type === undefined ? undefined : isPrimitive ? type.charAt(0).toLowerCase() + type.slice(1) : type
  return { name: stem, isPrimitive, marks: [], many: false, ...(fhirType === undefined ? {} : { type: fhirType }) }
}

/** FHIRPath from the object that the table is about to an element (http://hl7.org/fhirpath/N1/). */
export function expressionOf(hops: readonly Hop[]): string {
  const steps = hops.map(({ name, type, marks }) => {
    const typed = type === undefined ? name : `${name}.ofType(${type})`
    return marks.length === 0 ? typed : `${typed}.where(${marksExpression(marks)})`
  })
  return steps.length === 0 ? '$this' : steps.join('.')
}

export function marksExpression(marks: Hop['marks']): string {
  return marks.map(([path, value]) => `${path.replaceAll('[]', '')} = ${quoted(value)}`).join(' and ')
}

/** What a value of a grid asks of its element; undefined for one that asks nothing. */
export function conditionOf(hops: readonly Hop[], value: CaseValue): string | undefined {
  const expression = expressionOf(hops)
  if (value === '*') return undefined
  // The member of a slice that is there without the element is blank, and absent is another answer.
  const isSliced = (hops.at(-2)?.marks.length ?? 0) > 0
  if (value === null) return `${isSliced ? expressionOf(hops.slice(0, -1)) : expression}.exists().not()`
  if (value === '') return `${expressionOf(hops.slice(0, -1))}.exists() and ${expression}.exists().not()`
  return `${expression} = ${typeof value === 'boolean' ? value : quoted(value)}`
}

/** A text of the mapping language and of FHIRPath. */
export function quoted(text: string): string {
  const plain = text.replace(/[\\']/g, (sign) => `\\${sign}`)
  return `'${plain.replace(/[\n\r\t]/g, (sign) => ({ '\n': '\\n', '\r': '\\r' })[sign] ?? '\\t')}'`
}
