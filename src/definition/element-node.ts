import type { Json } from '../document/json.ts'
import type { AdditionalBinding, Binding, Constraint, ElementNode, Obligation, TypeReference } from './definition.ts'
import type { ElementTree } from './element-tree.ts'
import {
  choiceOf,
  type ElementBinding,
  type ElementConstraint,
  type ElementDefinition,
  type ElementType,
  type Extensible,
  extensionValues,
} from './structure-definition.ts'

const core = 'http://hl7.org/fhir/StructureDefinition/'
const additionalBinding = 'http://hl7.org/fhir/tools/StructureDefinition/additional-binding'

export const valueAlternatives =
  'http://hl7.org/fhir/5.0/StructureDefinition/extension-ElementDefinition.valueAlternatives'

/** Everything that the elements of a snapshot say, nothing left out yet; `id` is the id of the node. */
export function fullNode(tree: ElementTree, parent = ''): ElementNode {
  const own = tree.slice === undefined ? tree.name : `${tree.name}:${tree.slice}`
  const id = parent === '' ? own : `${parent}.${own}`
  return compact({
    id,
    name: tree.name,
    slice: tree.slice,
    ...factsOf(tree.element),
    slices: tree.slices.map((one) => fullNode(one, parent)),
    children: tree.children.map((one) => fullNode(one, id)),
  }) as unknown as ElementNode
}

function factsOf(element: ElementDefinition): Partial<ElementNode> {
  return compact({
    min: element.min,
    max: element.max === undefined ? undefined : element.max === '*' ? -1 : Number(element.max),
    types: element.type?.map(typeOf),
    fixed: choiceOf(element, 'fixed') as Json | undefined,
    pattern: choiceOf(element, 'pattern') as Json | undefined,
    minValue: choiceOf(element, 'minValue') as Json | undefined,
    maxValue: choiceOf(element, 'maxValue') as Json | undefined,
    maxLength: element.maxLength,
    minLength: extensionValues(element, `${core}minLength`)[0] as number | undefined,
    alternatives: extensionValues(element, valueAlternatives).map(String),
    narrativeLanguages: extensionValues(element, `${core}narrative-language-control`).map(String),
    binding: element.binding && bindingOf(element.binding),
    constraints: (element.constraint ?? []).flatMap(constraintOf),
    slicing: element.slicing && {
      discriminators: (element.slicing.discriminator ?? []).map(({ type, path }) => ({ type, path })),
      ...(element.slicing.ordered ? { ordered: true } : {}),
      rules: element.slicing.rules ?? 'open',
    },
    content: element.contentReference?.replace(/^.*#/, ''),
    modifier: element.isModifier || undefined,
    mustSupport: element.mustSupport || undefined,
    obligations: obligationsOf(element),
    attribute: element.representation?.includes('xmlAttr') || undefined,
  })
}

/**
 * A type whose code is one of FHIRPath's is a primitive's own; the extension says which of FHIR's it is
 * (https://hl7.org/fhir/R4/extension-structuredefinition-fhir-type.html).
 */
function typeOf(type: ElementType): TypeReference {
  const named = extensionValues(type, `${core}structuredefinition-fhir-type`)[0] ?? 'string'
  return compact({
    code: type.code.startsWith('http://hl7.org/fhirpath/') ? named : type.code,
    profiles: type.profile,
    targets: type.targetProfile,
    aggregation: type.aggregation,
  }) as unknown as TypeReference
}

function bindingOf(binding: ElementBinding): Binding {
  const minimum = extensionValues(binding, `${core}elementdefinition-minValueSet`)
  return compact({
    strength: binding.strength,
    valueSet: binding.valueSet,
    maxValueSet: extensionValues(binding, `${core}elementdefinition-maxValueSet`)[0],
    additional: [
      ...minimum.map((valueSet) => ({ purpose: 'minimum', valueSet: String(valueSet) })),
      ...partsOf(binding, additionalBinding).flatMap(additionalOf),
    ],
  }) as unknown as Binding
}

/** One that holds in a certain context of use only is left out: what the context is cannot be told from a document. */
function additionalOf(parts: Extensible): AdditionalBinding[] {
  const [purpose, valueSet] = ['purpose', 'valueSet'].map((name) => extensionValues(parts, name)[0])
  const contextual = extensionValues(parts, 'usage').length > 0
  return contextual || valueSet === undefined ? [] : [{ purpose: String(purpose), valueSet: String(valueSet) }]
}

/** A constraint without FHIRPath, such as one for XPath alone, cannot be computed here. */
function constraintOf(constraint: ElementConstraint): Constraint[] {
  if (constraint.expression === undefined) return []
  const best = extensionValues(constraint, `${core}elementdefinition-bestpractice`)[0]
  const made: Partial<Constraint> = compact({
    key: constraint.key,
    severity: constraint.severity ?? 'error',
    expression: constraint.expression,
    bestPractice: best !== undefined && best !== false ? true : undefined,
    human: constraint.human,
  })
  return [made as Constraint]
}

function obligationsOf(element: ElementDefinition): Obligation[] {
  return partsOf(element, `${core}obligation`).flatMap((parts) => {
    const actors = extensionValues(parts, 'actor').map(String)
    return extensionValues(parts, 'code').map((code) => ({ code: String(code), actors }))
  })
}

/** The extensions of this url that have parts and no value of their own. */
function partsOf(of: Extensible, url: string): Extensible[] {
  return (of.extension ?? []).filter((one) => one.url === url && one.extension !== undefined)
}

/** Leaves out what is absent, and lists that are empty. */
export function compact<T extends object>(of: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  const kept = Object.entries(of).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept) as { [key in keyof T]: Exclude<T[key], undefined> }
}
