import fc from 'fast-check'
import { convert } from '../../src/convert.ts'
import { treeOf } from '../../src/document/tree.ts'
import { KritinfoError } from '../../src/issue/issue.ts'
import type { SourceFile } from '../../src/mapping/source.ts'
import { overlayToolkit, type Toolkit } from '../../src/toolkit.ts'
import { documents, tables } from './corpus.ts'
import { editedText, textEdits } from './mutate-text.ts'
import { demandEqual, refusalOf, type Target } from './target.ts'

interface TablesCase {
  readonly files: readonly SourceFile[]
  readonly document: number
}

/** What tables are made of, and what YAML can do to a reader. */
const tokens = [
  'extends: true\n',
  'drop: [a]\n',
  '- id: x\n',
  'left: []',
  'right: [X.y]',
  'via: same',
  'via: code(a)',
  'only: forward',
  '\n  ',
  '\t',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '<<: *a\n',
  '!!js/function "x"',
  '!!binary |',
  '? ',
  '|\n',
  '>-\n',
  '---\n',
  '...\n',
  '%YAML 9.9\n',
  '__proto__: {a: 1}\n',
  'constructor: x\n',
  '"',
  "'",
  '#',
  'assumed(A-x)',
  '1e999',
  '.nan',
  'slice: a',
  '$this',
  'null',
  'cases:\n',
  '[[[[[[[[[[',
  '{a: {a: {a: ',
] as const

const file: fc.Arbitrary<SourceFile> = fc
  .tuple(fc.constantFrom(...tables), textEdits(tokens), fc.boolean())
  .map(([{ name, text }, changes, isOverlay]) => {
    const named = isOverlay ? text.replace(/^(table: .*|codes: .*)$/m, '$1\nextends: true') : text
    return { name, text: editedText(named, changes) }
  })
const bombs: fc.Arbitrary<SourceFile> = fc
  .constantFrom(
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghijk'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9)}]`)
      .join('\n')}\n`,
    `${'['.repeat(20_000)}`,
    `${'{a: '.repeat(20_000)}`,
    `${'- '.repeat(20_000)}`,
    `a: &a [*a]\n`,
    `codes: 7514-snomed\nextends: true\nrows: &a [*a, {<<: *a}]\n`,
    `table: x/y\nrows:\n${'  - id: a\n'.repeat(5000)}`,
  )
  .map((text) => ({ name: 'ki-r4/allergy.yaml', text }))

async function kitOf(files: readonly SourceFile[]): Promise<Toolkit | string> {
  try {
    return await overlayToolkit(files)
  } catch (problem) {
    return refusalOf(problem)
  }
}

/** Tables are taken or refused with a reason, the same each time, and those that are taken convert without a defect. */
async function check({ files, document }: TablesCase): Promise<void> {
  const kit = await kitOf(files)
  if (typeof kit === 'string') {
    demandEqual('refusing twice', await kitOf(files), kit)
    return
  }
  const root = documents[document % documents.length]
  if (root === undefined) return
  for (const to of ['eps', 'ki', 'kj'] as const) {
    try {
      convert(kit, treeOf(root), { to, now: '2026-11-22T12:00:00Z' })
    } catch (problem) {
      if (!(problem instanceof KritinfoError)) throw problem
    }
  }
}

export const tablesTarget: Target<TablesCase> = {
  name: 'tables',
  cases: fc.record({
    files: fc.array(fc.oneof({ weight: 9, arbitrary: file }, { weight: 1, arbitrary: bombs }), {
      minLength: 1,
      maxLength: 2,
    }),
    document: fc.nat(1000),
  }),
  bound: 10_000,
  check,
}
