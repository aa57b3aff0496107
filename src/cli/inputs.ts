import { existsSync } from 'node:fs'
import { basename, resolve, sep } from 'node:path'
import { issue } from '../issue/issue.ts'
import { configName } from './config/name.ts'
import { exit } from './exit.ts'
import { filesBelow, isFolder } from './files.ts'
import { isPattern, matcherOf, splitPattern } from './glob.ts'
import { messageOf, Stop, standardStream } from './message.ts'
import type { Looked } from './stream/source.ts'

/** What the inputs on the command line stand for. */
export interface Inputs {
  readonly paths: readonly string[]
  /** True if more than one document may come of them: several paths, a folder, a pattern, lines of NDJSON. */
  readonly many: boolean
  /** Folders and patterns without a file. */
  readonly unmatched: readonly Stop[]
  /** Standard input, of those who have to know beforehand whether it has a document on each line. */
  readonly looked?: Looked
}

/** Finds the files of folders and patterns. What lies in a folder of outputs inside them was made by us: left out. */
export function inputsOf(given: readonly string[], output: string | undefined): Inputs {
  const own = output === undefined ? undefined : resolve(output) + sep
  // A file that is named in two ways is one input, by the name that it was given first.
  const paths = new Map<string, string>()
  const unmatched: Stop[] = []
  let many = false
  for (const one of given) {
    const area = areaOf(one)
    const found = area?.paths.filter((path) => own === undefined || area.within(own) || !resolve(path).startsWith(own))
    many ||= area !== undefined || isNdjson(one)
    if (found?.length === 0) unmatched.push(new Stop(exit.nothing, [messageOf(issue('CLI-002'), { file: one })]))
    for (const path of found ?? [one]) {
      const place = path === standardStream ? path : resolve(path)
      if (!paths.has(place)) paths.set(place, path)
    }
  }
  return { paths: [...paths.values()], many: many || paths.size > 1, unmatched }
}

/** A file that the run itself writes, lying among its inputs from an earlier one, is none of them, unless it is named. */
export function withoutOwn(inputs: Inputs, own: readonly (string | undefined)[], given: readonly string[]): Inputs {
  const written = new Set(own.flatMap((path) => (path === undefined ? [] : resolve(path))))
  return { ...inputs, paths: inputs.paths.filter((path) => given.includes(path) || !written.has(resolve(path))) }
}

/** Of the inputs those that changed, by absolute paths, or all. */
export function among(paths: readonly string[], only: ReadonlySet<string> | undefined): readonly string[] {
  return only === undefined ? paths : paths.filter((path) => only.has(resolve(path)))
}

/** The name of a file with a document on each line, packed or not. */
export function isNdjson(path: string): boolean {
  return /\.(?:ndjson|jsonl)(?:\.gz)?$/i.test(path)
}

interface Area {
  readonly paths: readonly string[]
  within(folder: string): boolean
}

/** The files that a folder or pattern stands for, without configs; undefined for a plain path, which need not be there. */
function areaOf(given: string): Area | undefined {
  if (given === standardStream) return undefined
  if (isFolder(given)) return area(`${given.replace(/\/+$/, '')}/`, isDocument)
  if (existsSync(given) || !isPattern(given)) return undefined
  const { folder, rest } = splitPattern(given)
  return isFolder(folder === '' ? '.' : folder) ? area(folder, matcherOf(rest)) : { paths: [], within: () => false }
}

function area(folder: string, matches: (path: string) => boolean): Area {
  const place = folder === '' ? '.' : folder
  const paths = filesBelow(place)
    .filter((path) => matches(path) && basename(path) !== configName)
    .map((path) => folder + path)
  return { paths, within: (outer) => (resolve(place) + sep).startsWith(outer) }
}

function isDocument(path: string): boolean {
  return /\.(?:json|xml|ndjson|jsonl)(?:\.gz)?$/i.test(path)
}
