import type { Options } from 'yargs'
import { convertOptions, validateOptions } from '../options.ts'
import { valueKindOf } from './value-kinds.ts'

/** A member of a command's part of the config file: an option by its long name, or the inputs. */
export interface Member {
  readonly type: 'string' | 'number' | 'boolean'
  /** True for what may be given several times on the command line; here it is a list. */
  readonly list: boolean
  readonly choices: readonly string[] | undefined
  readonly isPath: boolean
  readonly description: string
  /** What it is if it is left out, where the option itself says so. */
  readonly default: string | number | boolean | undefined
}

export type Members = ReadonlyMap<string, Member>

/** The inputs, which the command line has without a name. */
const input: Member = {
  type: 'string',
  list: true,
  choices: undefined,
  isPath: true,
  description: 'Files, folders or patterns; those on the command line replace them',
  default: undefined,
}

/** The commands that the config file has a part for, each with the members of its part. */
export const parts = {
  convert: membersOf(convertOptions),
  validate: membersOf(validateOptions),
} as const satisfies Record<string, Members>

/** A command that the config file has a part for. */
export type Part = keyof typeof parts

function membersOf(options: Readonly<Record<string, Options>>): Members {
  const named = Object.entries(options).map(([name, option]) => [name, memberOf(name, option)] as const)
  return new Map([['input', input], ...named])
}

function memberOf(name: string, { type, array, choices, describe, default: given }: Options): Member {
  return {
    type: type === 'number' || type === 'boolean' ? type : 'string',
    list: array === true,
    choices: choices?.map(String),
    isPath: valueKindOf(name) === 'path',
    description: describe ?? '',
    default: typeof given === 'object' ? undefined : given,
  }
}
