import { dirname, isAbsolute, join } from 'node:path'
import { decode } from '../../document/decode.ts'
import { Decimal, getKey, isObject, type Json, type JsonObject } from '../../document/json.ts'
import { readJson } from '../../document/json-read.ts'
import { limitsOf } from '../../document/limits.ts'
import { issue, KritinfoError } from '../../issue/issue.ts'
import { exit } from '../exit.ts'
import { readBytes, statusOf } from '../files.ts'
import { messageOf, Stop, standardStream } from '../message.ts'
import { configProblems } from './check.ts'
import { type Member, type Part, parts } from './members.ts'
import { configName } from './name.ts'

/** A list of options by hand is a page long. */
const limits = limitsOf({ bytes: 1024 * 1024, depth: 20 })

/** One command's part of the config file: values of its options by long names, and its inputs. */
export interface Config {
  /** The file it was read from, if there is one. */
  readonly file: string | undefined
  readonly input: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * Reads the part for a command: of the file that `--config` names, of the one in the working directory, or of none
 * (`false`, for `--no-config`). Relative paths come back as ways from the working directory. Throws `Stop` with exit
 * code 2, and line and column of everything that is wrong, CFG-001 to CFG-003 or what reading JSON says.
 */
export function configOf(part: Part, given: string | false | undefined): Config {
  // Whatever has the name is meant to be one: what cannot be read is told.
  const file = given ?? (statusOf(configName) === undefined ? false : configName)
  if (file === false) return { file: undefined, input: [], options: {} }
  const root = readRoot(file)
  const own = getKey(root, part)
  const folder = dirname(file)
  const entries = Object.entries(isObject(own) ? own : {}).map(
    ([name, value]) => [name, settled(value, parts[part].get(name), folder)] as const,
  )
  const { input = [], ...options } = Object.fromEntries(entries)
  return { file, input: input as readonly string[], options }
}

/** The config as it was checked: an object whose members are known and have the types that they should. */
function readRoot(file: string): JsonObject {
  try {
    const tree = readJson(decode(readBytes(file, limits.bytes), limits).text, limits)
    const problems = configProblems(tree.root)
    if (problems.length > 0)
      throw new KritinfoError(problems.map(({ code, at, params }) => issue(code, { ...tree.position(at) }, params)))
    return tree.root as JsonObject
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new Stop(
      exit.usage,
      problem.issues.map((one) => messageOf(one, { file })),
    )
  }
}

function settled(value: Json, member: Member | undefined, folder: string): unknown {
  if (Array.isArray(value)) return value.map((one) => settled(one, member, folder))
  if (value instanceof Decimal) return Number(value)
  return typeof value === 'string' && member?.isPath === true ? pathFrom(folder, value) : value
}

/** `-` is standard input or output here too. */
function pathFrom(folder: string, path: string): string {
  if (path === '-') return standardStream
  return isAbsolute(path) || folder === '.' ? path : join(folder, path)
}
