import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  ElementDefinition,
  Extensible,
  ExtensionValue,
  StructureDefinition,
} from '../../src/definition/structure-definition.ts'

/** The StructureDefinitions of a package folder, by file name. */
export function structuresOf(folder: string): StructureDefinition[] {
  const names = readdirSync(folder).filter((name) => /^StructureDefinition-.*\.json$/.test(name))
  return names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StructureDefinition)
}

export const core = structuresOf('node_modules/hl7.fhir.r4.core')
export const extensions = structuresOf('node_modules/hl7.fhir.uv.extensions.r4')
export const ips = structuresOf('node_modules/hl7.fhir.uv.ips')

const byUrl = new Map([...core, ...extensions, ...ips].map((one) => [one.url, one]))

/** A published definition by canonical, whatever version is asked for. */
export function published(canonical: string): StructureDefinition | undefined {
  return byUrl.get(canonical.replace(/\|.*$/, ''))
}

/** What validation uses of an element, in a form that can be compared whatever tool wrote it. */
export function factsOf(elements: readonly ElementDefinition[]): Map<string, Readonly<Record<string, unknown>>> {
  return new Map(elements.map((one) => [one.id ?? '', factsOfElement(one, elements)]))
}

function factsOfElement(element: ElementDefinition, all: readonly ElementDefinition[]): Record<string, unknown> {
  const { binding, slicing } = element
  return {
    min: Math.max(element.min ?? 0, minimumOfSlices(element, all)),
    max: element.max,
    types: (element.type ?? []).map((one) => text([one.code, one.profile, one.targetProfile])).sort(),
    binding:
      binding && text([binding.strength, binding.valueSet, extensionsOf(binding, /maxValueSet|additional-binding/)]),
    constraints: (element.constraint ?? []).map((one) => `${one.key} ${one.expression}`).sort(),
    slicing: slicing && text([slicing.discriminator, slicing.rules, slicing.ordered === true]),
    values: Object.entries(element).filter(([key]) => /^(?:fixed|pattern|minValue|maxValue)[A-Z]/.test(key)),
    maxLength: element.maxLength,
    mustSupport: element.mustSupport === true,
    modifier: element.isModifier === true,
    content: element.contentReference?.replace(/^.*#/, ''),
    obligations: extensionsOf(element, /obligation$/).map(partsOf),
  }
}

/** Not every tool raises the minimum of an element to that of its slices. */
function minimumOfSlices({ id }: ElementDefinition, all: readonly ElementDefinition[]): number {
  const slice = new RegExp(`^${(id ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:[^.:/]+$`)
  return all.filter((one) => slice.test(one.id ?? '')).reduce((sum, one) => sum + (one.min ?? 0), 0)
}

function extensionsOf(of: Extensible, url: RegExp): ExtensionValue[] {
  return (of.extension ?? []).filter((one) => url.test(one.url))
}

/** The parts of an extension but the one in which a tool notes where it copied it from. */
function partsOf(extension: ExtensionValue): string {
  return text((extension.extension ?? []).filter((one) => !one.url.endsWith('snapshot-source')))
}

/** Newer tools write the version behind the canonicals of R4. */
function text(value: unknown): string {
  return JSON.stringify(value).replaceAll('|4.0.1"', '"')
}
