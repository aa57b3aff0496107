/** How the value of a primitive type is written in JSON (https://hl7.org/fhir/R4/json.html#primitive). */
export type PrimitiveKind = 'string' | 'boolean' | 'number' | 'xhtml'

/** One element as it is named in an instance: `value[x]` of a definition is `valueString`, `valueCode`, … here. */
export interface XmlElementModel {
  readonly name: string
  /** A data type, `Resource` for any resource, or the path of an element whose children are defined in place. */
  readonly type: string
  /** Whether JSON has an array here: the definition allows more than one. */
  readonly many: boolean
  /** Whether XML has an attribute here (`id` of elements, `url` of extensions). */
  readonly attribute: boolean
  /** Place among its siblings, which XML prescribes (https://hl7.org/fhir/R4/xml.html). */
  readonly order: number
  /** The name in the definition, if that is a choice: `value[x]`. */
  readonly choice: string | undefined
}

/** What reading and writing FHIR XML must know of the definitions; JSON needs none of it. */
export interface XmlModel {
  /** True for the name of a resource that can be instantiated. */
  isResource(type: string): boolean
  /** The kind of a primitive type, nothing for other types. */
  primitive(type: string): PrimitiveKind | undefined
  /** Children in order; for a primitive type `id` and `extension`. Empty for an unknown type. */
  children(type: string): readonly XmlElementModel[]
  child(type: string, name: string): XmlElementModel | undefined
}
