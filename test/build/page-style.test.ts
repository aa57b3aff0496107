import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compilePageStyle } from '../../src/build/page-style.ts'
import { pageStyleText } from '../../src/generated/page-style.ts'

const folder = mkdtempSync(join(tmpdir(), 'kritinfo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function sheet(text: string): string {
  const path = join(folder, 'a.css')
  writeFileSync(path, text)
  return path
}

test('sheets become one small text, in their order', () => {
  const style = sheet('/* why */\n.a > .b {\n  color: light-dark(#ffffff, #000000);\n}\n')
  expect(compilePageStyle([style, style])).toMatch(
    /^\.a>\.b\{color: ?light-dark\(#f+, ?#0+\)\}(?:\n?\.a>\.b\{[^}]+\})?$/,
  )
})

test.each(['.a::before { content: "<" }', '.a::before { content: "&" }'])('%s cannot stand in a page', (text) => {
  expect(() => compilePageStyle([sheet(text)])).toThrow(/cannot stand in a page/)
})

test('what pages have is what the sheets say', () => {
  expect(pageStyleText).toBe(compilePageStyle(['src/page/style.css', 'src/page/report.css']))
})
