import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fhirModel } from '../../src/definition/model.ts'

interface ElementDefinition {
  readonly path: string
  readonly type?: readonly { readonly code: string }[]
  readonly constraint?: readonly { readonly expression?: string }[]
}

interface StructureDefinition {
  readonly kind: string
  readonly snapshot?: { readonly element: readonly ElementDefinition[] }
  readonly differential?: { readonly element: readonly ElementDefinition[] }
}

const model = fhirModel()
const packages = ['hl7.fhir.r4.core', 'hl7.fhir.uv.ips', 'hl7.fhir.uv.extensions.r4'].map(
  (name) => `node_modules/${name}`,
)

/** Every expression that an invariant of R4, IPS, the extension pack or `profiles/` states, with the types that it is stated of. */
export function statedInvariants(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const own = readdirSync('profiles', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const folder of [...packages, ...own.map(({ name }) => join('profiles', name))]) {
    for (const definition of definitionsIn(folder)) {
      for (const element of [definition.snapshot, definition.differential].flatMap((one) => one?.element ?? [])) {
        for (const { expression } of element.constraint ?? []) {
          if (expression === undefined) continue
          const types = found.get(expression) ?? new Set()
          found.set(expression, types)
          for (const type of typesOf(element)) types.add(type)
        }
      }
    }
  }
  return found
}

function definitionsIn(folder: string): StructureDefinition[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('StructureDefinition-') && name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StructureDefinition)
    .filter(({ kind }) => kind !== 'logical')
}

/** A differential may leave the type to its base: then it is that of the element at the path. */
function typesOf({ path, type = [] }: ElementDefinition): string[] {
  if (model.children(path).length > 0) return [path]
  const stated = type.map(({ code }) => code).filter((code) => !code.includes('/') && code !== '')
  return stated.length > 0 ? stated : typesAt(path)
}

function typesAt(path: string): string[] {
  const [first = '', ...steps] = path.split('.')
  return steps.reduce<string[]>(
    (types, step) =>
      types.flatMap((type) => {
        const children = model.children(type).filter((one) => one.name === step || one.choice === step)
        return children.map((one) => one.type)
      }),
    [first],
  )
}
