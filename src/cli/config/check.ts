import { Decimal, isObject, type Json, type JsonObject, type Path } from '../../document/json.ts'
import { nearTo } from '../../document/suggest.ts'
import type { IssueCode } from '../../issue/catalogue.ts'
import type { Params } from '../../issue/issue.ts'
import { mostJobs } from '../options.ts'
import { type Member, type Members, parts } from './members.ts'

/** Something wrong in a config file, and where. */
export interface ConfigProblem {
  readonly code: IssueCode
  readonly at: Path
  readonly params: Params
}

/**
 * All that is wrong with a config: CFG-001 for an unknown member, CFG-002 for a value of the wrong type, CFG-003 for a
 * text that is not one of the choices. The JSON Schema of `schema.ts` refuses the same.
 */
export function configProblems(root: Json): readonly ConfigProblem[] {
  if (!isObject(root)) return [wrongType([], 'an object')]
  return checkMembers(root, [], ['$schema', ...Object.keys(parts)], (name, value, at) => {
    if (name === '$schema') return typeof value === 'string' ? [] : [wrongType(at, 'a text')]
    return partProblems(value, at, parts[name as keyof typeof parts])
  })
}

function partProblems(value: Json, at: Path, members: Members): readonly ConfigProblem[] {
  if (!isObject(value)) return [wrongType(at, 'an object')]
  return checkMembers(value, at, [...members.keys()], (name, inner, innerAt) =>
    memberProblems(inner, innerAt, members.get(name) as Member),
  )
}

/** Looks at each known member, and complains of the others. `__proto__` is a name like any other here: an unknown one. */
function checkMembers(
  object: JsonObject,
  at: Path,
  known: readonly string[],
  check: (name: string, value: Json, at: Path) => readonly ConfigProblem[],
): readonly ConfigProblem[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const inner = [...at, name]
    if (known.includes(name)) return check(name, value, inner)
    return [{ code: 'CFG-001' as const, at: inner, params: { name: shortened(name), near: nearTo(name, known) } }]
  })
}

function memberProblems(value: Json, at: Path, member: Member): readonly ConfigProblem[] {
  if (!member.list) return valueProblems(value, at, member)
  if (!Array.isArray(value)) return [wrongType(at, `a list, as in [${exampleOf(member)}]`)]
  return value.flatMap((one, index) => valueProblems(one, [...at, index], member))
}

function valueProblems(value: Json, at: Path, { type, choices }: Member): readonly ConfigProblem[] {
  if (type === 'number') return isCount(value) ? [] : [wrongType(at, `a whole number from 1 to ${mostJobs}`)]
  if (type === 'boolean') return typeof value === 'boolean' ? [] : [wrongType(at, 'true or false')]
  if (typeof value !== 'string') return [wrongType(at, 'a text')]
  if (choices === undefined) return value === '' ? [wrongType(at, 'a text that is not empty')] : []
  if (choices.includes(value)) return []
  return [{ code: 'CFG-003', at, params: { choices: choices.join(', '), near: nearTo(value, choices) } }]
}

/** The one option with a number counts workers. Numbers with a text of their own, like `1.0`, are numbers too. */
function isCount(value: Json): boolean {
  const number = value instanceof Decimal ? value.valueOf() : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= mostJobs
}

function exampleOf({ choices }: Member): string {
  return `"${choices?.[0] ?? '…'}"`
}

function wrongType(at: Path, wanted: string): ConfigProblem {
  return { code: 'CFG-002', at, params: { wanted } }
}

/** A name is told as it was written, but not a page of it. */
function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name
}
