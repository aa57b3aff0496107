import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { checkNarrative, type NarrativeContext } from '../../src/rule/narrative.ts'
import { checkTextContent } from '../../src/rule/text-content.ts'
import { codesOf } from './codes.ts'
import '../seed.ts'

function check(div: string, context: NarrativeContext = {}): string[] {
  return codesOf((report) => checkNarrative(div, ['text', 'div'], report, context))
}

function inDiv(content: string): string {
  return `<div xmlns="http://www.w3.org/1999/xhtml">${content}</div>`
}

const row = '<tr><td>a</td></tr>'

describe('good', () => {
  test.each([
    inDiv('text'),
    inDiv('<!-- a comment --><p>a &amp; b &#160; &#xA0;</p>'),
    inDiv('<img src="data:image/png;base64,iVBORw0KGgo=" alt="x"/>'),
    inDiv('<img src="https://example.org/a.png"/>'),
    inDiv('<a href="https://example.org/a?b=c&amp;d=e#f">x</a><a href="mailto:a@example.org">y</a><a href="#">z</a>'),
    inDiv('<p id="a">x <a href="#a">y</a> <a name="b">z</a><a href="#b">w</a></p>'),
    inDiv(
      `<table class="grid"><caption>c</caption><colgroup><col width="3"/></colgroup> <thead>${row}</thead>\n${row}</table>`,
    ),
    inDiv('<ul><li>a<ul><li>b</li></ul></li></ul><dl><dt>c</dt><dd>d</dd></dl><br/><hr/>'),
    inDiv('<span style="color: #ff0000" title="a > b">x</span><pre>\n y</pre><![CDATA[<script>]]>'),
    '  <div xmlns="http://www.w3.org/1999/xhtml">x</div>\n',
    '<div xmlns = "http://www.w3.org/1999/xhtml" >x</div >',
    '<h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>x</h:p></h:div>',
  ])('%s', (div) => expect(check(div)).toEqual([]))
})

describe('bad', () => {
  const rows: readonly (readonly [div: string, ...codes: string[]])[] = [
    ['', 'NAR-001'],
    ['text', 'NAR-001'],
    ['<div', 'NAR-001'],
    [inDiv('<p>x'), 'NAR-001'],
    [inDiv('<p>x</b>'), 'NAR-001'],
    [inDiv('a & b'), 'NAR-001'],
    [inDiv('a < b'), 'NAR-001'],
    [inDiv('<p class=x>y</p>'), 'NAR-001'],
    [inDiv('<p class="x" class="y">y</p>'), 'NAR-001'],
    [inDiv('<p title="<">y</p>'), 'NAR-001'],
    [inDiv('\u0001'), 'NAR-001'],
    [inDiv('<!-- x'), 'NAR-001'],
    [inDiv(']]>'), 'NAR-001'],
    [inDiv('x') + inDiv('y'), 'NAR-001'],
    [`${inDiv('x')}y`, 'NAR-001'],
    [inDiv('<b>'.repeat(100) + '</b>'.repeat(100)), 'NAR-013', 'NAR-002'],
    [`<!DOCTYPE div>${inDiv('x')}`, 'NAR-003'],
    [`<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${inDiv('&x;')}`, 'NAR-003'],
    [`<?xml-stylesheet href="x.css"?>${inDiv('x')}`, 'NAR-003'],
    [inDiv('&unknown;'), 'NAR-004'],
    [inDiv('&nbsp;&alpha;'), 'NAR-005'],
    [inDiv('x<script>alert(1)</script>'), 'NAR-006'],
    [inDiv('x<SCRIPT>alert(1)</SCRIPT>'), 'NAR-006'],
    [inDiv('x<iframe src="https://example.org"/>'), 'NAR-006', 'NAR-014'],
    [inDiv('x<form><input name="a"/></form>'), 'NAR-006', 'NAR-006', 'NAR-014'],
    [inDiv('<p onclick="x()">y</p>'), 'NAR-006'],
    [inDiv('<p ONMOUSEOVER="x()">y</p>'), 'NAR-006'],
    [inDiv('<a href="javascript:x()">y</a>'), 'NAR-006'],
    [inDiv('<a href=" JavaScript:x()">y</a>'), 'NAR-006'],
    [inDiv('<a href="java&#10;script:x()">y</a>'), 'NAR-006'],
    [inDiv('<a href="&#x6A;avascript:x()">y</a>'), 'NAR-006'],
    [inDiv('<a href="data:text/html,&lt;script&gt;">y</a>'), 'NAR-006'],
    [inDiv('<map name="m"><area href="javascript:x()"/></map>y'), 'NAR-006'],
    [inDiv('<img src="javascript:x()"/>'), 'NAR-006'],
    [inDiv('<p style="width: expression(alert(1))">y</p>'), 'NAR-006'],
    [inDiv('<font>x</font>'), 'NAR-007'],
    ['<div>x</div>', 'NAR-008'],
    ['<div xmlns="http://hl7.org/fhir">x</div>', 'NAR-008'],
    [inDiv('<p xmlns="http://www.w3.org/2000/svg">x</p>'), 'NAR-008'],
    ['<h:div xmlns="http://www.w3.org/1999/xhtml" xmlns:h="urn:x">x</h:div>', 'NAR-008'],
    ['<span xmlns="http://www.w3.org/1999/xhtml">x</span>', 'NAR-009'],
    ['<div xmlns="http://www.w3.org/1999/xhtml"/>', 'NAR-010'],
    [inDiv(' \n '), 'NAR-010'],
    [inDiv('<p> </p>'), 'NAR-010'],
    [inDiv('<table>x</table>'), 'NAR-011'],
    [inDiv('x<br>y</br>'), 'NAR-012'],
    [inDiv('x<hr><b>y</b></hr>'), 'NAR-012'],
    [inDiv('<table><td>x</td></table>'), 'NAR-013'],
    [inDiv('<ul><p>x</p></ul>'), 'NAR-013'],
    [inDiv('<li>x</li>'), 'NAR-013'],
    [inDiv('<p><b><div>x</div></b></p>'), 'NAR-013'],
    [inDiv('<p><p>x</p></p>'), 'NAR-013'],
    [inDiv('<b>x<i><b>y</b></i></b>'), 'NAR-013'],
    [inDiv('<p href="x">y</p>'), 'NAR-014'],
    [inDiv('<a target="_blank" href="https://example.org">y</a>'), 'NAR-014'],
    [inDiv('<a href="">x</a>'), 'NAR-020'],
    [inDiv('<img src=""/>'), 'NAR-020'],
    [inDiv('<a href="https://example.org/a b">x</a>'), 'NAR-021'],
    [inDiv('<img src="data:image/png;base64"/>'), 'NAR-021'],
    [inDiv('<img src="data:image/png;base64,***"/>'), 'NAR-021'],
    [inDiv('<a href="urn:uuid:9d0f0a4b-6f5a-4c3c-9f3f-0c3f5f7b7a11">x</a>'), 'NAR-022'],
    [inDiv('<a href="ftp://example.org">x</a>'), 'NAR-023'],
    [inDiv(`<p style="background: url('data:image/png;base64,eA==')">y</p>`)],
    [inDiv('<p style="background: url(https://example.org/x.png)">y</p>'), 'NAR-024'],
    [inDiv(`<p style="background: url('data:image/png;base64,eA==')">y</p>`)],
    [inDiv('<p style="background: u\\72l(x)">y</p>'), 'NAR-024'],
    [inDiv('<a href="#nowhere">x</a>'), 'NAR-025'],
    [inDiv('<img src="#nowhere"/>'), 'NAR-026'],
    [inDiv('<p id="a">x</p><p id="a">y</p>'), 'NAR-030'],
    [inDiv('<div lang="nb" xml:lang="nb">x</div>y'), 'NAR-033'],
  ]
  test.each(rows)('%s', (div, ...codes) => expect(check(div)).toEqual(codes))
})

