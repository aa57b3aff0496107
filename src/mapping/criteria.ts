import { getKey, isObject, type Json, type JsonObject, wordOf } from '../document/json.ts'
import type { CodeRow } from '../terminology/code-table.ts'
import { anyType, type Condition, type Criterion, type ElementTest, type Fact } from './criterion.ts'
import { type CodeMatch, compileMatch } from './criteria-codes.ts'
import { isChoiceKey } from './same.ts'
import { type CompiledSlice, isMember } from './slice.ts'
import type { ElementPath, Mappings } from './table.ts'

/** What the criteria ask of the document around a record. */
export interface Around {
  fact(name: Fact): boolean
  /** The resource that a reference of the record means, if it is at hand. */
  resolve(reference: JsonObject): JsonObject | undefined
}

/** Which criterion decided, and NHN's number of the kind that it proposes. */
export interface Judgement {
  readonly criterion: Criterion
  readonly kind: string | undefined
}

/** Undefined for a type that no criterion speaks of, which only an overlay can bring about. */
export type Judge = (resource: JsonObject, around: Around) => Judgement | undefined

/** A condition, compiled. Notes the row of a code table by which it holds. */
type Test = (resource: JsonObject, around: Around, found: Found) => boolean

interface Found {
  row: CodeRow | undefined
}

/** Compiles the criteria to closures, once. The first of its type, or of any, whose conditions all hold decides. */
export function compileCriteria(
  { criteria, codes }: Pick<Mappings, 'criteria' | 'codes'>,
  slices: ReadonlyMap<string, CompiledSlice>,
): Judge {
  const matches = compileMatch(codes)
  const compiled = criteria.map((criterion) => ({
    criterion,
    tests: criterion.when.map((condition) => compileCondition(condition, slices, matches)),
  }))
  return (resource, around) => {
    const found: Found = { row: undefined }
    const first = compiled.find(
      ({ criterion, tests }) =>
        (criterion.resource === anyType || criterion.resource === resource.resourceType) &&
        tests.every((test) => test(resource, around, found)),
    )
    if (first === undefined) return undefined
    const { kind } = first.criterion
    return { criterion: first.criterion, kind: kind === 'table' ? found.row?.right : kind }
  }
}

function compileCondition(
  condition: Condition,
  slices: ReadonlyMap<string, CompiledSlice>,
  matches: (table: string) => CodeMatch,
): Test {
  if ('oneOf' in condition) {
    const tests = condition.oneOf.map((one) => compileCondition(one, slices, matches))
    return (...given) => tests.some((test) => test(...given))
  }
  if ('fact' in condition) return (_, around) => around.fact(condition.fact)
  const read = compileRead(condition, slices)
  const { is, not, in: table, there } = condition
  if (table !== undefined) return inTable(read, () => matches(table))
  if (is !== undefined) return (...given) => read(...given).some((value) => is.includes(wordOf(value)))
  if (not !== undefined) return (...given) => !read(...given).some((value) => not.includes(wordOf(value)))
  return (...given) => read(...given).length > 0 === (there ?? true)
}

type Read = (resource: JsonObject, around: Around, found: Found) => Json[]

function inTable(read: Read, match: () => CodeMatch): Test {
  return (resource, around, found) => {
    for (const value of read(resource, around, found)) {
      const row = isObject(value) ? match()(value) : undefined
      if (row === undefined) continue
      found.row = row
      return true
    }
    return false
  }
}

function compileRead({ element, of }: ElementTest, slices: ReadonlyMap<string, CompiledSlice>): Read {
  if (of === undefined) return (resource) => valuesAt(resource, element, slices)
  const type = element.id.split('.')[0]
  return (resource, around) =>
    valuesAt(resource, of, slices)
      .filter(isObject)
      .map((reference) => around.resolve(reference))
      .filter((target) => target !== undefined && target.resourceType === type)
      .flatMap((target) => valuesAt(target as JsonObject, element, slices))
}

/** Every value of an element, whichever member of a list it stands in. */
function valuesAt(resource: JsonObject, { steps }: ElementPath, slices: ReadonlyMap<string, CompiledSlice>): Json[] {
  let values: Json[] = [resource]
  for (const { key, slice, choice } of steps) {
    const member = slice === undefined ? undefined : slices.get(`${key}:${slice}`)
    values = values
      .filter(isObject)
      .flatMap((value) => (choice === true ? choicesIn(value, key) : [getKey(value, key)]))
      .flatMap((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]))
      .filter((value) => member === undefined || isMember(value, member))
  }
  return values
}

/** The values of `onset[x]`, under whichever of its names; a reason why there is none is no value. */
function choicesIn(holder: JsonObject, stem: string): Json[] {
  const keys = Object.keys(holder).filter((key) => !key.startsWith('_') && isChoiceKey(key, stem))
  return keys.map((key) => getKey(holder, key) as Json)
}
