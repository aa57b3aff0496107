import { strToU8, type Zippable, zipSync } from 'fflate'
import { columns } from './csv.ts'
import type { Entry, EntryKind } from './entry.ts'

/** A sheet of a workbook: texts only, the first line being the headings. */
interface Sheet {
  readonly name: string
  readonly lines: readonly (readonly string[])[]
}

/**
 * An Excel workbook (ECMA-376, SpreadsheetML) with a sheet for each edge and for cases, codes, slices and assumptions.
 * Every cell is an inline text, so that no spreadsheet takes one for a formula. Same entries, same bytes.
 */
export function xlsxOf(entries: readonly Entry[]): Uint8Array {
  const sheets = sheetsOf(entries)
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_one, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
  }
  for (const [at, sheet] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = worksheet(sheet)
  // The archive states a time for each file, in local time: the earliest that it can.
  const options = { mtime: new Date(1980, 0, 1), level: 6 } as const
  const zippable: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, [strToU8(`${declaration}${text}`), options]]),
  )
  return zipSync(zippable)
}

const sheetNames: Readonly<Record<EntryKind, string>> = {
  table: 'tables',
  row: 'rows',
  case: 'cases',
  'code table': 'code tables',
  code: 'codes',
  dialect: 'dialects',
  address: 'dialects',
  bound: 'dialects',
  criterion: 'criteria',
  slice: 'slices',
  container: 'containers',
  assumption: 'assumptions',
}

/** A column that is empty throughout a sheet is left out of it. */
function sheetsOf(entries: readonly Entry[]): Sheet[] {
  const groups = new Map<string, Entry[]>()
  for (const one of entries) {
    const name = one.kind === 'row' ? (one.table.split('/')[0] ?? '') : sheetNames[one.kind]
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [...groups].map(([name, group]) => {
    const used = columns.filter(([, value]) => group.some((one) => value(one) !== ''))
    const lines = group.map((one) => used.map(([, value]) => value(one)))
    return { name: sheetName(name), lines: [used.map(([heading]) => heading), ...lines] }
  })
}

/** At most 31 characters, and none of those that formulas give a meaning. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:']/g, '-').slice(0, 31)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypes(sheets: readonly Sheet[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${mediaType}.${type}+xml"/>`
  const parts = [
    override('workbook', 'sheet.main'),
    override('styles', 'styles'),
    ...sheets.map((_one, at) => override(`worksheets/sheet${at + 1}`, 'worksheet')),
  ]
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
  return `<Types xmlns="${packaging}/content-types">${rels}${parts.join('')}</Types>`
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const members = list.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relationship}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packaging}/relationships">${members.join('')}</Relationships>`
}

function workbook(sheets: readonly Sheet[]): string {
  const members = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `<workbook xmlns="${spreadsheet}" xmlns:r="${relationship}"><sheets>${members.join('')}</sheets></workbook>`
}

/** Two formats of cells: 0, lines kept and broken; 1, the same in bold for headings. */
const styles = `<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

function worksheet({ lines }: Sheet): string {
  const width = lines[0]?.length ?? 1
  const last = `${columnName(width - 1)}${lines.length}`
  const widths = Array.from({ length: width }, (_none, at) => {
    const longest = Math.max(...lines.flatMap((line) => (line[at] ?? '').split('\n').map((text) => text.length)))
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(60, longest + 3)}" customWidth="1"/>`
  })
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const rows = lines.map((line, at) => rowOf(line, at))
  return `<worksheet xmlns="${spreadsheet}">${frozen}<cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`
}

function rowOf(line: readonly string[], at: number): string {
  const cells = line.map((text, column) => {
    const place = `${columnName(column)}${at + 1}`
    if (text === '') return ''
    return `<c r="${place}" s="${at === 0 ? 1 : 0}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  })
  return `<row r="${at + 1}">${cells.join('')}</row>`
}

/** A to Z: no sheet has more columns than an entry has. */
function columnName(at: number): string {
  return String.fromCharCode(65 + at)
}

/** Control characters have no place in XML; `_x000a_` and the like would be read as escapes of SpreadsheetML. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
