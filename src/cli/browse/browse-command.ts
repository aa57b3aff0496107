import { join } from 'node:path'
import type { InferredOptionTypes } from 'yargs'
import { type ExitCode, exit } from '../exit.ts'
import { openKit } from '../kit.ts'
import { usage } from '../message.ts'
import { tablesOf } from '../tables.ts'
import { complain } from '../tell.ts'
import { type browseOptions, usualPort } from './options.ts'
import { serve } from './serve.ts'
import { type SiteFiles, siteFiles } from './site-files.ts'
import { writeSite } from './write-site.ts'

export type BrowseArguments = InferredOptionTypes<typeof browseOptions>

/** A number in digits: nothing at all would be read as 0. */
function portOf(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
  if (!(port <= 65_535)) throw usage('--port takes a number from 0 to 65535.')
  return port
}

/** `kritinfo browse`: serves the site until it is interrupted, or writes it to a folder. */
export async function browseCommand(args: BrowseArguments): Promise<ExitCode> {
  const { out, lang } = args
  const port = args.port === undefined ? undefined : portOf(args.port)
  if (port !== undefined && out !== undefined)
    throw usage('--out writes the site and --port serves it. Give one of them.')
  const tables = tablesOf(args)
  const files = siteFiles(tables === undefined ? undefined : (await openKit(tables)).mappings)
  const place = lang === undefined ? '' : `#/?lang=${lang}`
  if (out !== undefined) return write(files, out, place)
  const { server, address } = await serve(files, port ?? usualPort)
  process.stdout.write(`${address}${place}\n`)
  complain(['Serving the site to this machine alone; Ctrl-C ends.'])
  return await new Promise((_, fail) => server.on('error', fail))
}

function write(files: SiteFiles, folder: string, place: string): ExitCode {
  writeSite(files, folder)
  const sizes = [...files].map(([name, content]) => [join(folder, name), content().length] as const)
  const width = Math.max(...sizes.map(([name]) => name.length))
  for (const [name, size] of sizes) process.stdout.write(`${name.padEnd(width)}  ${kilobytes(size)}\n`)
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  complain([
    `${sizes.length} files, ${kilobytes(total).trim()}. Open ${join(folder, 'index.html')}${place} in a browser, or put the folder on a web server.`,
  ])
  return exit.fine
}

function kilobytes(size: number): string {
  return `${(size / 1000).toFixed(1).padStart(7)} kB`
}
