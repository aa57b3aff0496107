import type { IssueCode } from '../issue/catalogue.ts'
import type { Defect } from './defect.ts'

/** Errors of the JSON text, which keep a document of any form from being read. */
export const textDefects: readonly Defect[] = [
  inText('truncated', 'DOC-010', (text, place) => text.slice(0, Math.max(2, place))),
  inText('repeated-key', 'DOC-015', (text) => text.replace(/^\{("\w+":"[^"]*",)/, '{$1$1')),
  inText('raw-tab', 'DOC-021', (text) => text.replace(/:"(?=[A-Za-z])/, ':"\t')),
  inText('trailing-comma', 'DOC-012', (text) => text.replace(/\}$/, ',}')),
  inText('missing-comma', 'DOC-019', (text) => text.replace('","', '" "')),
  inText('bare-word', 'DOC-022', (text) => text.replace(/:"[^"]*"/, ':None')),
  inText('after-the-end', 'DOC-009', (text) => `${text}]`),
]

function inText(name: string, code: IssueCode, change: (text: string, place: number) => string): Defect {
  const codes = [code]
  return {
    name,
    codes: { ki: codes, kj: codes, r4: codes, eps: codes },
    plant: ({ text, random }) => change(text, random.below(text.length - 1)),
  }
}
