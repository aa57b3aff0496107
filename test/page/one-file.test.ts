import fc from 'fast-check'
import { h } from 'preact'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { Fold } from '../../src/page/components/fold.tsx'
import { markup } from '../../src/page/markup.ts'
import { pageEnd, pageStart } from '../../src/page/one-file.tsx'
import { elementsOfPage, needsOf, textIn } from '../report/html-elements.ts'

/** The texts and attributes of an XML document, as an XML parser reads them; throws for what is not well-formed. */
function readXml(text: string): { readonly texts: string; readonly attributes: readonly string[] } {
  const parser = new SaxesParser({ xmlns: true })
  const attributes: string[] = []
  let texts = ''
  parser.on('error', (problem) => {
    throw problem
  })
  parser.on('text', (one) => {
    texts += one
  })
  parser.on('opentag', (tag) => attributes.push(...Object.values(tag.attributes).map(({ value }) => value)))
  parser.write(text).close()
  return { texts, attributes }
}

/** What is left of a text in XML: characters that it has not are replaced, and a return is the end of a line. */
const asXml = (text: string) =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd').replace(/\r\n?/g, '\n')

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(']]>', '<', '&', '"', "'", '>', '\u0000', '\u0085', '\ud800', '\ufffe', '\r', 'x'), {
      maxLength: 9,
    })
    .map((parts) => parts.join('')),
)

describe('what is drawn is well-formed XML, whatever the text', () => {
  test('in an element', () => {
    fc.assert(fc.property(texts, (text) => void expect(readXml(markup(h('p', {}, text))).texts).toBe(asXml(text))))
  })

  test('in an attribute', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { attributes } = readXml(markup(h('p', { title: `.${text}` })))
        expect(attributes).toEqual([asXml(`.${text}`).replace(/[\t\n]/g, ' ')])
      }),
    )
  })

  test('a fold that is open says so with a value', () => {
    const fold = (open: boolean) => markup(h(Fold, { title: 'a', open, children: 'b' }))
    expect(readXml(fold(true)).attributes).toEqual(['open'])
    expect(readXml(fold(false)).attributes).toEqual([])
  })
})

describe('a page that is one file', () => {
  const page = `${pageStart('A & <b>', ['one', 'two'])}${markup(h('p', {}, 'three'))}${pageEnd}`
  const elements = elementsOfPage(page)

  test('is HTML and XML alike, needs nothing and runs nothing', () => {
    expect(() => readXml(page)).not.toThrow()
    expect(needsOf(elements)).toEqual([])
  })

  test('begins with its title and what it is about', () => {
    const text = (name: string) => elements.filter(({ tagName }) => tagName === name).map(textIn)
    expect([text('title'), text('h1'), text('p')]).toEqual([['A & <b>'], ['A & <b>'], ['one', 'two', 'three']])
    expect(text('main')).toEqual(['\nthree'])
  })
})
