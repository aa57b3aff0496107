import type { Argv, Options, PositionalOptions } from 'yargs'
import { type ValueKind, valueKindOf } from '../config/value-kinds.ts'

/** What a shell has to know of a command. */
export interface CommandShape {
  readonly name: string
  readonly about: string
  readonly options: OptionShape[]
  /** What may stand there without a name: its choices, files, or a word that nobody knows beforehand. */
  readonly positionals: PositionalShape[]
  readonly commands: CommandShape[]
}

/** An option, and what its value is; `undefined` for a switch, which has none. */
export interface OptionShape {
  readonly name: string
  readonly letter: string | undefined
  readonly about: string
  readonly value: ValueKind | undefined
  /** True if it may be given several times. */
  readonly list: boolean
}

export interface PositionalShape {
  readonly name: string
  readonly value: ValueKind
  readonly list: boolean
}

const help: OptionShape = { name: 'help', letter: undefined, about: 'Show help', value: undefined, list: false }

/**
 * The commands that `add` gives to yargs. It is given something that takes them as yargs does and only notes them, so
 * that what a shell completes is what the command line knows.
 */
export async function shapeOf(name: string, add: (yargs: Argv) => unknown): Promise<CommandShape> {
  const root = emptyShape(name, '')
  const pending: unknown[] = []
  pending.push(add(noting(root, (work) => pending.push(work))))
  // Subcommands are loaded, and come with further ones.
  for (let done = 0; done < pending.length; done++) await pending[done]
  return root
}

function emptyShape(name: string, about: string): CommandShape {
  return { name, about, options: [help], positionals: [], commands: [] }
}

/** Answers to every call that yargs answers to: notes three of them, and passes over the others. */
function noting(shape: CommandShape, later: (work: unknown) => void): Argv {
  const notes: Readonly<Record<string, (...given: never[]) => void>> = {
    command(usage: string, about: string, build?: (yargs: Argv) => unknown) {
      const inner = emptyShape(usage.split(' ')[0] ?? usage, about)
      shape.commands.push(inner)
      if (build !== undefined) later(build(noting(inner, later)))
    },
    options(options: Readonly<Record<string, Options>>) {
      for (const [name, option] of Object.entries(options)) shape.options.push(...optionShapes(name, option))
    },
    positional(name: string, option: PositionalOptions) {
      shape.positionals.push({ name, value: kindOf(name, option.choices), list: option.array === true })
    },
  }
  const self: unknown = new Proxy(
    {},
    {
      get(_target, name) {
        // What has a `then` would be waited for.
        if (name === 'then') return undefined
        return (...given: never[]) => {
          notes[String(name)]?.(...given)
          return self
        }
      },
    },
  )
  return self as Argv
}

/** A switch that is on if nothing is said is given to be switched off; so is the config, which is read unasked. */
function optionShapes(
  name: string,
  { type, alias, choices, describe = '', array, default: given }: Options,
): OptionShape[] {
  const isSwitch = type === 'boolean'
  const shape: OptionShape = {
    name,
    letter: typeof alias === 'string' && alias.length === 1 ? alias : undefined,
    about: describe,
    value: isSwitch ? undefined : type === 'number' ? [] : kindOf(name, choices),
    list: array === true,
  }
  if (name !== 'config' && !(isSwitch && given === true)) return [shape]
  return [shape, { ...shape, name: `no-${name}`, letter: undefined, value: undefined }]
}

/** Shells tell words apart by the spaces between them, so choices with a space in them are left to who knows them. */
function kindOf(name: string, choices: Options['choices']): ValueKind {
  if (choices === undefined) return valueKindOf(name) ?? 'path'
  return choices.map(String).filter((one) => !/\s/.test(one))
}
