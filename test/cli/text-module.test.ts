import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { textOfModule } from '../../src/cli/text-module.ts'

test.each([
  ['nothing', ''],
  ['plain letters', '{"a":"b"}\n{"c":1}'],
  ['what is escaped in a template', '`$' + '{this}` \\ \\\\` \\u00e6 \\n$'],
  ['letters that are not plain', 'å – 薬'],
])('the text of a module is the value that it exports: %s', async (_, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'kritinfo-'))
  const file = join(folder, 'text.mjs')
  writeFileSync(file, `export const text = \`${text.replace(/[\\`$]/g, '\\$&')}\`\n`)
  try {
    expect(textOfModule(pathToFileURL(file), 'utf8')).toBe(text)
    expect(((await import(pathToFileURL(file).href)) as { text: string }).text).toBe(text)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
