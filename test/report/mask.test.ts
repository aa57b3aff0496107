import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskLine } from '../../src/report/mask.ts'

const cases: readonly (readonly [line: string, masked: string])[] = [
  ['  "family": "Berg", "given": ["Kari", "Anne"],', '  "family": …, "given": […, …],'],
  ['"value": 1.5, "active": true, "x": null }', '"value": …, "active": …, "x": … }'],
  ['"family: "Berg", "given": "Kari"', '…'],
  ['"13097248022": "x"', '…: …'],
  ['Kari Berg, born 1972', '… …, … …'],
  [String.raw`{"text":{"div":"<div xmlns=\"x\">Kari</div>"},"id":"a"}`, '{"text":{"div":…},"id":…}'],
  ['<family value="Berg"/>', '<family value=…/>'],
  ["  <div xmlns='http://www.w3.org/1999/xhtml'>Kari <b>Berg</b></div>", '  <div xmlns=…>… <b>…</b></div>'],
  ['<!-- "Kari": 1972 -->', '… … … …'],
  ['  Kari Berg was born <b>1972</b>', '  … … … … <b>…</b>'],
]

describe('names and signs are left, values are not', () => {
  test.each(cases)('%s', (line, masked) => {
    expect(maskLine(line).text).toBe(masked)
  })
})

test('the mark stands below the same name or value', () => {
  const { text, column } = maskLine('  "family": "Berg", "given": "Kari"')
  for (const part of ['"family"', '"Berg"', '"given"', '"Kari"']) {
    const found = column('  "family": "Berg", "given": "Kari"'.indexOf(part) + 1)
    expect(text.slice(found - 1)).toMatch(
      part.startsWith('"f') || part.startsWith('"g') ? new RegExp(`^${part}`) : /^…/,
    )
  }
})

test('no value of a line of JSON or XML is left, whatever it is', () => {
  const secret = fc.stringMatching(/^[a-zæøå0-9 .<>&:,{}[\]\\-]{0,20}geheim[a-z0-9 .<>&:,{}-]{0,20}$/)
  fc.assert(
    fc.property(secret, fc.boolean(), (value, inArray) => {
      const written = JSON.stringify(value)
      const json = inArray ? `  "given": ["a", ${written}],` : `  "family": ${written}, "b": 1`
      expect(maskLine(json).text).not.toContain('geheim')
      const xml = value.replace(/[<&"]/g, '')
      expect(maskLine(`  <family value="${xml}"/>`).text).not.toContain('geheim')
      expect(maskLine(`<p>${xml}</p>`).text).not.toContain('geheim')
    }),
  )
})

test.each([
  ['a long text', `{"a":"${'x'.repeat(20_000_000)}"}`, '{"a":…}'],
  ['escapes', `{"a":"${'\\n'.repeat(10_000_000)}"}`, '{"a":…}'],
  ['a text that does not end', `{"a":"${'\\"'.repeat(1_000)}\\`, '{"a":…'],
  ['no text at all', `{"a":${'x'.repeat(20_000_000)}}`, '{"a":…}'],
  ['an attribute', `<a b="${'x'.repeat(20_000_000)}"/>`, '<a b=…/>'],
])('as much as a document may hold: %s', (_, line, masked) => {
  expect(maskLine(line).text).toBe(masked)
})
