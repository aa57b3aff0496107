import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/**
 * Literals that take more than linear time on some texts, with the reason why no text from outside is one of those.
 */
const ours = 'only texts of ours, of tables or of the command line come here'
const short = 'the texts are short: a path, a tag, a name'
const whole = 'nothing follows what repeats, so nothing is tried twice'
const bounded: Readonly<Record<string, string>> = {
  'src/cli/': ours,
  'src/fhirpath/lexer.ts': whole,
  'src/mapping/': ours,
  'src/rule/': 'a tag, an address or a keyword is looked at once: no other one begins in it',
  'src/terminology/language-tag.ts': short,
  'src/document/pattern/pattern.ts': 'the replacement stands in an expression, which has a bound',
  'src/form/dialect/sfm-names.ts': short,
  'src/form/kj/edge.ts': 'it begins where letters begin, and a reference has few steps',
  'src/issue/explanations/': ours,
}

interface Literal {
  readonly file: string
  readonly source: string
  readonly flags: string
}

function literalsOf(file: string): Literal[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false)
  const found: Literal[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

// Its other backends are programs for one machine each.
process.env.RECHECK_BACKEND = 'pure'
const { checkSync } = await import('recheck')

const literals = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/^(?:generated|build)[\\/]/.test(name))
  .flatMap((name) => literalsOf(join('src', name)))

test('no regular expression of ours takes more than linear time on any text', () => {
  expect(literals.length).toBeGreaterThan(100)
  const distinct = [...new Map(literals.map((one) => [`/${one.source}/${one.flags}`, one])).entries()]
  const slow = distinct.flatMap(([text, { file, source, flags }]) => {
    // What cannot be told in a second has nothing that is easily found.
    const { status } = checkSync(source, flags.replace(/[dv]/g, ''), { timeout: 1000 })
    return status === 'vulnerable' ? [`${file} ${text}`] : []
  })
  expect(slow.filter((line) => !Object.keys(bounded).some((known) => line.includes(known)))).toEqual([])
})
