import type { JsonObject } from '../document/json.ts'

interface Extension {
  readonly url: string
  readonly valueCanonical?: string
  readonly valueUri?: string
  readonly extension?: readonly Extension[]
}

interface Binding {
  readonly strength?: string
  readonly valueSet?: string
  readonly extension?: readonly Extension[]
}

interface Elements {
  readonly element?: readonly { readonly binding?: Binding }[]
}

/** Canonicals of the value sets that definitions bind to more strongly than as an example, or as a maximum or additionally. */
export function boundValueSets(definitions: readonly JsonObject[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const definition of definitions) {
    const { snapshot, differential } = definition as { snapshot?: Elements; differential?: Elements }
    for (const { binding } of [...(snapshot?.element ?? []), ...(differential?.element ?? [])]) {
      for (const canonical of binding === undefined ? [] : canonicalsOf(binding)) found.add(canonical)
    }
  }
  return found
}

function canonicalsOf({ strength, valueSet, extension = [] }: Binding): string[] {
  const own = strength === 'example' ? undefined : valueSet
  return [own, ...extension.flatMap(fromExtension)].filter((one) => one !== undefined)
}

/**
 * https://hl7.org/fhir/R4/extension-elementdefinition-maxvalueset.html and
 * https://hl7.org/fhir/extensions/StructureDefinition-additional-binding.html
 */
function fromExtension({ url, valueCanonical, valueUri, extension = [] }: Extension): (string | undefined)[] {
  if (url.endsWith('/elementdefinition-maxValueSet')) return [valueCanonical ?? valueUri]
  if (!url.endsWith('/additional-binding')) return []
  return extension.filter((one) => one.url === 'valueSet').map((one) => one.valueCanonical)
}
