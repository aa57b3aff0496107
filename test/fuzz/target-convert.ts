import fc from 'fast-check'
import { dialectsOf } from '../../src/convert/dialect.ts'
import { type Conversion, convert } from '../../src/convert.ts'
import type { ConvertOptions } from '../../src/convert/settings.ts'
import { fhirModel } from '../../src/definition/model.ts'
import type { JsonObject } from '../../src/document/json.ts'
import { writeJson } from '../../src/document/json-write.ts'
import { hidden } from '../../src/document/name.ts'
import { countLeaves } from '../../src/document/leaves.ts'
import type { Tree } from '../../src/document/tree.ts'
import { writeXml } from '../../src/document/xml-write.ts'
import { type Form, forms } from '../../src/form/detect.ts'
import { writeKiXml } from '../../src/form/ki/xml-write.ts'
import { describe } from '../../src/issue/issue.ts'
import { readDocument } from '../../src/read-document.ts'
import { roundtrip } from '../../src/roundtrip.ts'
import { standardToolkit } from '../../src/toolkit.ts'
import { documents } from './corpus.ts'
import { copyOf, edited, edits, marked } from './mutate-json.ts'
import { demandEqual, demandSilence, outcomeOf, refusalOf, type Target } from './target.ts'

interface ConvertCase {
  readonly text: string
  readonly base: string | undefined
  readonly options: Omit<ConvertOptions, 'base' | 'patient'>
}

const kit = standardToolkit()
const now = '2026-11-22T12:00:00Z'
const dialects = forms.flatMap((form) => dialectsOf(kit, form))

const optional = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })
const options = fc
  .record({
    to: fc.constantFrom<Form>(...forms),
    from: optional<Form>(forms),
    carry: optional(['attachment', 'extensions', 'none'] as const),
    refuted: optional(['include', 'omit'] as const),
    alerts: optional(['derive', 'none'] as const),
    import: optional(['critical', 'all'] as const),
    dialect: fc.option(fc.constantFrom(...dialects, '__proto__'), { nil: undefined, freq: 1 }),
  })
  .map((given) => ({ now, ...JSON.parse(JSON.stringify(given)) }) as ConvertCase['options'])

const arbitrary = fc.constantFrom(...documents)
/** A document with edits and marks, as text. */
export const damagedText: fc.Arbitrary<string> = fc
  .tuple(arbitrary, arbitrary, edits, fc.boolean())
  .map(([document, other, changes, isAll]) => writeJson(marked(edited(document, other, changes), isAll)))
const cases = fc.record({ text: damagedText, base: fc.option(damagedText, { nil: undefined, freq: 1 }), options })

/** The document of a case; undefined if it cannot be read, which is another target's business. */
export function treeOf(text: string): Tree | undefined {
  const outcome = outcomeOf(() => readDocument(text))
  return 'made' in outcome ? outcome.made : undefined
}

/** Law 1, on what nobody foresaw. */
function demandAccount({ root }: Tree, { leaves, ledger }: Conversion): void {
  const paths = ledger.filter((entry) => entry.side !== 'output').map((entry) => entry.path)
  demandEqual('the number of leaves', leaves.total, countLeaves(root))
  demandEqual('claimed and ledger', leaves.claimed + leaves.ledger, leaves.total)
  demandEqual('paths of the ledger', paths.length, leaves.ledger)
  const named = paths.filter((path) => !path.includes(hidden))
  demandEqual('paths that stand once', new Set(named).size, named.length)
}

function demandSilent(what: string, { ledger, issues }: Conversion): void {
  demandSilence(`the ledger of ${what}`, ledger)
  demandSilence(
    `an issue of ${what}`,
    issues.map((one) => [one, describe(one), describe(one, 'nb')]),
  )
}

/** Writers take what was made, or say why not. */
function write(output: Tree, to: Form): void {
  writeJson(output.root, { indent: 2 })
  const written = outcomeOf(() => (to === 'ki' ? writeKiXml(output.root) : writeXml(output.root, fhirModel())))
  if ('refusal' in written) demandSilence('a refusal to write XML', written.refusal)
}

function checkConvert({ text, base, options: given }: ConvertCase): void {
  const tree = treeOf(text)
  if (tree === undefined) return
  const before = copyOf(tree.root)
  const other = base === undefined ? undefined : treeOf(base)
  const settings = { ...given, ...(other === undefined ? {} : { base: other.root }) }
  const first = outcomeOf(() => convert(kit, tree, settings))
  const second = outcomeOf(() => convert(kit, tree, settings))
  demandEqual('converting twice', first, second)
  demandEqual('the input', writeJson(tree.root), writeJson(before))
  if ('refusal' in first) {
    demandSilence('a refusal to convert', first.refusal)
    return
  }
  demandAccount(tree, first.made)
  demandSilent('a conversion', first.made)
  write(first.made.output, first.made.to)
}

/** A trip there and back is refused or made; both ways are accounted for. */
function checkRoundtrip({ text, options: { to, dialect: _, ...given } }: ConvertCase): void {
  const tree = treeOf(text)
  if (tree === undefined) return
  try {
    const { there, back, differences } = roundtrip(kit, tree, to, given)
    demandAccount(tree, there)
    demandAccount(there.output, back)
    demandSilent('the way there', there)
    demandSilent('the way back', back)
    demandSilence('the differences', differences)
  } catch (problem) {
    demandSilence('a refusal of a trip', refusalOf(problem))
  }
}

export const convertTargets: readonly Target<ConvertCase>[] = [
  { name: 'convert', cases, bound: 5000, check: checkConvert },
  { name: 'roundtrip', cases, bound: 5000, check: checkRoundtrip },
]

/** A document of the corpus that other targets put to use. */
export const anyDocument: fc.Arbitrary<JsonObject> = arbitrary
