import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'

/**
 * Style sheets as one text that may stand in the `style` element of a page that is well-formed XML besides. Throws for a sheet
 * that has a sign with a meaning there.
 */
export function compilePageStyle(sheets: readonly string[]): string {
  const text = sheets.map((sheet) => readFileSync(sheet, 'utf8')).join('\n')
  const { code } = transformSync(text, { loader: 'css', minify: true, target: 'es2022' })
  if (/[<&]|\]\]>/.test(code)) throw new Error(`${sheets.join(', ')}: < & and ]]> cannot stand in a page`)
  return code.trim()
}
