import { existsSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { issue } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { filesBelow, isFolder } from './files.ts'
import { isPattern, matcherOf, splitPattern } from './glob.ts'
import { messageOf, Stop, standardStream } from './message.ts'

/** What the inputs on the command line stand for. */
export interface Inputs {
  readonly paths: readonly string[]
  /** True if more than one document may come of them: several paths, a folder, a pattern, lines of NDJSON. */
  readonly many: boolean
  /** Folders and patterns without a file. */
  readonly unmatched: readonly Stop[]
}

/** Finds the files of folders and patterns. What lies below `output` was made by us and is left out of them. */
export function inputsOf(given: readonly string[], output: string | undefined): Inputs {
  const own = output === undefined ? undefined : resolve(output) + sep
  const paths = new Set<string>()
  const unmatched: Stop[] = []
  for (const one of given) {
    const found = filesOf(one)?.filter((path) => own === undefined || !(resolve(path) + sep).startsWith(own))
    if (found?.length === 0) unmatched.push(new Stop(exit.nothing, [messageOf(issue('CLI-002'), { file: one })]))
    for (const path of found ?? [one]) paths.add(path)
  }
  const many = paths.size > 1 || given.some((one) => filesOf(one) !== undefined) || [...paths].some(isNdjson)
  return { paths: [...paths], many, unmatched }
}

export function isNdjson(path: string): boolean {
  return /\.ndjson$/i.test(path)
}

/** The files that a folder or pattern stands for; undefined for a plain path, which need not be there. */
function filesOf(given: string): string[] | undefined {
  if (given === standardStream) return undefined
  if (isFolder(given))
    return filesBelow(given)
      .filter(isDocument)
      .map((path) => `${given.replace(/\/+$/, '')}/${path}`)
  if (existsSync(given) || !isPattern(given)) return undefined
  const { folder, rest } = splitPattern(given)
  if (!isFolder(folder === '' ? '.' : folder)) return []
  const matches = matcherOf(rest)
  return filesBelow(folder === '' ? '.' : folder)
    .filter(matches)
    .map((path) => folder + path)
}

function isDocument(path: string): boolean {
  return /\.(?:json|xml|ndjson)$/i.test(path)
}
