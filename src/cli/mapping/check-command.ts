import { join, relative } from 'node:path'
import type { Argv } from 'yargs'
import { checkMappingFiles, checkOverlayFiles } from '../../check-mappings.ts'
import type { Issue } from '../../issue/issue.ts'
import type { SourceFile } from '../../mapping/source.ts'
import { type Checked, reaches } from '../../report/checked.ts'
import { protector } from '../destination.ts'
import { type ExitCode, exit } from '../exit.ts'
import { usage } from '../message.ts'
import { type ReportFormat, reportFormats, validateOptions } from '../options.ts'
import { packageFolder } from '../package-folder.ts'
import { askedReports, openReports, type Reports } from '../reports.ts'
import { tablesBelow, tablesOf } from '../tables.ts'
import { tableOptions } from './options.ts'
import { ownCheckKit } from './own-check-kit.ts'

const { format, output, 'fail-on': failOn, verbose, quiet } = validateOptions
const options = {
  alone: {
    type: 'boolean',
    default: false,
    describe: 'The folder is a complete set of tables, not one to lay over ours',
  },
  codes: tableOptions.codes,
  assume: tableOptions.assume,
  format: { ...format, choices: reportFormats, default: [] as ReportFormat[] },
  output,
  'fail-on': failOn,
  verbose: { ...verbose, describe: 'List what rests on assumptions too (text)' },
  quiet,
} as const

export const build = (yargs: Argv) =>
  yargs
    .positional('folder', {
      type: 'string',
      describe: 'Folder of mapping tables that is laid over ours; without one our own tables are checked',
    })
    .options(options)

type Arguments = Awaited<ReturnType<typeof build>['argv']>

/** `kritinfo mapping check`: what is wrong with tables, told as `validate` tells what is wrong with documents. */
export async function run(args: Arguments): Promise<ExitCode> {
  if (args.alone && args.folder === undefined) throw usage('--alone needs a folder.')
  const overlay = args.alone ? undefined : tablesOf({ ...args, mappings: args.folder })
  const base = args.alone ? tablesBelow(args.folder as string) : ownTables()
  const asked = askedReports(args.format, args.output)
  const files = overlay?.files ?? base
  const isProtected = protector(files.map(({ name }) => name))
  const reports = await openReports(
    asked,
    { ...args, command: 'kritinfo mapping check', showValues: true, failOn: args['fail-on'], many: true },
    isProtected,
  )
  const kit = ownCheckKit()
  const issues = overlay === undefined ? checkMappingFiles(base, kit) : checkOverlayFiles(base, overlay.files, kit)
  write(reports, files, issues)
  return issues.some(({ severity }) => reaches(severity, args['fail-on'])) ? exit.findings : exit.fine
}

/** Our own tables, by the way that leads to them from where the user is. */
function ownTables(): SourceFile[] {
  const folder = relative(process.cwd(), join(packageFolder(), 'mappings'))
  return tablesBelow(folder)
}

function write(reports: Reports, files: readonly SourceFile[], issues: readonly Issue[]): void {
  try {
    for (const file of files) reports.item(checkedOf(file, issues))
    reports.close()
  } catch (problem) {
    reports.abandon()
    throw problem
  }
}

/** A file of tables as reports have documents. The path of its issues is its name, which reports give already. */
function checkedOf({ name, text }: SourceFile, all: readonly Issue[]): Checked {
  const found = all.filter((one) => one.path === name).map((one) => ({ ...one, path: '' }))
  const issues = [...found].sort((one, other) => placeOf(one) - placeOf(other))
  let lines: readonly string[] | undefined
  return {
    input: name,
    file: name,
    readable: true,
    issues,
    notChecked: [],
    known: 0,
    valid: !issues.some(({ severity }) => severity === 'error'),
    line: (number) => {
      lines ??= text.split(/\r\n|\n|\r/)
      return lines[number - 1]
    },
  }
}

function placeOf({ line = 0, column = 0 }: Issue): number {
  return line * 100_000 + column
}
