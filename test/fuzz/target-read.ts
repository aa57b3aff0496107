import fc from 'fast-check'
import { writeJson } from '../../src/document/json-write.ts'
import { readLines } from '../../src/document/ndjson.ts'
import type { Tree } from '../../src/document/tree.ts'
import { readDocument } from '../../src/read-document.ts'
import { documents, xmlTexts } from './corpus.ts'
import { edited, edits, marked } from './mutate-json.ts'
import { editedText, encoded, encodings, textEdits } from './mutate-text.ts'
import { demandEqual, demandSilence, outcomeOf, type Target } from './target.ts'

interface ReadCase {
  readonly text: string
  readonly encoding: (typeof encodings)[number]
}

const encoding = fc.constantFrom(...encodings)
const jsonTokens = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\u',
  '\\ud800',
  '1e999',
  '-0.0',
  'null',
  '"__proto__":',
  '//',
  '/*',
  '[[',
] as const
const xmlTokens = [
  '<',
  '>',
  '</',
  '/>',
  '<a>',
  '&amp;',
  '&#0;',
  '&#x10ffff;',
  '&lol;',
  '<!DOCTYPE a>',
  '<![CDATA[',
  ']]>',
  '<!--',
  'xmlns="',
  'xmlns:a=""',
  ' value="',
  '<?xml?>',
] as const

const arbitraryDocument = fc.constantFrom(...documents)
const json: fc.Arbitrary<string> = fc
  .tuple(arbitraryDocument, arbitraryDocument, edits, textEdits(jsonTokens), fc.constantFrom(0, 2))
  .map(([document, other, changes, textual, indent]) =>
    editedText(writeJson(marked(edited(document, other, changes), false), { indent }), textual),
  )
const xml: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...xmlTexts), textEdits(xmlTokens))
  .map(([text, textual]) => editedText(text, textual))

/** What is read is the same each time, keeps its content when written, and what is refused tells no value. */
function check({ text, encoding }: ReadCase): void {
  const bytes = encoded(text, encoding)
  const first = outcomeOf(() => readDocument(bytes))
  const second = outcomeOf(() => readDocument(bytes))
  demandEqual('reading twice', plain(first), plain(second))
  if ('refusal' in first) {
    demandSilence('a refusal to read', first.refusal)
    return
  }
  demandSilence('a remark on reading', first.made.issues)
  const written = writeJson(first.made.root)
  demandEqual('what was written', writeJson(readDocument(written, { stringLength: text.length + 1 }).root), written)
}

function plain(outcome: { readonly made: Tree } | { readonly refusal: string }): unknown {
  return 'refusal' in outcome ? outcome : [writeJson(outcome.made.root), outcome.made.issues]
}

export const readTargets: readonly Target<ReadCase>[] = [
  { name: 'read-json', cases: fc.record({ text: json, encoding }), bound: 3000, check },
  { name: 'read-xml', cases: fc.record({ text: xml, encoding }), bound: 3000, check },
]

/** Lines are found whatever stands in them, and each is the text between two line feeds. */
export const linesTarget: Target<{ readonly text: string }> = {
  name: 'lines',
  cases: fc.record({
    text: fc
      .array(fc.constantFrom('{"a":1}', '\n', '\r\n', '\r', ' ', '\u2028', '\ufeff', '', '{', '"\\n"'))
      .map((parts) => parts.join('')),
  }),
  bound: 1000,
  check({ text }) {
    const lines = [...readLines(text)].map(({ text: line, line: number }) => [number, line] as const)
    const expected = text
      .split('\n')
      .map((line, index) => [index + 1, line.replace(/\r$/, '')] as const)
      .filter(([, line]) => line.trim() !== '')
    demandEqual('the lines', lines, expected)
  },
}
