import type { Json } from '../document/json.ts'

/**
 * A StructureDefinition (https://hl7.org/fhir/R4/structuredefinition.html) made ready for validation: its snapshot as a
 * tree instead of a list.
 *
 * A resource or data type (`derivation: specialization`) states everything. A profile (`derivation: constraint`) states
 * only what it adds to the type it constrains: an instance is always checked against its type as well, so what both say
 * is said once. A node that adds nothing, and has no child or slice that does, is left out.
 */
export interface Definition {
  readonly url: string
  readonly version?: string
  /** The type that is defined or constrained: `Patient`, `HumanName`, `Extension`, `string`. */
  readonly type: string
  readonly kind: 'resource' | 'complex-type' | 'primitive-type' | 'logical'
  readonly abstract?: true
  readonly derivation: 'specialization' | 'constraint'
  /** Canonical of the definition that this one derives from. */
  readonly base?: string
  /** Profiles that an instance must meet besides (http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile). */
  readonly imposes?: readonly string[]
  /** Where an extension may stand (https://hl7.org/fhir/R4/structuredefinition-definitions.html#StructureDefinition.context). */
  readonly contexts?: readonly ExtensionContext[]
  readonly contextInvariants?: readonly string[]
  readonly root: ElementNode
}

export interface ExtensionContext {
  readonly type: 'element' | 'extension' | 'fhirpath'
  readonly expression: string
}

/** One ElementDefinition with its children and slices. What is absent is not constrained here. */
export interface ElementNode {
  /** `ElementDefinition.id`: `Patient.name:official.family`. */
  readonly id: string
  /** The last step of the path as it is defined: `name`, `value[x]`; the type's name at the root. */
  readonly name: string
  readonly slice?: string
  readonly min?: number
  /** −1 stands for `*`. */
  readonly max?: number
  readonly types?: readonly TypeReference[]
  readonly fixed?: Json
  readonly pattern?: Json
  readonly minValue?: Json
  readonly maxValue?: Json
  readonly maxLength?: number
  /** https://hl7.org/fhir/extensions/StructureDefinition-minLength.html */
  readonly minLength?: number
  /** Extensions that may stand in for a value (https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.valueAlternatives). */
  readonly alternatives?: readonly string[]
  /** Languages that a narrative has sections in: `_yes`, `_no`, `_resource`, or tags (narrative-language-control). */
  readonly narrativeLanguages?: readonly string[]
  readonly binding?: Binding
  readonly constraints?: readonly Constraint[]
  readonly slicing?: Slicing
  readonly slices?: readonly ElementNode[]
  readonly children?: readonly ElementNode[]
  /** The element whose children this one shares (`contentReference`): `Bundle.link`. */
  readonly content?: string
  readonly modifier?: true
  readonly mustSupport?: true
  readonly obligations?: readonly Obligation[]
  /** XML writes it as an attribute. */
  readonly attribute?: true
}

export interface TypeReference {
  /** FHIR's own name even where R4 writes one of FHIRPath's (`string` for `Element.id`). */
  readonly code: string
  /** Profiles on the type itself; an instance meets one of them. */
  readonly profiles?: readonly string[]
  /** Profiles or types of what a Reference or canonical means. */
  readonly targets?: readonly string[]
  readonly aggregation?: readonly ('contained' | 'referenced' | 'bundled')[]
}

export interface Binding {
  readonly strength: 'required' | 'extensible' | 'preferred' | 'example'
  /** Canonical, with version if it has one. */
  readonly valueSet?: string
  readonly maxValueSet?: string
  readonly additional?: readonly AdditionalBinding[]
}

/** https://hl7.org/fhir/extensions/StructureDefinition-additional-binding.html */
export interface AdditionalBinding {
  readonly purpose: string
  readonly valueSet: string
}

/** An invariant (https://hl7.org/fhir/R4/conformance-rules.html#constraints). */
export interface Constraint {
  readonly key: string
  readonly severity: 'error' | 'warning'
  readonly expression: string
  /** A guideline and no rule (elementdefinition-bestpractice). */
  readonly bestPractice?: true
  /** The rule in words, as the profile has it. */
  readonly human?: string
}

export interface Slicing {
  readonly discriminators: readonly Discriminator[]
  readonly ordered?: true
  readonly rules: 'open' | 'closed' | 'openAtEnd'
}

export interface Discriminator {
  readonly type: 'value' | 'exists' | 'pattern' | 'type' | 'profile'
  readonly path: string
}

/** https://hl7.org/fhir/extensions/StructureDefinition-obligation.html */
export interface Obligation {
  readonly code: string
  readonly actors: readonly string[]
}

/** Definitions by name; each is made ready when it is first asked for, so a call costs what it uses. */
export interface Definitions {
  /** By canonical, with or without `|version`. */
  find(canonical: string): Definition | undefined
  /** A resource or data type of FHIR R4 by its name. */
  type(name: string): Definition | undefined
  /** Canonicals of all definitions, without versions, sorted. */
  readonly canonicals: readonly string[]
}
