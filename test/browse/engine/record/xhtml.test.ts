import { expect, test } from 'vitest'
import { narrativeNodes } from '../../../../src/browse/engine/record/xhtml.ts'

const nodesOf = (content: string) => narrativeNodes(`<div xmlns="http://www.w3.org/1999/xhtml">${content}</div>`)

const cases: readonly (readonly [why: string, content: string, nodes: unknown])[] = [
  ['text and entities', 'a &lt; b&nbsp;c', ['a < b\u00a0c']],
  ['attributes stay behind', '<p style="x" onclick="y" class="z">a</p>', [{ tag: 'p', children: ['a'] }]],
  ['a language is kept', '<span lang="nb">a</span>', [{ tag: 'span', lang: 'nb', children: ['a'] }]],
  ['what runs is gone with its text', 'a<script>b</script><style>c</style>', ['a']],
  ['what is unknown leaves its text', '<form>a<b>c</b></form>', ['a', { tag: 'b', children: ['c'] }]],
  ['a heading is no heading', '<h1>a</h1>', [{ tag: 'p', children: [{ tag: 'strong', children: ['a'] }] }]],
  [
    'a link is text',
    '<a href="https://x.example/">a</a>',
    ['a', ' (', { tag: 'code', children: ['https://x.example/'] }, ')'],
  ],
  ['a link inside is its text alone', '<a href="#b">a</a>', ['a']],
  ['a picture is its text', '<img src="data:x" alt="b"/>', ['[b]']],
  [
    'cells may span',
    '<table><tr><td colspan="2">a</td></tr></table>',
    [{ tag: 'table', children: [{ tag: 'tr', children: [{ tag: 'td', columns: 2, children: ['a'] }] }] }],
  ],
]

test.each(cases)('%s', (_why, content, nodes) => {
  expect(nodesOf(content)).toEqual(nodes)
})

test('what is not well formed is none', () => {
  expect(nodesOf('<p>')).toBeUndefined()
  expect(narrativeNodes('plain')).toBeUndefined()
})
