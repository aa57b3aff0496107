import { getKey, isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import { lastStep } from './structure-definition.ts'

/** The first place below a value whose form is not the one that is wanted: `.type[0].code`; undefined if all is well. */
type Shape = (value: Json) => string | undefined

const ofKind =
  (test: (value: Json) => boolean): Shape =>
  (value) =>
    test(value) ? undefined : ''
const text = ofKind((value) => typeof value === 'string' && value !== '')
const flag = ofKind((value) => typeof value === 'boolean')
const count = ofKind((value) => typeof value === 'number' && Number.isInteger(value) && value >= 0)
const maximum = ofKind((value) => typeof value === 'string' && /^(?:\*|\d{1,9})$/.test(value))
const word = (...words: readonly string[]): Shape =>
  ofKind((value) => typeof value === 'string' && words.includes(value))

function list(member: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return ''
    return first(value, (one, at) => prefixed(`[${at}]`, member(one)))
  }
}

/** An object whose members have these shapes where they are there; those in `needed` are. */
function object(members: Readonly<Record<string, Shape>>, needed: readonly string[] = []): Shape {
  return (value) => {
    if (!isObject(value)) return ''
    return first(Object.entries(members), ([name, shape]) => {
      const member = getKey(value, name)
      if (member === undefined) return needed.includes(name) ? `.${name}` : undefined
      return prefixed(`.${name}`, shape(member))
    })
  }
}

function first<T>(values: readonly T[], find: (value: T, at: number) => string | undefined): string | undefined {
  for (const [at, value] of values.entries()) {
    const found = find(value, at)
    if (found !== undefined) return found
  }
  return undefined
}

function prefixed(prefix: string, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : prefix + problem
}

const extension: Shape = (value) => extensible({ url: text }, ['url'])(value)

/** An object that may have extensions besides. */
function extensible(members: Readonly<Record<string, Shape>>, needed?: readonly string[]): Shape {
  return object({ ...members, extension: list(extension) }, needed)
}

const canonicals = list(text)
const type = extensible(
  {
    code: text,
    profile: canonicals,
    targetProfile: canonicals,
    aggregation: list(word('contained', 'referenced', 'bundled')),
  },
  ['code'],
)
const constraint = extensible({ key: text, severity: word('error', 'warning'), human: text, expression: text }, ['key'])
const binding = extensible({ strength: word('required', 'extensible', 'preferred', 'example'), valueSet: text }, [
  'strength',
])
const discriminator = object({ type: word('value', 'exists', 'pattern', 'type', 'profile'), path: text }, [
  'type',
  'path',
])
const slicing = extensible({
  discriminator: list(discriminator),
  ordered: flag,
  rules: word('open', 'closed', 'openAtEnd'),
})

/** What is read of an ElementDefinition (https://hl7.org/fhir/R4/elementdefinition.html). */
const element = extensible(
  {
    path: text,
    id: text,
    sliceName: text,
    min: count,
    max: maximum,
    contentReference: text,
    maxLength: count,
    mustSupport: flag,
    isModifier: flag,
    representation: list(text),
    type: list(type),
    constraint: list(constraint),
    binding,
    slicing,
  },
  ['path'],
)
const view = object({ element: list(element) }, ['element'])
/** A snapshot has the root element, which is the one below none. */
const snapshot: Shape = (value) =>
  view(value) ?? (isObject(value) && hasRoot(getKey(value, 'element')) ? undefined : '.element')

function hasRoot(elements: Json | undefined): boolean {
  const ids = objectsIn(elements).map(({ id, path }) => String(id ?? path))
  return ids.some((id) => lastStep(id).parent === undefined)
}

const context = object({ type: word('element', 'extension', 'fhirpath'), expression: text }, ['type', 'expression'])

/** What is read of a StructureDefinition (https://hl7.org/fhir/R4/structuredefinition.html). */
const members: Readonly<Record<string, Shape>> = {
  url: text,
  type: text,
  kind: word('resource', 'complex-type', 'primitive-type', 'logical'),
  version: text,
  abstract: flag,
  derivation: word('specialization', 'constraint'),
  baseDefinition: text,
  context: list(context),
  contextInvariant: list(text),
  extension: list(extension),
  snapshot,
  differential: view,
}

/**
 * The members of a StructureDefinition that are missing or not as FHIR has them, one for each member of the root:
 * `url`, `differential.element[3].min`. Where there are none it may be taken for a `StructureDefinition`.
 */
export function structureProblems(resource: JsonObject): string[] {
  const constraint = getKey(resource, 'derivation') === 'constraint'
  const needed = ['url', 'type', 'kind', ...(constraint ? ['baseDefinition'] : [])]
  return Object.entries(members).flatMap(([name, shape]) => {
    const problem = object({ [name]: shape }, needed.includes(name) ? [name] : [])(resource)
    return problem === undefined ? [] : [problem.slice(1)]
  })
}
