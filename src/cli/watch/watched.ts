import { resolve } from 'node:path'
import { parts } from '../config/members.ts'
import { configName } from '../config/name.ts'
import { isFolder } from '../files.ts'
import { standardStream, usage } from '../message.ts'
import { areasOf, isWithin } from './areas.ts'

/** What a run reads and writes, for who watches it. */
export interface Watched {
  /** Files, folders and patterns. */
  readonly inputs: readonly string[]
  /** Files and folders that concern every document: a config, tables, a baseline. */
  readonly beside: readonly string[]
  /** Files and folders that the run itself writes. */
  readonly outputs: readonly string[]
}

/** The options that name what a run writes; every other path is one that it reads. */
const written: readonly string[] = ['output', 'report', 'rejects', 'expected']

/**
 * What the arguments of `convert` or `validate` lead to. `config` is the file that some of them stand in; where there is
 * none, one may come. Throws `Stop` for standard input, which does not change.
 */
export function watchedOf(
  args: Readonly<Record<string, unknown>> & { readonly input: readonly string[] },
  config: string | undefined,
): Watched {
  if (args.input.includes(standardStream))
    throw usage('--watch waits for changes of files, and standard input has none: give a file or folder.')
  if (typeof args.output === 'string') demandApart(args.input, args.output)
  const paths = Object.values(parts).flatMap((members) =>
    [...members].filter(([name, { isPath }]) => isPath && name !== 'input').map(([name]) => name),
  )
  const named = (isWritten: boolean) =>
    [...new Set(paths)].filter((name) => written.includes(name) === isWritten).flatMap((name) => textsOf(args[name]))
  const configs = args.config === false ? [] : [config ?? configName]
  return { inputs: args.input, beside: [...configs, ...named(false)], outputs: named(true) }
}

/** Outputs among inputs would be inputs of the next run, and so on without end. */
function demandApart(inputs: readonly string[], output: string): void {
  if (isFolder(output) && areasOf({ inputs, beside: [] }).some(({ path }) => isWithin(path, resolve(output))))
    throw usage('--watch cannot tell outputs from inputs in one folder: give --output a folder of its own.')
}

function textsOf(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one): one is string => typeof one === 'string' && one !== standardStream)
}
