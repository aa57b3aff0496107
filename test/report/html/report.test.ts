import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { htmlReport } from '../../../src/report/html/report.tsx'
import { checkedOf, cleanOf, textOf } from '../checked.ts'
import { elementsOfPage, needsOf, textIn } from '../html-elements.ts'
import { manyDocuments } from '../many.ts'

const report = () => htmlReport({ command: 'kritinfo mapping check' })
const odd = checkedOf({ input: '<script>alert(1)</script> "&\' ]]> \u0001.json' })

describe('the page of findings', () => {
  const html = textOf(report(), checkedOf(), cleanOf(), odd)
  const elements = elementsOfPage(html)
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name)

  test('needs nothing but itself and runs nothing; the policy allows its own style alone', () => {
    expect(needsOf(elements)).toEqual([])
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
    expect(style).not.toMatch(/url\(|@import|[<&]/)
  })

  test('says what was run, by which version, and in which language it is written', () => {
    expect([...named('title'), ...named('h1')].map(textIn)).toEqual([
      'kritinfo mapping check',
      'kritinfo mapping check',
    ])
    expect(html).toMatch(/<header class="page-head"><h1>[^<]*<\/h1><p class="quiet">kritinfo \d/)
    expect(named('html')[0]?.attrs).toContainEqual({ name: 'lang', value: 'en' })
  })

  test('has a line for each document and for each finding', () => {
    expect(named('summary').map(textIn)).toEqual([
      'in/a.json1 error1 warning1 place not checked',
      'in/b.jsonnothing found',
      '<script>alert(1)</script> "&\' ]]> \ufffd.json1 error1 warning1 place not checked',
    ])
    expect(named('tr')).toHaveLength(2 * (1 + 3) + (1 + 3))
    expect(textIn(named('tbody')[1]).replaceAll('\n', '')).toMatch(
      /^3:13errorKI-006.*1:1warningDOC-006.*1:1not checkedCNV-01\d/,
    )
  })

  test('keeps a name apart, so that it turns nothing beside it', () => {
    const turned = elementsOfPage(textOf(report(), checkedOf({ input: 'a\u202egnp.json' })))
    expect(turned.filter(({ tagName }) => tagName === 'bdi').map(textIn)).toEqual(['a\u202egnp.json'])
  })

  test('adds up what was found before it lists it', () => {
    const figures = named('dl').flatMap((list) =>
      [...textIn(list).matchAll(/(\D+)(\d+)/g)].map(([, name, count]) => [name, count]),
    )
    expect(figures).toEqual([
      ['documents', '3'],
      ['without errors', '1'],
      ['errors', '2'],
      ['warnings', '2'],
      ['information', '0'],
      ['places not checked', '2'],
    ])
    expect(textIn(named('tbody')[0]).replaceAll('\n', '')).toMatch(
      /^KI-006error.*22DOC-006warning.*22CNV-01\dnot checked.*22$/,
    )
  })

  test('does without a word on what is left out if nothing is', () => {
    expect(html).not.toContain('not listed')
  })

  test('says what could not be read, what a baseline knows, and a finding without a place', () => {
    const [, error] = checkedOf().issues
    const { line: _line, ...placeless } = error as NonNullable<typeof error>
    const unread = checkedOf({ readable: false, known: 2, issues: [placeless], notChecked: [] })
    const texts = elementsOfPage(textOf(report(), unread))
      .filter(({ tagName }) => tagName === 'details')
      .map(textIn)
    expect(texts[0]).toMatch(/^in\/a\.jsoncould not be read1 error2 left out by the baseline/)
    expect(texts[0]).toContain('–error')
  })
})

test('of 50,000 findings some megabytes, those of documents with errors; the rest is counted and said', () => {
  const html = textOf(report(), ...manyDocuments(5_000, 10))
  expect(html.length).toBeLessThan(8_000_000)
  expect(html).toContain('<dt>documents</dt><dd>5000</dd>')
  expect(html).toContain('<dt>warnings</dt><dd>25000</dd>')
  const shown = elementsOfPage(html).filter(({ tagName }) => tagName === 'details')
  expect(shown).toHaveLength(909)
  expect(shown.filter((one) => !textIn(one).includes('10 errors'))).toEqual([])
  expect(html).toContain('4091 documents of 5000 are not listed on this page')
})

test('of one document with 50,000 findings the gravest', () => {
  const [warning, error] = checkedOf().issues
  const issues = Array.from({ length: 50_000 }, (_, index) => (index < 49_990 ? warning : error)) as never
  const html = textOf(report(), checkedOf({ issues }))
  expect(elementsOfPage(html).filter(({ tagName }) => tagName === 'tr').length).toBeLessThan(220)
  expect(html.match(/<td><span class="badge lost">error<\/span>/g)).toHaveLength(11)
  expect(html).toContain('49801 more of this document are not listed')
})
