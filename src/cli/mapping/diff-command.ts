import { readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Argv } from 'yargs'
import { fhirModel } from '../../definition/model.ts'
import { KritinfoError } from '../../issue/issue.ts'
import { diffPackages, type PackageDiff } from '../../mapping/diff/package.ts'
import { diffTables, type TablesDiff } from '../../mapping/diff/tables.ts'
import { versionOf } from '../../mapping/diff/version.ts'
import { isTableFile } from '../../mapping/table-file.ts'
import type { SourceFile } from '../../mapping/source.ts'
import type { Mappings } from '../../mapping/table.ts'
import { diffMarkdown, diffText, isSame } from '../../report/mapping/diff.ts'
import { type ExitCode, exit } from '../exit.ts'
import { isFolder, unreadable } from '../files.ts'
import { openKit } from '../kit.ts'
import { messageOf, Stop, stopOf, usage } from '../message.ts'
import { readPackage } from '../package-files.ts'
import { tablesBelow, tablesOf, textOf } from '../tables.ts'
import { complain } from '../tell.ts'
import { writeFile } from '../write-file.ts'
import { tableOptions } from './options.ts'

const text = { type: 'string', requiresArg: true } as const
const options = {
  format: { ...text, alias: 'f', choices: ['text', 'json', 'md'], default: 'text', describe: 'Format of the output' },
  output: { ...text, alias: 'o', describe: 'File; default standard output' },
  ...tableOptions,
} as const

export const build = (yargs: Argv) =>
  yargs
    .positional('old', { type: 'string', demandOption: true, describe: 'Folder of tables, or FHIR package' })
    .positional('new', {
      type: 'string',
      demandOption: true,
      describe: 'The other version of it, or an overlay, folder or file',
    })
    .options(options)

/** `kritinfo mapping diff`. As of `diff`, the exit code is 0 for no differences and 1 for some. */
export async function run(args: Awaited<ReturnType<typeof build>['argv']>): Promise<ExitCode> {
  const kinds = [kindOf(args.old), kindOf(args.new)] as const
  if (kinds[0] !== kinds[1])
    throw usage(`Only like can be compared: ${args.old} is ${kinds[0]}, ${args.new} ${kinds[1]}`)
  const diff = kinds[0] === 'tables' ? ofTables(args) : await ofPackages(args.old, args.new, args)
  const { format, output } = args
  const content =
    format === 'json' ? `${JSON.stringify(diff, null, 2)}\n` : format === 'md' ? diffMarkdown(diff) : diffText(diff)
  if (output === undefined) process.stdout.write(content)
  else writeFile(output, content)
  return isSame(diff) ? exit.fine : exit.findings
}

/** A folder of JSON files is a package, as is a file that is not YAML; else there are tables in it. Throws `Stop` for neither. */
function kindOf(path: string): 'tables' | 'a package' {
  try {
    statSync(path)
  } catch (problem) {
    throw stopOf(unreadable(problem), { file: path })
  }
  if (!isFolder(path)) return isTableFile(path) ? 'tables' : 'a package'
  const names = readdirSync(path)
  const isPackage = names.some(
    (name) => name === 'package' || name === 'package.json' || /^[A-Z]\w+-.*\.json$/.test(name),
  )
  return isPackage ? 'a package' : 'tables'
}

function ofTables({ old, new: fresh, mappings, codes, assume }: Awaited<ReturnType<typeof build>['argv']>): TablesDiff {
  if (mappings !== undefined || codes.length > 0 || assume !== undefined)
    throw usage('--mappings, --codes and --assume go with packages. Give what changes tables as the second argument')
  const before = tablesIn(old, undefined)
  return diffTables(before, tablesIn(fresh, before))
}

/** The tables of a folder or file. Messages and places name files by their path in the folder. */
function tablesIn(path: string, base: Mappings | undefined): Mappings {
  const root = isFolder(path) ? path.replace(/(?<=.)[\\/]+$/, '') : dirname(path)
  const files = filesIn(path).map((one) => ({ ...one, name: relative(root, one.name) }))
  try {
    return versionOf(files, base, fhirModel())
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    const lines = problem.issues.map((one) => messageOf({ ...one, path: '' }, { file: join(root, one.path) }))
    throw new Stop(exit.input, lines)
  }
}

function filesIn(path: string): SourceFile[] {
  return isTableFile(path) && !isFolder(path) ? [textOf(path)] : tablesBelow(path)
}

async function ofPackages(old: string, fresh: string, args: Parameters<typeof tablesOf>[0]): Promise<PackageDiff> {
  const { mappings } = await openKit(tablesOf(args))
  return diffPackages(readPackage(old), readPackage(fresh), mappings, (problem) =>
    complain([messageOf({ ...problem, severity: 'warning', path: '' }, { file: problem.path })]),
  )
}
