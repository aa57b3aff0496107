import { existsSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { isFolder } from '../files.ts'
import { isPattern, splitPattern } from '../glob.ts'
import type { Watched } from './watched.ts'

/** A part of the file system in which something may change that concerns a run: a file, or a folder to some depth. */
export interface Area {
  readonly path: string
  /** Folders within it that are gone into; none for a file. */
  readonly depth: number
}

/** Where inputs can appear, and what else a run reads. All paths are absolute. */
export function areasOf({ inputs, beside }: Pick<Watched, 'inputs' | 'beside'>): Area[] {
  return [...inputs.map(inputArea), ...beside.map((path) => ({ path: resolve(path), depth: deep(path) }))]
}

/** A pattern is looked for in the folder that it begins with, and no deeper than it can lead. */
function inputArea(given: string): Area {
  if (isFolder(given) || existsSync(given) || !isPattern(given)) return { path: resolve(given), depth: deep(given) }
  const { folder, rest } = splitPattern(given)
  const steps = rest.split('/')
  return { path: resolve(folder), depth: steps.includes('**') ? Number.POSITIVE_INFINITY : steps.length }
}

/** A file has nothing in it, but what is not there yet may become a folder. */
function deep(path: string): number {
  return isFolder(path) || !existsSync(path) ? Number.POSITIVE_INFINITY : 0
}

/**
 * The folders to begin at: that of a file or folder is watched from the one above, since it may go away and come back,
 * as folders of outputs do that some other program writes.
 */
export function rootsOf(areas: readonly Area[]): string[] {
  const here = process.cwd()
  return [...new Set(areas.map(({ path }) => (isWithin(path, here) ? here : existing(dirname(path)))))]
}

function existing(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existing(dirname(path))
}

/** True for a path that concerns the run, and for the folders on the way to one. What is hidden and packages do not. */
export function concerns(path: string, areas: readonly Area[]): boolean {
  return areas.some((area) => isWithin(area.path, path) || isInArea(path, area))
}

/** True for a path in an area itself. */
export function isInArea(path: string, area: Area): boolean {
  if (path === area.path) return true
  if (!isWithin(path, area.path)) return false
  const steps = relative(area.path, path).split(sep)
  return steps.length <= area.depth && !steps.some((step) => step.startsWith('.') || step === 'node_modules')
}

/** True if a path is another or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
