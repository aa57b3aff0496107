import { describe, expect, test } from 'vitest'
import { standardLimits } from '../../src/document/limits.ts'
import { markupOf, narrativeOf } from '../../src/document/xhtml.ts'
import { parseXml } from '../../src/document/xml-parse.ts'
import { problems } from './problems.ts'

const xmlns = 'xmlns="http://www.w3.org/1999/xhtml"'
const markup = (text: string) => markupOf(text, 'Patient.text.div', standardLimits)

describe('narrative', () => {
  test.each([
    [`<div ${xmlns}>a &lt; b<br/><br /> <img src='x.png' alt="&quot;"/></div>`],
    [`<div lang="nb" ${xmlns} xml:lang="nb"><!-- kept --><p>æ\n\t&#160;</p></div>`],
    [`<div ${xmlns}>a\rb\r\nc</div>`],
  ])('%j comes back as it was', (text) => {
    expect(narrativeOf(parseXml(markup(text)))).toBe(text)
  })

  test('HTML entities become numbers', () => {
    expect(markup(`<div ${xmlns}>&nbsp;&aring;&ndash;&amp;</div>`)).toBe(`<div ${xmlns}>&#160;&#229;&#8211;&amp;</div>`)
  })

  test('what uses prefixes is written anew', () => {
    const root = parseXml(
      '<h:div xmlns:h="http://www.w3.org/1999/xhtml" class="a&quot;"><h:p>1 &lt; 2</h:p><h:br></h:br></h:div>',
    )
    expect(narrativeOf(root)).toBe(`<div ${xmlns} class="a&quot;"><p>1 &lt; 2</p><br/></div>`)
  })

  test.each([
    'text',
    '<div>x</div>',
    `<p ${xmlns}/>`,
    `<div ${xmlns}>`,
    `<div ${xmlns}>&wrong;</div>`,
    `<div ${xmlns}/>x`,
  ])('%j is no narrative', (text) => {
    expect(problems(() => markup(text))).toEqual(['DOC-054 Patient.text.div'])
  })
})
