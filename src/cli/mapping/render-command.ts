import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Argv } from 'yargs'
import { suggest } from '../../document/suggest.ts'
import { bundleOf, type RenderFormat, type Rendered, renderFormats, renderTexts } from '../../mapping/render/render.ts'
import { type Selection, unknownNames } from '../../mapping/render/selection.ts'
import type { Mappings } from '../../mapping/table.ts'
import { type ExitCode, exit } from '../exit.ts'
import { isFolder } from '../files.ts'
import { openKit } from '../kit.ts'
import { usage } from '../message.ts'
import { tablesOf } from '../tables.ts'
import { refusal, writeFile } from '../write-file.ts'
import { tableOptions } from './options.ts'

const text = { type: 'string', requiresArg: true } as const
const options = {
  format: { ...text, alias: 'f', choices: renderFormats, default: 'md', describe: 'What to write' },
  table: {
    type: 'string',
    array: true,
    nargs: 1,
    default: [] as string[],
    describe: 'A table or code table, with what it uses; may be given several times; default all',
  },
  edge: { ...text, describe: 'The tables of an edge: ki-r4, kj-r4 or r4-eps' },
  output: { ...text, alias: 'o', describe: 'File, or folder where there are several; default standard output' },
  ...tableOptions,
} as const

export const build = (yargs: Argv) => yargs.options(options)

/** `kritinfo mapping render`. */
export async function run(args: Awaited<ReturnType<typeof build>['argv']>): Promise<ExitCode> {
  const { mappings } = await openKit(tablesOf(args))
  const selection = { tables: args.table, ...(args.edge === undefined ? {} : { edge: args.edge }) }
  const [unknown] = unknownNames(mappings, selection)
  if (unknown !== undefined) throw unknownName(mappings, unknown)
  const format = args.format as RenderFormat
  put(await rendered(mappings, format, selection), format, args.output)
  return exit.fine
}

/** What draws pages is loaded for a page alone. */
async function rendered(mappings: Mappings, format: RenderFormat, selection: Selection): Promise<Rendered[]> {
  if (format !== 'html') return renderTexts(mappings, format, selection)
  return (await import('../../page/mappings/render.ts')).render(mappings, format, selection)
}

function unknownName(mappings: Mappings, name: string) {
  const known = [...mappings.tables, ...mappings.codes].map((one) => one.id)
  const near = suggest(name, known)
  const hint = near === undefined ? 'kritinfo mapping list shows what there is.' : `Did you mean ${near}?`
  return usage(`There is no table "${name}". ${hint}`)
}

/** ConceptMaps go to one Bundle where there is no folder for them; maps and what they use need one. */
function put(files: readonly Rendered[], format: RenderFormat, output: string | undefined): void {
  const intoFolder = output !== undefined && (isFolder(output) || /[/\\]$/.test(output))
  if (intoFolder) putAll(files, output)
  else if (format === 'fml') throw usage('--format fml writes several files. Give a folder: -o <folder>/.')
  else putOne(format === 'conceptmap' ? bundleOf(files) : (files[0]?.content ?? ''), output)
}

function putOne(content: string | Uint8Array, output: string | undefined): void {
  if (output !== undefined) writeFile(output, content)
  else if (typeof content !== 'string' && process.stdout.isTTY)
    throw usage('A workbook is no text. Give a file: -o mappings.xlsx.')
  else process.stdout.write(content)
}

function putAll(files: readonly Rendered[], folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (problem) {
    throw refusal(folder, problem)
  }
  for (const { name, content } of files) writeFile(join(folder, name), content)
}
