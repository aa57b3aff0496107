import { describe, expect, test } from 'vitest'
import { limitsOf, standardLimits } from '../../src/document/limits.ts'
import { parseXml } from '../../src/document/xml-parse.ts'
import { problems } from './problems.ts'

const laughs = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>\n<a>&c;</a>'

const wrong: [text: string, problem: string][] = [
  [laughs, 'DOC-031 1:1'],
  ['<a>\n<!DOCTYPE b></a>', 'DOC-031 2:1'],
  ['<a>\n&nbsp;</a>', 'DOC-032 2:6'],
  ['<a b="&x;"/>', 'DOC-032 1:9'],
  ['<?xml-stylesheet href="x"?><a/>', 'DOC-033 1:1'],
  ['<a>\n <?php x?></a>', 'DOC-033 2:2'],
  ['<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'DOC-034 1:1'],
  ['<a>\n <b>', 'DOC-035 2:5'],
  ['<a b="c', 'DOC-030 1:8'],
  ['<a><!-- x', 'DOC-035 1:10'],
  ['<a/>\n<b/>', 'DOC-036 2:1'],
  ['<a/>text', 'DOC-036 1:1'],
  ['<a>\n</b>', 'DOC-037 2:1'],
  ['<x:a/>', 'DOC-038 1:1'],
  ['<a b="1" b="2"/>', 'DOC-039 1:1'],
  ['<a b=1/>', 'DOC-030 1:6'],
  ['<a>\u0001</a>', 'DOC-030 1:4'],
  ['<a>\ud800</a>', 'DOC-030 1:4'],
  ['<!-- nothing -->', 'DOC-030 1:17'],
  ['<a>'.repeat(1_000_000), 'DOC-016 1:301'],
]

describe('parseXml', () => {
  test.each(wrong.map(([text, problem]) => [text.slice(0, 80), problem, text]))(
    '%j is refused with %s',
    (_, problem, text) => {
      expect(problems(() => parseXml(text, standardLimits))).toEqual([problem])
    },
  )

  test('elements, attributes, text and places', () => {
    const root = parseXml(
      '<?xml version="1.0" encoding="utf-8"?>\r\n<a xmlns="urn:a" xmlns:b="urn:b" c="1&#10;&lt;" b:d="2" xml:lang="nb">\r\n x&amp;<![CDATA[<y>]]><b:e/></a>\n',
    )
    expect(root).toMatchObject({ name: 'a', namespace: 'urn:a', position: { line: 2, column: 1 } })
    expect([...root.attributes]).toEqual([
      ['c', '1\n<'],
      ['{urn:b}d', '2'],
      ['xml:lang', 'nb'],
    ])
    expect(root.children.filter((child) => typeof child === 'string').join('')).toBe('\n x&<y>')
    expect(root.children.at(-1)).toMatchObject({ name: 'e', namespace: 'urn:b', position: { line: 3, column: 23 } })
  })

  test('attributes are bounded, but not of elements named data', () => {
    const limits = limitsOf({ stringLength: 3 })
    expect(problems(() => parseXml('<a>\n<b value="1234"/></a>', limits))).toEqual(['DOC-017 2:1'])
    expect(problems(() => parseXml('<data value="1234"/>', limits))).toEqual([])
  })

  test('a message does not quote the document', () => {
    expect(() => parseXml('<a>&hemmelig;</a>')).toThrow(/^(?!.*hemmelig)/)
    expect(() => parseXml('<a hemmelig:b="x"/>')).toThrow(/^(?!.*hemmelig)/)
  })
})
