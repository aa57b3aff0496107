import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { htmlReport } from '../../src/report/html.ts'
import { checkedOf, cleanOf, textOf } from './checked.ts'
import { elementsOfPage, needsOf } from './html-elements.ts'
import { manyDocuments } from './many.ts'

const odd = checkedOf({ input: '<script>alert(1)</script> "&\' \u0001.json' })

describe('the page of validate', () => {
  const html = textOf(htmlReport(), checkedOf(), cleanOf(), odd)
  const elements = elementsOfPage(html)

  test('needs nothing but itself and runs nothing; the policy allows its own style alone', () => {
    expect(needsOf(elements)).toEqual([])
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
    expect(style).not.toMatch(/url\(|@import/)
  })

  test('has a line for each document and for each finding', () => {
    const named = (name: string) => elements.filter(({ tagName }) => tagName === name)
    expect(named('details')).toHaveLength(3)
    expect(named('summary')).toHaveLength(3)
    expect(html).toContain('&#60;script&#62;alert(1)')
  })

  test('does without a word on what is left out if nothing is', () => {
    expect(html).not.toContain('not listed')
  })
})

test('of 50,000 findings some megabytes, those of documents with errors; the rest is counted and said', () => {
  const html = textOf(htmlReport(), ...manyDocuments(5_000, 10))
  expect(html.length).toBeLessThan(8_000_000)
  expect(html).toContain('5000 documents, 2500 without errors; 25000 errors, 25000 warnings')
  const shown = elementsOfPage(html).filter(({ tagName }) => tagName === 'details')
  expect(shown).toHaveLength(909)
  expect(html).toContain('4091 documents of 5000 are not listed on this page')
  expect(html.includes(': 0 errors')).toBe(false)
})

test('of one document with 50,000 findings the gravest', () => {
  const [warning, error] = checkedOf().issues
  const issues = Array.from({ length: 50_000 }, (_, index) => (index < 49_990 ? warning : error)) as never
  const html = textOf(htmlReport(), checkedOf({ issues }))
  expect(elementsOfPage(html).filter(({ tagName }) => tagName === 'tr').length).toBeLessThan(220)
  expect(html.match(/<span class="error">error<\/span>/g)).toHaveLength(11)
  expect(html).toContain('49801 more of this document are not listed')
})
