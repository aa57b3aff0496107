import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The `package.json` of a FHIR package (https://hl7.org/fhir/packages.html), as far as the tests ask. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly type?: string
  readonly canonical?: string
  readonly description?: string
  readonly license?: string
  readonly fhirVersions?: readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
}

export type Definition = fhir4.StructureDefinition | fhir4.ValueSet | fhir4.CodeSystem

export interface Held {
  readonly folder: string
  readonly file: string
  readonly resource: Definition
}

const root = 'profiles'

const isDefinition = (file: string): boolean => /^(?:StructureDefinition|ValueSet|CodeSystem)-.*\.json$/.test(file)

/** The folders of `profiles/` that hold FHIR definitions; `kritinfo.ki` holds schemas and is none. */
export const folders: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(root, entry.name)).some(isDefinition))
  .map((entry) => entry.name)
  .sort()

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest
}

export function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder)).sort()
}

/** Every definition of a folder, or of all. Throws where a file is not JSON. */
export function held(folder?: string): Held[] {
  return (folder === undefined ? folders : [folder]).flatMap((one) =>
    filesOf(one)
      .filter(isDefinition)
      .map((file) => ({ folder: one, file, resource: JSON.parse(readFileSync(join(root, one, file), 'utf8')) })),
  )
}

export function structures(folder?: string): fhir4.StructureDefinition[] {
  return held(folder).flatMap(({ resource }) => (resource.resourceType === 'StructureDefinition' ? [resource] : []))
}

export function elements(structure: fhir4.StructureDefinition): fhir4.ElementDefinition[] {
  return structure.differential?.element ?? []
}

/** The installed version of an npm package, or undefined where there is none. */
export function installedVersion(name: string): string | undefined {
  const file = join('node_modules', name, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest).version : undefined
}
