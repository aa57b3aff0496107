import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { issue } from '../../issue/issue.ts'
import type { Mappings } from '../../mapping/table.ts'
import { exit } from '../exit.ts'
import { filesBelow } from '../files.ts'
import { messageOf, Stop } from '../message.ts'
import { packageFolder } from '../package-folder.ts'
import { textOfModule } from '../text-module.ts'
import { dataScript } from './data-script.ts'
import { scriptsOf } from './own-tables.ts'

/** The files of the site by their names, `data/mappings.js`; each is read when it is asked for first. */
export type SiteFiles = ReadonlyMap<string, () => Buffer>

/**
 * The site that is in this package, showing its own tables or a user's.
 *
 * @throws Stop (CLI-062) where the pages were not built.
 */
export function siteFiles(own: Mappings | undefined): SiteFiles {
  const dist = join(packageFolder(), 'dist')
  const folder = join(dist, 'browse')
  if (!existsSync(join(folder, 'index.html')))
    throw new Stop(exit.usage, [messageOf(issue('CLI-062'), { file: folder })])
  const files = new Map<string, () => Buffer>([
    // What the scripts are made of is passed on with them.
    ['licenses.txt', once(() => readFileSync(join(dist, 'licenses.txt')))],
    ...sharedScripts(join(dist, 'data')),
    ...filesBelow(folder).map((name) => [name, once(() => readFileSync(join(folder, name)))] as const),
    ...(own === undefined ? [] : ownScripts(own)),
  ])
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/**
 * Texts that the library and the site both have. They lie in a package once, as the library's modules, of which the site's
 * scripts are made; package.json leaves the others out.
 */
export const sharedTexts: readonly string[] = [
  'definitions',
  'evidence',
  'fhir-model',
  'mappings',
  'registries',
  'terminology',
]

function sharedScripts(folder: string): (readonly [string, () => Buffer])[] {
  return sharedTexts.map((name) => {
    const text = () => textOfModule(pathToFileURL(join(folder, `${name}.js`)), 'utf8')
    return [`data/${name}.js`, once(() => Buffer.from(dataScript(name, text())))]
  })
}

function ownScripts(own: Mappings): (readonly [string, () => Buffer])[] {
  return [...scriptsOf(own)].map(([name, text]) => [name, once(() => Buffer.from(text))])
}

function once(read: () => Buffer): () => Buffer {
  let content: Buffer | undefined
  return () => {
    content ??= read()
    return content
  }
}
