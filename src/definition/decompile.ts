import type {
  AdditionalBinding,
  Binding,
  Constraint,
  Definition,
  Definitions,
  ElementNode,
  Obligation,
} from './definition.ts'
import { compact, valueAlternatives } from './element-node.ts'
import { flatten } from './element-tree.ts'
import { layOver, type SnapshotSource } from './snapshot.ts'
import type { ElementDefinition, ElementType, ExtensionValue, StructureDefinition } from './structure-definition.ts'

const core = 'http://hl7.org/fhir/StructureDefinition/'
const additionalBinding = 'http://hl7.org/fhir/tools/StructureDefinition/additional-binding'

/**
 * Gives, by canonical, the StructureDefinition with snapshot that a compiled definition came from, as far as validation
 * uses it, so that profiles can be made on top of it. Each is made once.
 *
 * A compiled profile states what it adds to its type, whatever it derives from: it is a differential against the type in
 * another form.
 */
export function decompiler(definitions: Definitions): SnapshotSource {
  const made = new Map<Definition, StructureDefinition>()
  const source: SnapshotSource = (canonical) => {
    const found = definitions.find(canonical)
    if (found === undefined) return undefined
    const known = made.get(found) ?? decompile(found, source)
    made.set(found, known)
    return known
  }
  return source
}

function decompile(definition: Definition, source: SnapshotSource): StructureDefinition {
  const { url, version, type, kind, derivation, base, root } = definition
  const elements = elementsOf(root, type, derivation === 'specialization')
  return compact({
    resourceType: 'StructureDefinition' as const,
    url,
    version,
    type,
    kind,
    abstract: definition.abstract,
    derivation,
    baseDefinition: base,
    snapshot: { element: derivation === 'constraint' ? onType(elements, type, source) : elements },
  }) as StructureDefinition
}

function onType(elements: readonly ElementDefinition[], type: string, source: SnapshotSource): ElementDefinition[] {
  const base = source(core + type)
  if (base === undefined) throw new Error(`${type} is not at hand`)
  return flatten(layOver(elements, { base, source }))
}

/** A type states everything: what it leaves out is the least there is. */
function elementsOf(node: ElementNode, path: string, whole: boolean): ElementDefinition[] {
  const below = (list: readonly ElementNode[] = [], of: (one: ElementNode) => string) =>
    list.flatMap((one) => elementsOf(one, of(one), whole))
  return [
    elementOf(node, path, whole),
    ...below(node.children, (one) => `${path}.${one.name}`),
    ...below(node.slices, () => path),
  ]
}

function elementOf(node: ElementNode, path: string, whole: boolean): ElementDefinition {
  const type = node.types?.[0]?.code ?? 'string'
  const typed = (name: string) => name + type.charAt(0).toUpperCase() + type.slice(1)
  return compact({
    id: node.id,
    path,
    sliceName: node.slice,
    min: node.min ?? (whole ? 0 : undefined),
    max: node.max === undefined ? undefined : node.max < 0 ? '*' : String(node.max),
    type: node.types?.map(
      ({ code, profiles, targets, aggregation }): ElementType =>
        compact({ code, profile: profiles, targetProfile: targets, aggregation }) as ElementType,
    ),
    [typed('fixed')]: node.fixed,
    [typed('pattern')]: node.pattern,
    [typed('minValue')]: node.minValue,
    [typed('maxValue')]: node.maxValue,
    maxLength: node.maxLength,
    binding: node.binding && bindingOf(node.binding),
    constraint: node.constraints?.map(constraintOf),
    slicing: node.slicing && {
      discriminator: node.slicing.discriminators,
      ordered: node.slicing.ordered === true,
      rules: node.slicing.rules,
    },
    contentReference: node.content && `#${node.content}`,
    isModifier: node.modifier,
    mustSupport: node.mustSupport,
    extension: extensionsOf(node),
    representation: node.attribute ? ['xmlAttr'] : undefined,
  }) as unknown as ElementDefinition
}

function bindingOf({ strength, valueSet, maxValueSet, additional = [] }: Binding): ElementDefinition['binding'] {
  const maximum = maxValueSet === undefined ? [] : [canonical(`${core}elementdefinition-maxValueSet`, maxValueSet)]
  const extension = [...maximum, ...additional.map(additionalOf)]
  return compact({ strength, valueSet, extension }) as NonNullable<ElementDefinition['binding']>
}

function additionalOf({ purpose, valueSet }: AdditionalBinding): ExtensionValue {
  return { url: additionalBinding, extension: [code('purpose', purpose), canonical('valueSet', valueSet)] }
}

function constraintOf({ bestPractice, ...constraint }: Constraint): Constraint & { extension?: ExtensionValue[] } {
  if (bestPractice === undefined) return constraint
  return { ...constraint, extension: [{ url: `${core}elementdefinition-bestpractice`, valueBoolean: true }] }
}

function extensionsOf({
  obligations,
  minLength,
  alternatives,
  narrativeLanguages,
}: ElementNode): ExtensionValue[] | undefined {
  const extensions = [
    ...(obligations ?? []).map(obligationOf),
    ...(minLength === undefined ? [] : [{ url: `${core}minLength`, valueInteger: minLength }]),
    ...(alternatives ?? []).map((one) => canonical(valueAlternatives, one)),
    ...(narrativeLanguages ?? []).map((one) => code(`${core}narrative-language-control`, one)),
  ]
  return extensions.length === 0 ? undefined : extensions
}

function obligationOf(obligation: Obligation): ExtensionValue {
  const actors = obligation.actors.map((actor) => canonical('actor', actor))
  return { url: `${core}obligation`, extension: [code('code', obligation.code), ...actors] }
}

function code(url: string, valueCode: string): ExtensionValue {
  return { url, valueCode }
}

function canonical(url: string, valueCanonical: string): ExtensionValue {
  return { url, valueCanonical }
}
