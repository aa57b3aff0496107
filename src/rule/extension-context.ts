import type { ExtensionContext } from '../definition/definition.ts'
import { childOf, isObject, type Json } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import type { Run } from './run.ts'

/** The element on which an extension stands, under all the names by which a context may mean it. */
export interface Place {
  /** Element paths: `Patient.name.family`, `HumanName.family`, with `[x]` for a choice. */
  readonly elements: readonly string[]
  /** Its type and what that derives from: `string`, `Element`. */
  readonly types: readonly string[]
  /** The URL of the extension around it, if it stands in one. */
  readonly extension: string | undefined
  /** The element itself: its object, or for a primitive what stands beside the value. */
  readonly holder: Json | undefined
}

/** Where the extension at the run's place stands, told by the definitions along the path from its resource. */
export function contextOf(kit: RuleKit, run: Run): Place {
  const steps = run.path.slice(run.scope.at.length, -2)
  let type = String(run.scope.resource.resourceType)
  let value: Json | undefined = run.scope.resource
  let elements: readonly string[] = []
  let extension: string | undefined
  for (const step of steps) {
    value = childOf(value, step)
    if (typeof step === 'number') continue
    const name = step.replace(/^_/, '')
    const member = kit.shape(type)?.members.get(name)
    const element = member?.element ?? name
    elements = [...elements, ...typesOf(kit, type)].map((path) => `${path}.${element}`)
    type = member?.type ?? 'Element'
    if (type === 'Extension' && isObject(value)) extension = undefined
  }
  if (type === 'Extension' && isObject(value) && typeof value.url === 'string') extension = value.url
  return { elements, types: typesOf(kit, type), extension, holder: value }
}

function typesOf(kit: RuleKit, type: string): string[] {
  // An element that is defined in place derives from BackboneElement.
  if (type.includes('.')) return [type, 'BackboneElement', 'Element']
  const { base } = kit.sources.definitions.type(type) ?? {}
  const parent = base?.slice(base.lastIndexOf('/') + 1)
  return parent === undefined ? [type] : [type, ...typesOf(kit, parent)]
}

/** Whether a context of an extension's definition means the place (https://hl7.org/fhir/R4/defining-extensions.html#context). */
export function isAllowedIn(kit: RuleKit, { type, expression }: ExtensionContext, place: Place, run: Run): boolean {
  const { elements, types, extension, holder } = place
  if (type === 'extension') return extension !== undefined && expression.split('#')[0] === extension
  if (type === 'fhirpath') return isSelected(kit, expression, holder, run)
  // "Element" has come to mean any place at all, resources too; the HL7 engine reads it so.
  if (expression === 'Element') return true
  const plain = expression.replace(/^http:\/\/hl7\.org\/fhir\/StructureDefinition\//, '')
  return types.includes(plain) || elements.some((path) => path === plain || path.replace(/\[x\]/g, '') === plain)
}

/** Whether the expression, asked of the resource, gives the element. One that is not understood is held against nobody. */
function isSelected(kit: RuleKit, expression: string, holder: Json | undefined, run: Run): boolean {
  const { resource } = run.scope
  const select = kit.sources.selection(expression, String(resource.resourceType))
  const found = select?.({ value: resource }, run.scope)
  return found === undefined || found.some(({ value, companion }) => value === holder || companion === holder)
}