describe('language', () => {
  const div = (attributes: string, content = 'x') =>
    `<div xmlns="http://www.w3.org/1999/xhtml"${attributes}>${content}</div>`
  const rows: readonly (readonly [language: string | undefined, div: string, ...codes: string[]])[] = [
    [undefined, div('')],
    ['nb', div(' lang="nb" xml:lang="nb"')],
    ['nb', div(''), 'NAR-031'],
    ['nb', div(' lang="nb"'), 'NAR-031'],
    ['nb', div(' xml:lang="nb"'), 'NAR-031'],
    ['nb', div(' lang="en" xml:lang="nb"'), 'NAR-032'],
    ['nb', div(' lang="en" xml:lang="en"'), 'NAR-032'],
    ['nb', div('', '<div lang="nb" xml:lang="nb">x</div><div lang="en" xml:lang="en">y</div>')],
    ['en', div('', '<div lang="nb" xml:lang="nb">x</div>'), 'NAR-032'],
  ]
  test.each(rows)('%s %s', (language, text, ...codes) => expect(check(text ?? '', { language })).toEqual(codes))
})

test('an id elsewhere in the document is a target', () => {
  expect(check(inDiv('<a href="#there">x</a>'), { isTarget: (id) => id === 'there' })).toEqual([])
})

test('each distinct finding is reported once, and none shows what is no name of HTML', () => {
  const found: (JsonObject | undefined)[] = []
  const report = (_path: unknown, _code: unknown, params?: unknown) => found.push(params as JsonObject)
  checkNarrative(inDiv('<Nordmann>x</Nordmann>'.repeat(9)), [], report)
  expect(found).toEqual([{ name: '?' }])
})

test('any text is answered, and long ones in linear time', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<p ',
    'a="',
    '"',
    '&',
    '&amp;',
    '<',
    '>',
    '<!--',
    '-->',
    ' ',
    'x',
    "='",
    '/>',
  )
  fc.assert(fc.property(fc.array(piece), (pieces) => check(inDiv(pieces.join(''))).length >= 0))
  for (const hostile of ['<', '&', '<p a="', ' ', '<!--', '<a b', '<p> ', "<p a='x' "]) {
    const started = performance.now()
    check(inDiv(hostile.repeat(100_000)))
    expect(performance.now() - started).toBeLessThan(1000)
  }
})

describe('markup in other texts', () => {
  const rows: readonly (readonly [text: string, ...codes: string[]])[] = [
    ['plain'],
    ['a < b and c > d'],
    ['5 <10'],
    ['<b>bold</b>', 'NAR-040'],
    ['<br/>'],
    ['<p class="x">y', 'NAR-040'],
    ['<script>alert(1)</script>', 'NAR-041'],
    ['<img src=x onerror=alert(1)>', 'NAR-041'],
    ['<b onclick="x()">', 'NAR-041'],
    ['javascript:alert(1)', 'NAR-041'],
  ]
  test.each(rows)('%s', (text, ...codes) => {
    expect(codesOf((report) => checkTextContent(text, [], report))).toEqual(codes)
  })
})
