import { existsSync, readFileSync } from 'node:fs'

type Elements = ReadonlyMap<string, fhir4.ElementDefinition>

const opened = new Map<string, Elements>()

/** The snapshot of an R4 type, by path. Empty for what is no type, such as FHIRPath's own strings. */
function snapshotOf(type: string): Elements {
  const known = opened.get(type)
  if (known) return known
  const file = `node_modules/hl7.fhir.r4.core/StructureDefinition-${type}.json`
  const structure = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as fhir4.StructureDefinition) : undefined
  const found = new Map((structure?.snapshot?.element ?? []).map((element) => [element.path, element]))
  opened.set(type, found)
  return found
}

interface Place {
  readonly type: string
  readonly path: string
}

/** Where the element's children are described: in place, in the types it may have, or where it refers to. */
function homesOf({ type, path }: Place): Place[] {
  const element = snapshotOf(type).get(path)
  const reference = element?.contentReference
  if (reference) return [{ type, path: reference.replace('#', '') }]
  return [{ type, path }, ...(element?.type ?? []).map(({ code }) => ({ type: code, path: code }))]
}

/** True where R4 has an element at `path`, which begins with the name of a type and has no slice names. */
export function isCorePath(path: string): boolean {
  const [type = '', ...steps] = path.split('.')
  let places: Place[] = snapshotOf(type).size > 0 ? [{ type, path: type }] : []
  for (const step of steps)
    places = places
      .flatMap(homesOf)
      .map((home) => ({ type: home.type, path: `${home.path}.${step}` }))
      .filter((place) => snapshotOf(place.type).has(place.path))
  return places.length > 0
}
