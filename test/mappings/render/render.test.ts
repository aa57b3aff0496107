import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { columns, csvOf } from '../../../src/mapping/render/csv.ts'
import { type Entry, entriesOf } from '../../../src/mapping/render/entry.ts'
import { renderFormats } from '../../../src/mapping/render/render.ts'
import { render } from '../../../src/page/mappings/render.ts'
import { anchorOf, sectionsOf } from '../../../src/mapping/render/section.ts'
import { described } from '../../../src/mapping/render/words.ts'
import { codecs } from '../../../src/codec/registry.ts'
import { structures } from '../../../src/mapping/structure.ts'
import { standardToolkit } from '../../../src/toolkit.ts'
import { parseCsv } from './parse-csv.ts'
import { hostileMappings, hostileTexts } from './hostile.ts'

const { mappings } = standardToolkit()
const rows = mappings.tables.flatMap((table) => table.rows)
const textOf = (format: 'md' | 'html' | 'csv') => String(render(mappings, format)[0]?.content)
const [html, markdown] = [textOf('html'), textOf('md')]

describe('every row stands in every format', () => {
  test('as a line of a page', () => {
    const anchors = sectionsOf(mappings).flatMap(({ lines }) => lines.map((line) => line.anchor))
    expect(new Set(anchors).size).toBe(anchors.length)
    for (const { id } of rows) {
      expect(html).toContain(`<tr id="${anchorOf(id)}"`)
      expect(markdown).toContain(`<a id="${anchorOf(id)}"></a>`)
    }
  })

  test('as a line of CSV and of a workbook, with all else that the tables state', async () => {
    const entries = entriesOf(mappings)
    const lines = parseCsv(textOf('csv'))
    expect(lines.length).toBe(entries.length + 1)
    expect(lines.every((line) => line.length === columns.length)).toBe(true)
    const sheets = await readXlsxFile(workbook(mappings))
    const held = sheets.flatMap(({ data }) => data.slice(1))
    expect(held.length).toBe(entries.length)
    for (const { id } of rows) expect(held.some((line) => line.includes(id))).toBe(true)
  })

  test('as a comment of a ConceptMap, and as a remark of a map', () => {
    const maps = render(mappings, 'conceptmap').map(({ content }) => String(content))
    const texts = render(mappings, 'fml').map(({ content }) => String(content))
    for (const { id } of rows) {
      expect(maps.some((map) => map.includes(`"comment": "${id}: `))).toBe(true)
      expect(texts.some((text) => text.includes(`// ${id}: `))).toBe(true)
    }
  })
})

test('every name of via has words', () => {
  const names = [...Object.keys(codecs), ...Object.keys(structures)].filter((name) => name !== 'no-map')
  expect(names.filter((name) => !described.includes(name))).toEqual([])
})

test.each(renderFormats)('%s: the same tables, the same bytes', (format) => {
  expect(render(mappings, format)).toEqual(render(structuredClone(mappings), format))
})

test('names of files are names and nothing else', () => {
  for (const format of renderFormats) {
    const names = render(mappings, format).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9.-]*\.(md|html|csv|xlsx|json|fml)$/)
  }
})

describe('a selection', () => {
  test('of an edge or a table has what it uses and no more', () => {
    const some = String(render(mappings, 'csv', { tables: ['ki-r4/allergy'] })[0]?.content)
    expect(some).toContain('allergy.criticality')
    expect(some).toContain('alvorlighetsgrad')
    expect(some).toContain('A-7520-criticality')
    expect(some).not.toContain('eps.allergy')
    expect(String(render(mappings, 'md', { edge: 'kj-r4' })[0]?.content)).toContain('kj.allergy')
  })
})

describe.each(hostileTexts)('tables with %j', (text) => {
  const hostile = hostileMappings(text)

  test('HTML is well-formed and has no element of theirs', () => {
    const page = String(render(hostile, 'html')[0]?.content)
    expect(problemOf(page)).toBeUndefined()
    expect(page).not.toMatch(/<(script|img)|href="javascript|onerror="/)
  })

  test('Markdown has no line or element of theirs', () => {
    const page = String(render(hostile, 'md')[0]?.content)
    const plain = String(render(hostileMappings('x'), 'md')[0]?.content)
    expect(page.split('\n').length).toBe(plain.split('\n').length)
    const cells = (line: string) => line.split('|').length
    expect(page.split('\n').map(cells)).toEqual(plain.split('\n').map(cells))
    expect(page.replace(/<(\/?)(a|code|br)\b[^>]*>/g, '')).not.toMatch(/<(?!https?:)/)
  })

  test('CSV comes back, and no cell begins as a formula', () => {
    const entries = entriesOf(hostile)
    const lines = parseCsv(csvOf(entries)).slice(1)
    const value = (cell: string) => (/^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell)
    expect(lines.map((line) => line.map(value))).toEqual(entries.map(cellsOf))
    expect(lines.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  })

  test('a workbook has texts and no formula', async () => {
    const cells = (await readSheet(workbook(hostile), 'assumptions')).flat().map((cell) => String(cell).trim())
    const held = text.replace('\u0007', '\ufffd').trim()
    expect(cells.map((cell) => cell.replace(/\r?\n/g, ' '))).toContain(held.replace(/\r?\n/g, ' '))
  })

  test('a map has the same rules', () => {
    const shape = (of: string) =>
      render(hostileMappings(of), 'fml')
        .filter(({ name }) => name.endsWith('.fml'))
        .map(({ content }) => String(content).split('\n').length)
    expect(shape(text)).toEqual(shape('x'))
  })

  test('ConceptMaps are JSON with it as a code', () => {
    const [map] = render(hostile, 'conceptmap').filter(({ name }) => name === 'ConceptMap-evil-codes-forward.json')
    expect(String(map?.content)).toContain(JSON.stringify(text))
  })
})

function workbook(of: typeof mappings): Buffer {
  return Buffer.from(render(of, 'xlsx')[0]?.content as Uint8Array)
}

function cellsOf(entry: Entry): string[] {
  return columns.map(([, value]) => value(entry))
}

/** What is not well-formed in an XML text. */
function problemOf(text: string): string | undefined {
  const parser = new SaxesParser({ xmlns: true })
  let problem: string | undefined
  parser.on('error', (error) => {
    problem ??= error.message
  })
  parser.write(text).close()
  return problem
}
