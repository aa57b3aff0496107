import { h } from 'preact'
import { describe, expect, test } from 'vitest'
import { DataTable } from '../../src/page/components/data-table.tsx'
import { Figures } from '../../src/page/components/figures.tsx'
import { IssueCode } from '../../src/page/components/issue-code.tsx'
import { IssueMeaning } from '../../src/page/components/issue-meaning.tsx'
import { Message } from '../../src/page/components/message.tsx'
import { Severity } from '../../src/page/components/severity.tsx'
import { markup } from '../../src/page/markup.ts'

describe('a table', () => {
  test('names each line by its first cell, and sets numbers apart, with their head for a phone', () => {
    const drawn = markup(h(DataTable, { heads: ['Code', 'Says', 'Count'], rows: [['A', 'x', 0]] }))
    expect(drawn).toBe(
      '<table><thead>\n<tr><th scope="col">Code</th><th scope="col">Says</th><th scope="col" class="number">Count</th></tr></thead>' +
        '<tbody>\n<tr><th scope="row">A</th><td>x</td><td class="number" data-head="Count">0</td></tr></tbody></table>',
    )
  })

  test('of no lines is not there', () => expect(markup(h(DataTable, { heads: ['Code'], rows: [] }))).toBe(''))
})

test('figures have a tone only where there is something to count', () => {
  const figures = [
    { name: 'errors', count: 2, tone: 'lost' },
    { name: 'warnings', count: 0, tone: 'less' },
    { name: 'documents', count: 3 },
  ] as const
  expect(markup(h(Figures, { figures })).match(/class="figure(?: [^"]*)?"/g)).toEqual([
    'class="figure lost"',
    'class="figure"',
    'class="figure"',
  ])
})

describe('an issue', () => {
  test('has a code that leads to the rule and tells its meaning, in the language asked for', () => {
    const code = (language: 'en' | 'nb') => markup(h(IssueCode, { code: 'BND-003', language }))
    expect(code('en')).toMatch(
      /^<a href="https:\/\/[^"]+" rel="noreferrer"><code title="No code here [^"]+">BND-003<\/code><\/a>$/,
    )
    expect(code('nb')).not.toBe(code('en'))
  })

  test('of another version has its code, and no meaning', () => {
    for (const code of ['NEW-001', 'toString', '__proto__']) {
      expect(markup(h(IssueCode, { code, language: 'en' }))).toBe(`<code>${code}</code>`)
      expect(markup(h(IssueCode, { code: 'BND-003' }))).not.toContain('title')
      expect(markup(h(IssueMeaning, { code, language: 'en' }))).toBe('')
    }
  })

  test('has a meaning with blanks that are names, and a message with names that are code', () => {
    const meaning = markup(h('p', {}, h(IssueMeaning, { code: 'CRD-001', language: 'en' })))
    expect(meaning).toMatch(/^<p><var>name<\/var> stands <var>count<\/var> times here/)
    expect(markup(h('p', {}, h(Message, { text: 'Add `a` or `b`, not ` alone.' })))).toBe(
      '<p>Add <code>a</code> or <code>b</code>, not ` alone.</p>',
    )
  })

  test('has a severity in words, with or without colours', () => {
    const words = (language: 'en' | 'nb') =>
      (['error', 'warning', 'information', 'not checked'] as const).map((of) => markup(h(Severity, { of, language })))
    expect(words('nb').map((one) => /class="([^"]+)">([^<]+)/.exec(one)?.slice(1))).toEqual([
      ['badge lost', 'feil'],
      ['badge less', 'advarsel'],
      ['badge told', 'opplysning'],
      ['badge', 'ikke kontrollert'],
    ])
    expect(new Set(words('en')).size).toBe(4)
  })
})
