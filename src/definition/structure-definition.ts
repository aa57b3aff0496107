/**
 * StructureDefinition as R4 writes it (https://hl7.org/fhir/R4/structuredefinition.html), as far as it is read here.
 * The members were checked when the package was opened; what is not named is there, and unknown.
 */
export interface StructureDefinition extends Extensible {
  readonly resourceType: 'StructureDefinition'
  readonly url: string
  readonly version?: string
  readonly type: string
  readonly kind: 'resource' | 'complex-type' | 'primitive-type' | 'logical'
  readonly abstract?: boolean
  readonly derivation?: 'specialization' | 'constraint'
  readonly baseDefinition?: string
  readonly context?: readonly { readonly type: 'element' | 'extension' | 'fhirpath'; readonly expression: string }[]
  readonly contextInvariant?: readonly string[]
  readonly snapshot?: { readonly element: readonly ElementDefinition[] }
  readonly differential?: { readonly element: readonly ElementDefinition[] }
}

/** https://hl7.org/fhir/R4/elementdefinition.html; `fixed[x]` and its like are found with `choiceOf`. */
export interface ElementDefinition extends Extensible {
  readonly id?: string
  readonly path: string
  readonly representation?: readonly string[]
  readonly sliceName?: string
  readonly min?: number
  readonly max?: string
  readonly contentReference?: string
  readonly type?: readonly ElementType[]
  readonly maxLength?: number
  readonly constraint?: readonly ElementConstraint[]
  readonly mustSupport?: boolean
  readonly isModifier?: boolean
  readonly binding?: ElementBinding
  readonly slicing?: ElementSlicing
  readonly [other: string]: unknown
}

export interface ElementType extends Extensible {
  readonly code: string
  readonly profile?: readonly string[]
  readonly targetProfile?: readonly string[]
  readonly aggregation?: readonly ('contained' | 'referenced' | 'bundled')[]
}

export interface ElementConstraint extends Extensible {
  readonly key: string
  readonly severity?: 'error' | 'warning'
  readonly human?: string
  readonly expression?: string
}

export interface ElementBinding extends Extensible {
  readonly strength: 'required' | 'extensible' | 'preferred' | 'example'
  readonly valueSet?: string
}

export interface ElementSlicing extends Extensible {
  readonly discriminator?: readonly {
    readonly type: 'value' | 'exists' | 'pattern' | 'type' | 'profile'
    readonly path: string
  }[]
  readonly ordered?: boolean
  readonly rules?: 'open' | 'closed' | 'openAtEnd'
}

export interface Extensible {
  readonly extension?: readonly ExtensionValue[]
}

/** An extension (https://hl7.org/fhir/R4/extensibility.html): `value[x]` is found with `choiceOf`. */
export interface ExtensionValue extends Extensible {
  readonly url: string
  readonly [value: string]: unknown
}

/** The values of all extensions with this url, in order; those without a value are left out. */
export function extensionValues(of: Extensible | undefined, url: string): unknown[] {
  const found = (of?.extension ?? []).filter((one) => one.url === url)
  return found.map((one) => choiceOf(one, 'value')).filter((value) => value !== undefined)
}

/** The value of a choice, whatever its type: `value` finds `valueUri` (https://hl7.org/fhir/R4/formats.html#choice). */
export function choiceOf(of: Readonly<Record<string, unknown>>, name: string): unknown {
  const key = choiceKey(of, name)
  return key === undefined ? undefined : of[key]
}

/** The key that the value of a choice has: `valueUri` for `value`. */
export function choiceKey(of: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return Object.keys(of).find((key) => key.startsWith(name) && /^[A-Z]/.test(key.slice(name.length)))
}

/** The name before and after the `:` of the last step of an element's id. */
export function lastStep(id: string): {
  readonly parent: string | undefined
  readonly name: string
  readonly slice?: string
} {
  const dot = id.lastIndexOf('.')
  const parent = dot < 0 ? undefined : id.slice(0, dot)
  const step = id.slice(dot + 1)
  const colon = step.indexOf(':')
  return colon < 0 ? { parent, name: step } : { parent, name: step.slice(0, colon), slice: step.slice(colon + 1) }
}
