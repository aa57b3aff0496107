import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isObject, type Json } from '../../document/json.ts'
import { issue } from '../../issue/issue.ts'
import { version } from '../../version.ts'
import { exit } from '../exit.ts'
import { isFile, isFolder, readBytes } from '../files.ts'
import { messageOf, Stop } from '../message.ts'
import { NewFile, refusal } from '../write-file.ts'
import type { SiteFiles } from './site-files.ts'

/** The file that says which others of a folder are of a site that was written there. */
const listName = 'kritinfo-site.json'
const largestList = 1024 * 1024

/**
 * Writes the site to a folder that is new, empty, or holds a site that was written before, whose files it replaces. All files
 * get their names at the end, so that a site that could not be written whole leaves what was there.
 *
 * @throws Stop (CLI-061 for a folder with something else in it, CLI-006 for what cannot be written).
 */
export function writeSite(files: SiteFiles, folder: string): void {
  const before = earlier(folder)
  const made = makeFolders(folder, [...files.keys()])
  const begun: NewFile[] = []
  try {
    for (const [name, content] of [...files, listOf(files)]) {
      const file = new NewFile(join(folder, name))
      begun.push(file)
      file.append(content())
    }
  } catch (problem) {
    for (const file of begun) file.abandon()
    for (const path of made.reverse()) rmdirSync(path)
    throw problem
  }
  for (const file of begun) file.finish()
  for (const name of before) if (!files.has(name)) rmSync(join(folder, name), { force: true })
}

function listOf(files: SiteFiles): [string, () => Buffer] {
  const text = `${JSON.stringify({ kritinfo: version, files: [...files.keys()] }, null, 2)}\n`
  return [listName, () => Buffer.from(text)]
}

/** The names of the files of a site that is in a folder already. */
function earlier(folder: string): readonly string[] {
  if (!isFolder(folder) || entriesOf(folder).length === 0) return []
  const path = join(folder, listName)
  const listed = isFile(path) ? namesIn(new TextDecoder().decode(readBytes(path, largestList))) : undefined
  if (listed === undefined) throw new Stop(exit.usage, [messageOf(issue('CLI-061'), { file: folder })])
  return listed
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (problem) {
    throw refusal(folder, problem)
  }
}

/** Anybody may have written a list: of its names only those that a site could have are taken. */
function namesIn(text: string): readonly string[] | undefined {
  try {
    const list = JSON.parse(text) as Json
    if (!isObject(list) || !Array.isArray(list.files)) return undefined
    return list.files.filter(
      (name): name is string => typeof name === 'string' && /^(?:data\/)?[\w-]+\.\w+$/.test(name),
    )
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}

/** Makes the folders that are not there, and says which ones those were, the outermost first. */
function makeFolders(folder: string, names: readonly string[]): string[] {
  const made: string[] = []
  const make = (path: string): void => {
    if (isFolder(path)) return
    if (dirname(path) !== path) make(dirname(path))
    mkdirSync(path)
    made.push(path)
  }
  try {
    for (const name of names) make(dirname(join(folder, name)))
    return made
  } catch (problem) {
    for (const path of made.reverse()) rmdirSync(path)
    throw refusal(folder, problem)
  }
}
