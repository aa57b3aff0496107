import { Decimal, type Json } from '../document/json.ts'
import { type Collect, type Element, nothing, system } from './element.ts'
import { Unanswerable } from './expression.ts'
import { resourceType } from './navigate.ts'
import type { Expression, Literal } from './syntax.ts'
import type { Types } from './types.ts'

/** https://hl7.org/fhir/R4/fhirpath.html#variables */
const systems: Readonly<Record<string, string>> = {
  ucum: 'http://unitsofmeasure.org',
  sct: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
}

const prefixes: readonly (readonly [prefix: string, canonical: string])[] = [
  ['vs-', 'http://hl7.org/fhir/ValueSet/'],
  ['ext-', 'http://hl7.org/fhir/StructureDefinition/'],
]

const surroundings: ReadonlySet<string> = new Set(['resource', 'rootResource', 'context', 'extension'])

export function isVariable(name: string): boolean {
  return surroundings.has(name) || textOfVariable(name) !== undefined
}

function textOfVariable(name: string): string | undefined {
  const prefix = prefixes.find(([start]) => name.startsWith(start))
  if (prefix !== undefined) return prefix[1] + name.slice(prefix[0].length)
  return Object.hasOwn(systems, name) ? systems[name] : undefined
}

/** The value of `%name`, for which `isVariable` is true. */
export function variable(name: string, types: Types): Collect {
  const text = textOfVariable(name)
  if (text !== undefined) return always([system('String', text)])
  const resource = (value: Json): Element => ({
    value,
    companion: undefined,
    type: resourceType(types, 'Resource', value),
  })
  if (name === 'resource') return (_value, _companion, world) => [resource(world.resource)]
  if (name === 'rootResource') return (_value, _companion, world) => [resource(world.rootResource)]
  if (name === 'context') return (_value, _companion, { context }) => (context === undefined ? nothing : [context])
  return (_value, _companion, { extension }) => {
    if (extension === undefined) throw new Unanswerable('no extension is at hand')
    return [{ value: extension, companion: undefined, type: 'Extension' }]
  }
}

export function constant(literal: Expression): Collect {
  return always(literal.kind === 'literal' ? [system(literal.type, literalValue(literal))] : nothing)
}

function always(elements: readonly Element[]): Collect {
  return () => elements
}

function literalValue({ type, text, unit }: Literal): Json {
  if (type === 'Boolean') return text === 'true'
  if (type === 'Quantity') return { value: numberOf(text), code: unit ?? '1' }
  return type === 'Integer' || type === 'Decimal' ? numberOf(text) : text
}

function numberOf(text: string): Json {
  const number = Number(text)
  return String(number) === text ? number : new Decimal(text)
}
