import { join } from 'node:path'
import { issue } from '../issue/issue.ts'
import { isTableFile, largestTable } from '../mapping/table-file.ts'
import type { SourceFile } from '../mapping/source.ts'
import { exit } from './exit.ts'
import { filesBelow, isFolder, readBytes } from './files.ts'
import { messageOf, optionStopOf, Stop } from './message.ts'

/** A user's tables, to lay over ours: the name of each file is its path, as messages show it. */
export interface Tables {
  readonly files: readonly SourceFile[]
}

/** What a user may lay over the tables, as yargs gives it. */
export interface TableArguments {
  readonly mappings?: string | undefined
  readonly codes?: readonly string[] | undefined
  readonly assume?: string | undefined
}

/** Reads what the options name; undefined where they name nothing. */
export function tablesOf({ mappings, codes = [], assume }: TableArguments): Tables | undefined {
  const files = [
    ...(mappings === undefined ? [] : tablesBelow(mappings)),
    ...codes.map((path): SourceFile => ({ ...textOf(path), only: 'codes' })),
    ...(assume === undefined ? [] : [{ ...textOf(assume), only: 'assume' } as const]),
  ]
  return files.length === 0 ? undefined : { files }
}

/** Every YAML file below a folder. Throws `Stop` where there is none. */
export function tablesBelow(folder: string): SourceFile[] {
  const names = isFolder(folder) ? filesBelow(folder).filter(isTableFile) : []
  if (names.length === 0) throw new Stop(exit.usage, [messageOf(issue('CLI-007'), { file: folder })])
  const base = folder.replace(/(?<=.)\/+$/, '')
  return names.map((name) => textOf(base === '.' ? name : join(base, name)))
}

/** One file of tables. Throws `Stop` where it cannot be read. */
export function textOf(path: string): SourceFile {
  try {
    return { name: path, text: new TextDecoder().decode(readBytes(path, largestTable)) }
  } catch (problem) {
    throw optionStopOf(problem, { file: path })
  }
}
