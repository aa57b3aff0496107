import type { IssueCode } from '../issue/catalogue.ts'

/** What the parser complains about, in its words, and the code under which we say it in ours. */
const problems: readonly (readonly [RegExp, IssueCode])[] = [
  [/only one root|text data outside of root/, 'DOC-036'],
  [/unmatched closing tag|unexpected close tag/, 'DOC-037'],
  [/unbound namespace prefix/, 'DOC-038'],
  [/duplicate attribute/, 'DOC-039'],
  [/entity/, 'DOC-032'],
  [/doctype/, 'DOC-031'],
  [/processing instructions? /, 'DOC-033'],
  [/encoding value/, 'DOC-034'],
]

/** The parser's own message can quote the document and is not shown. */
export function codeOfProblem(message: string): IssueCode {
  return problems.find(([words]) => words.test(message))?.[1] ?? 'DOC-030'
}

/** Not in the production Char of XML 1.0 (https://www.w3.org/TR/xml/#charsets): cannot even be written as a reference. */
export const impossibleCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
