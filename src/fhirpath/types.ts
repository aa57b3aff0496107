import type { XmlElementModel, XmlModel } from '../document/xml-model.ts'

/**
 * What each type derives from, where that is not told by where it stands (https://hl7.org/fhir/R4/datatypes.html,
 * https://hl7.org/fhir/R4/resourcelist.html).
 */
const parents: Readonly<Record<string, string>> = {
  code: 'string',
  id: 'string',
  markdown: 'string',
  canonical: 'uri',
  oid: 'uri',
  url: 'uri',
  uuid: 'uri',
  positiveInt: 'integer',
  unsignedInt: 'integer',
  Age: 'Quantity',
  Count: 'Quantity',
  Distance: 'Quantity',
  Duration: 'Quantity',
  MoneyQuantity: 'Quantity',
  SimpleQuantity: 'Quantity',
  BackboneElement: 'Element',
  Dosage: 'BackboneElement',
  ElementDefinition: 'BackboneElement',
  Timing: 'BackboneElement',
  Binary: 'Resource',
  Bundle: 'Resource',
  Parameters: 'Resource',
  DomainResource: 'Resource',
}

/** The type model of an expression: FHIR R4's, as far as FHIRPath asks. */
export class Types {
  private readonly choices = new Map<string, ReadonlyMap<string, readonly XmlElementModel[]>>()

  constructor(private readonly model: XmlModel) {}

  isResource(type: string): boolean {
    return this.model.isResource(type) || type === 'Resource' || type === 'DomainResource'
  }

  /** True for a resource that says itself what it is. */
  isConcrete(type: string): boolean {
    return this.model.isResource(type)
  }

  isPrimitive(type: string): boolean {
    return this.model.primitive(type) !== undefined
  }

  child(type: string, key: string): XmlElementModel | undefined {
    return this.model.child(type, key)
  }

  children(type: string): readonly XmlElementModel[] {
    return this.model.children(type)
  }

  /**
   * The elements that a step may mean: one, or those of a choice (`value` for `value[x]`). The name in an instance
   * (`valueQuantity`) is taken too, as R4's own definitions write it and the HL7 engine reads it.
   */
  step(type: string, name: string): readonly XmlElementModel[] {
    const element = this.model.child(type, name)
    if (element !== undefined) return [element]
    const known = this.choices.get(type) ?? this.choicesOf(type)
    this.choices.set(type, known)
    return known.get(name) ?? []
  }

  private choicesOf(type: string): ReadonlyMap<string, readonly XmlElementModel[]> {
    const choices = new Map<string, XmlElementModel[]>()
    for (const element of this.model.children(type)) {
      if (element.choice === undefined) continue
      const name = element.choice.slice(0, -3)
      choices.set(name, [...(choices.get(name) ?? []), element])
    }
    return choices
  }

  /** Whether a value of `type` is one of `wanted`, its own name (`FHIR.Patient` is `Patient`) or one that it derives from. */
  is(type: string, wanted: string): boolean {
    const target = plainType(wanted)
    // What an expression made is of a System type, which may be named without saying so.
    if (type === `System.${target}`) return true
    for (let at: string | undefined = type; at !== undefined; at = this.parent(at)) {
      if (at === target) return true
    }
    return false
  }

  /** True for the very type, as `as` and `ofType` of the HL7 engine have it: a `canonical` is no `uri`. */
  isExactly(type: string, wanted: string): boolean {
    const target = plainType(wanted)
    return type === target || (type === 'System.String' && target === 'string') || systemNames.get(target) === type
  }

  private parent(type: string): string | undefined {
    const known = Object.hasOwn(parents, type) ? parents[type] : undefined
    if (known !== undefined) return known
    if (type === 'Resource' || type === 'Element' || type.startsWith('System.')) return undefined
    if (this.model.isResource(type)) return 'DomainResource'
    return type.includes('.') ? 'BackboneElement' : 'Element'
  }
}

/** FHIRPath's own names mean FHIR's primitives too: profiles have `as String` of a string. */
const systemNames: ReadonlyMap<string, string> = new Map(
  ['boolean', 'string', 'integer', 'decimal', 'date', 'dateTime', 'time'].map((type) => [
    type.charAt(0).toUpperCase() + type.slice(1),
    type,
  ]),
)

function plainType(name: string): string {
  return name.startsWith('FHIR.') ? name.slice(5) : name
}

export type Kind = 'boolean' | 'number' | 'string' | 'moment' | 'time' | 'quantity' | 'complex'

const kinds: Readonly<Record<string, Kind>> = {
  boolean: 'boolean',
  integer: 'number',
  positiveInt: 'number',
  unsignedInt: 'number',
  decimal: 'number',
  date: 'moment',
  dateTime: 'moment',
  instant: 'moment',
  time: 'time',
  Quantity: 'quantity',
  Age: 'quantity',
  Count: 'quantity',
  Distance: 'quantity',
  Duration: 'quantity',
  MoneyQuantity: 'quantity',
  SimpleQuantity: 'quantity',
  'System.Boolean': 'boolean',
  'System.Integer': 'number',
  'System.Decimal': 'number',
  'System.String': 'string',
  'System.Date': 'moment',
  'System.DateTime': 'moment',
  'System.Time': 'time',
  'System.Quantity': 'quantity',
}

const strings = 'string uri code id markdown canonical oid url uuid base64Binary xhtml'
const stringTypes: ReadonlySet<string> = new Set(strings.split(' '))

/** How a value of a type is compared (https://hl7.org/fhir/R4/fhirpath.html#types). */
export function kindOf(type: string): Kind {
  if (stringTypes.has(type)) return 'string'
  return Object.hasOwn(kinds, type) ? (kinds[type] ?? 'complex') : 'complex'
}
