import type { Json } from '../../src/document/json.ts'
import { edit, type Operator } from './mutation.ts'
import { put } from './tree.ts'

const space = 'http://www.w3.org/1999/xhtml'
const div = (inside: string, attributes = `xmlns="${space}"`) => `<div ${attributes}>${inside}</div>`

/** Narratives that are wrong: https://hl7.org/fhir/R4/narrative.html, txt-1 and txt-2. */
const wrong: readonly (readonly [rule: string, div: Json])[] = [
  ['script', div('<p>a</p><script>alert(1)</script>')],
  ['onclick', div('<p onclick="alert(1)">a</p>')],
  ['onmouseover on the div', div('a', `xmlns="${space}" onmouseover="a()"`)],
  ['iframe', div('<iframe src="http://example.org"/>')],
  ['object', div('<object data="a"/>')],
  ['form', div('<form><input type="text"/></form>')],
  ['style element', div('<style>p {color: red}</style><p>a</p>')],
  ['link element', div('<link rel="stylesheet" href="a.css"/><p>a</p>')],
  ['head and body', '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>a</p></body></html>'],
  ['link that runs script', div('<a href="javascript:alert(1)">a</a>')],
  ['attribute that is not allowed', div('<p data-x="1">a</p>')],
  ['element that is not', div('<para>a</para>')],
  ['no namespace', '<div><p>a</p></div>'],
  ['another namespace', div('<p>a</p>', 'xmlns="http://www.w3.org/2000/svg"')],
  ['an element of another namespace', div('<svg xmlns="http://www.w3.org/2000/svg"><a/></svg>')],
  ['p for div', `<p xmlns="${space}">a</p>`],
  ['empty div', div('')],
  ['white space only', div('   ')],
  ['text only', 'all is well'],
  ['not well formed', div('<p>a')],
  ['tags crossed', div('<b><i>a</b></i>')],
  ['attribute without quotes', div('<p class=a>a</p>')],
  ['attribute twice', div('<p class="a" class="b">a</p>')],
  ['entity that is not', div('<p>&nosuch;</p>')],
  ['bare ampersand', div('<p>a & b</p>')],
  ['document type', `<!DOCTYPE div [<!ENTITY a "b">]>${div('<p>&a;</p>')}`],
  ['ids twice', div('<p id="a">a</p><p id="a">b</p>')],
  ['link to an id that is not there', div('<a href="#nowhere">a</a>')],
  ['two divs', div('a') + div('b')],
  ['text after the div', `${div('a')} and more`],
  ['empty string', ''],
  ['null', null],
  ['an object', { div: 'a' }],
]

export const narrative: Operator = ({ root }) => [
  ...(root.resourceType === 'Bundle' || !Object.hasOwn(root, 'text')
    ? []
    : [
        ...wrong.map(([rule, value]) =>
          edit(`narrative: ${rule}`, 'root', (copy) => put(copy, ['text'], { status: 'generated', div: value })),
        ),
        edit('narrative: no div', 'root', (copy) => put(copy, ['text'], { status: 'generated' })),
        edit('narrative: no status', 'root', (copy) => put(copy, ['text'], { div: div('a') })),
        edit('narrative: status that is not', 'root', (copy) => put(copy, ['text'], { status: 'good', div: div('a') })),
      ]),
]
