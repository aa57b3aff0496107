import type { Leaf } from './convert/ledger.ts'
import { convertRoot } from './convert/plain.ts'
import { restored } from './convert/restore.ts'
import { rootName } from './convert/root-name.ts'
import { type ConvertOptions, settingsOf } from './convert/settings.ts'
import type { JsonObject } from './document/json.ts'
import { printPath, resolvePath } from './document/path.ts'
import { type Tree, treeOf } from './document/tree.ts'
import { detectForm, type Form } from './form/detect.ts'
import { envelopeFlaws } from './form/envelope.ts'
import { validateKi } from './form/ki/validate.ts'
import { type Issue, issue, KritinfoError } from './issue/issue.ts'
import type { Entry } from './mapping/ledger.ts'
import type { Toolkit } from './toolkit.ts'

/** What converting gives: the output, and an account of every leaf of the input. */
export interface Conversion {
  readonly output: Tree
  readonly from: Form
  readonly to: Form
  /** The dialect that the input is in, or the name of its form: `nhn-2021`, `no-basis`, … (`mappings/dialects/`). */
  readonly dialect: string
  /** `claimed + ledger = total`, always (law 1). */
  readonly leaves: { readonly total: number; readonly claimed: number; readonly ledger: number }
  readonly ledger: readonly Entry[]
  readonly issues: readonly Issue[]
  /** The values that the output does not hold. Values of a record: not for reports. */
  readonly residue: readonly Leaf[]
}

/**
 * Converts one document from one form to another. Pure: the same input, tables and options give the same output.
 *
 * @throws KritinfoError if the input is none of the forms, does not fit its own form, or lacks what the target demands.
 */
export function convert(kit: Toolkit, input: Tree, options: ConvertOptions): Conversion {
  const settings = settingsOf(options)
  const from = formOf(input, options.from)
  const root = input.root as JsonObject
  const plain = atStart(input, () => convertRoot(kit, root, from, settings, options.patient))
  const output =
    from === options.to ? plain.dressed : atStart(input, () => restored(kit, plain, root, from, settings, options))
  return {
    output: treeOf(output),
    from,
    to: options.to,
    dialect: plain.dialect,
    leaves: plain.leaves,
    ledger: plain.ledger,
    residue: plain.residue,
    issues: [...input.issues, ...envelopeIssues(input), ...plain.issues].map((one) => placed(one, input)),
  }
}

/** What keeps a document as a whole from being converted stands at its beginning. */
export function atStart<T>(input: Tree, run: () => T): T {
  try {
    return run()
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new KritinfoError(
      problem.issues.map((one) => (one.line === undefined ? issue(one.code, startOf(input), one.params) : one)),
    )
  }
}

/** An issue with its line and column in the input. */
export function placed(one: Issue, input: Tree): Issue {
  if (one.line !== undefined || one.path === '') return one
  const place = input.position(resolvePath(input.root, one.path))
  return place === undefined ? one : { ...one, line: place.line, column: place.column }
}

/**
 * The form that the input says it is of, if it is the one asked for.
 *
 * @throws KritinfoError if it is none of the forms, does not fit its own form, or says of itself that nothing in it holds.
 */
export function formOf(input: Tree, wanted: Form | undefined): Form {
  const found = detectForm(input.root)
  if (found === undefined) throw new KritinfoError(issue('CNV-001', startOf(input), { root: rootName(input.root) }))
  if (wanted !== undefined && wanted !== found && (wanted === 'ki' || found === 'ki')) {
    throw new KritinfoError(issue('CNV-002', startOf(input), { found, wanted }))
  }
  if (found === 'ki') {
    const issues = validateKi(input)
    if (issues.some((one) => one.severity === 'error')) throw new KritinfoError(issues)
  }
  const flaws = envelopeIssues(input).filter((one) => one.severity === 'error')
  if (flaws.length > 0) throw new KritinfoError(flaws)
  return wanted ?? found
}

/** What a document says of itself as a whole. */
export function envelopeIssues(input: Tree): readonly Issue[] {
  return envelopeFlaws(input.root).map(({ code, path }) =>
    placed(issue(code, { path: printPath(input.root, path) }), input),
  )
}

function startOf(input: Tree) {
  return { line: input.position([])?.line, column: input.position([])?.column }
}
