import type { narrativeEntries } from '../catalogue-narrative.ts'
import type { Explanations } from './explanation.ts'
import { patient } from './show.ts'

const declared = 'xmlns="http://www.w3.org/1999/xhtml"'
/** A Patient with this narrative; `members` stand beside it. */
const told = (div: string, members: object = {}) => patient({ ...members, text: { status: 'generated', div } })
const within = (content: string, members: object = {}) => told(`<div ${declared}>${content}</div>`, members)
const good = within('<p>Kari Berg</p>')
const active =
  'The narrative is shown to health personnel by whatever program opens it, and it comes from elsewhere. Nothing in it may run, fetch or disguise anything.'
const basic =
  'Every program that shows a narrative has to manage what is allowed in it, so the list is short: text, lists, tables, images, links.'
const link = 'A link or image that leads nowhere leaves out what somebody thought worth showing.'

/** Narrative, and markup in other texts. */
export const narrativeExplanations: Explanations<keyof typeof narrativeEntries> = {
  'NAR-001': {
    reason: 'Programs that guess at broken markup guess differently, and a row of a table may end in another one.',
    bad: within('<p>Kari Berg'),
    good,
  },
  'NAR-002': {
    reason: 'A bound on nesting keeps a hostile text from exhausting whoever shows it.',
    bad: '(a hundred and one div, one inside the other)',
    good,
  },
  'NAR-003': { reason: active, bad: within('<?run this?><p>Kari Berg</p>'), good },
  'NAR-004': {
    reason: 'An entity that nobody defines has no character, so the word that it stands in cannot be read.',
    bad: within('<p>Kari &berg; Berg</p>'),
    good,
  },
  'NAR-005': {
    reason: 'XML knows five entities by name. Those of HTML break readers that are strict.',
    bad: within('<p>Kari&nbsp;Berg</p>'),
    good: within('<p>Kari&#160;Berg</p>'),
  },
  'NAR-006': { reason: active, bad: within('<p onclick="go()">Kari Berg</p>'), good },
  'NAR-007': { reason: basic, bad: within('<section>Kari Berg</section>'), good },
  'NAR-008': {
    reason: 'Only the namespace says that these are elements of XHTML.',
    bad: told('<div><p>Kari Berg</p></div>'),
    good,
  },
  'NAR-009': {
    reason: 'A narrative is one div, so that it can be put into a page as it is.',
    bad: told(`<p ${declared}>Kari Berg</p>`),
    good,
  },
  'NAR-010': {
    reason: 'An empty narrative tells people that there is nothing to say about a resource that may say much.',
    bad: within('<p> </p>'),
    good,
  },
  'NAR-011': {
    reason:
      'Text between the rows of a table belongs to no cell, and programs show it in different places or not at all.',
    bad: within('<table>Kari Berg</table>'),
    good: within('<table><tr><td>Kari Berg</td></tr></table>'),
  },
  'NAR-012': {
    reason: 'What stands inside an element that has no inside is shown by some programs and dropped by others.',
    bad: within('<p>Kari<br>Berg</br></p>'),
    good: within('<p>Kari<br/>Berg</p>'),
  },
  'NAR-013': { reason: basic, bad: within('<ul><p>Kari Berg</p></ul>'), good: within('<ul><li>Kari Berg</li></ul>') },
  'NAR-014': { reason: basic, bad: within('<p contenteditable="true">Kari Berg</p>'), good },
  'NAR-020': {
    reason: link,
    bad: within('<p>Kari Berg <a href="">more</a></p>'),
    good: within('<p>Kari Berg <a href="https://example.org/">more</a></p>'),
  },
  'NAR-021': {
    reason: link,
    bad: within('<p>Kari Berg <a href="https://example.org/a b">more</a></p>'),
    good: within('<p>Kari Berg <a href="https://example.org/a%20b">more</a></p>'),
  },
  'NAR-022': {
    reason: 'A name such as urn:uuid: tells things apart and is no address; who clicks on it gets nowhere.',
    bad: within('<p>Kari Berg <a href="urn:uuid:2f6d6d3a-5a0b-4a3d-9a53-0f8a3a1b2c3d">more</a></p>'),
    good: within('<p>Kari Berg <a href="https://example.org/">more</a></p>'),
  },
  'NAR-023': {
    reason: link,
    bad: within('<p>Kari Berg <a href="gopher://example.org/">more</a></p>'),
    good: within('<p>Kari Berg <a href="https://example.org/">more</a></p>'),
  },
  'NAR-024': {
    reason: active,
    bad: within('<p style="background: url(https://example.org/a.png)">Kari Berg</p>'),
    good,
  },
  'NAR-025': {
    reason: link,
    bad: within('<p>Kari Berg <a href="#more">more</a></p>'),
    good: within('<p id="more">Kari Berg <a href="#more">more</a></p>'),
  },
  'NAR-026': {
    reason: link,
    bad: within('<p>Kari Berg <img src="#photo" alt="photo"/></p>'),
    good,
  },
  'NAR-030': {
    reason: 'A link to an id that stands twice leads to one of the two, and which one depends on the program.',
    bad: within('<p id="a">Kari Berg</p><p id="a">born 1972</p>'),
    good: within('<p id="a">Kari Berg</p><p id="b">born 1972</p>'),
  },
  'NAR-031': {
    reason: 'Programs that read aloud or translate choose the voice by the language that the text itself states.',
    bad: within('<p>Kari Berg</p>', { language: 'nb' }),
    good: told(`<div ${declared} lang="nb" xml:lang="nb"><p>Kari Berg</p></div>`, { language: 'nb' }),
  },
  'NAR-032': {
    reason: 'A text that is said to be in two languages is read aloud and translated wrongly.',
    bad: told(`<div ${declared} lang="en" xml:lang="en"><p>Kari Berg</p></div>`, { language: 'nb' }),
    good: told(`<div ${declared} lang="nb" xml:lang="nb"><p>Kari Berg</p></div>`, { language: 'nb' }),
  },
  'NAR-033': {
    reason: 'A program that picks the part in the reader’s language leaves out what stands outside of all parts.',
    bad: '(a narrative with a div for each of two languages, and a sentence beside them)',
    good: '(the same with the sentence in both parts)',
  },
  'NAR-034': {
    reason: 'A profile can promise readers of several languages their own part, or ask for one language only.',
    bad: '(a narrative without inner div elements, under a profile that asks for a section in each language)',
    good: '(the same text within an inner div with lang and xml:lang)',
  },
  'NAR-040': {
    reason: 'A program that shows the text as HTML without escaping it would take it for markup.',
    bad: patient({ name: [{ text: 'Kari <b>Berg</b>' }] }),
    good: patient({ name: [{ text: 'Kari Berg' }] }),
  },
  'NAR-041': {
    reason: 'Text with code in it is an attack, or the trace of one. Where it is shown unescaped it runs.',
    bad: patient({ name: [{ text: '<script>go()</script>' }] }),
    good: patient({ name: [{ text: 'Kari Berg' }] }),
  },
}
