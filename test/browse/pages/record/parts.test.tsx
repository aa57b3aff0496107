import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { LineRow } from '../../../../src/browse/pages/record/line-row.tsx'
import { drawn } from '../../../../src/browse/pages/record/narrative-view.tsx'
import { IssueLines } from '../../../../src/browse/pages/record/problems.tsx'
import { issue } from '../../../../src/issue/issue.ts'

test('a line has its number, its text, what was found there and what the ledger says', () => {
  const line = { number: 4, kind: 'leaf', depth: 2, name: '"a"', text: '"<b>"', comma: true, place: 'X.a' } as const
  const html = render(
    <LineRow
      id="x-4"
      number={4}
      count={9}
      line={{ ...line, outcome: 'dropped' }}
      isCursor={true}
      isLit={false}
      mark="error"
      language="nb"
    />,
  )
  expect(html).toContain('role="option"')
  expect(html).toContain('aria-posinset="5"')
  expect(html).toContain('data-place="X.a"')
  expect(html).toContain('&lt;b>')
  expect(html).toContain('feil')
  expect(html).toContain('utelatt')
})

test('messages say place, severity, code and what to do', () => {
  const issues = [issue('DOC-015', { line: 3, column: 7 }), issue('CNV-003', { path: 'Bundle' }, { missing: 'name' })]
  const html = render(<IssueLines name="record.json" issues={issues} />)
  expect(html).toContain('<bdi>record.json</bdi>:3:7:')
  expect(html).toContain('DOC-015')
  expect(html).toContain('(Bundle)')
})

test('a narrative becomes elements with three attributes at most', () => {
  const html = render(
    <div>{drawn({ tag: 'td', lang: 'nb', columns: 2, children: ['<i>', { tag: 'b', children: ['c'] }] })}</div>,
  )
  expect(html).toBe('<div><td lang="nb" colspan="2">&lt;i><b>c</b></td></div>')
})
