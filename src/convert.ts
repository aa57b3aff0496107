import { addPatient } from './convert/demographics.ts'
import { additions } from './convert/additions.ts'
import { asCarried, type Leaf, settle } from './convert/ledger.ts'
import { merge } from './convert/merge.ts'
import { enter, issuesOf, leave, stagesOf } from './convert/run.ts'
import { type ConvertOptions, type Settings, settingsOf } from './convert/settings.ts'
import { withoutWithheld } from './convert/withheld.ts'
import { isObject, type Json, type JsonObject } from './document/json.ts'
import { tryJson } from './document/json-try.ts'
import { countLeaves } from './document/leaves.ts'
import { parsePath } from './document/path.ts'
import { type Tree, treeOf } from './document/tree.ts'
import { arrange } from './form/arrange.ts'
import { detectForm, type Form } from './form/detect.ts'
import type { Original } from './form/eps/import.ts'
import { validateKi } from './form/ki/validate.ts'
import { type Issue, issue, KritinfoError } from './issue/issue.ts'
import type { Entry } from './mapping/ledger.ts'
import type { Toolkit } from './toolkit.ts'

/** What converting gives: the output, and an account of every leaf of the input. */
export interface Conversion {
  readonly output: Tree
  readonly from: Form
  readonly to: Form
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
  const output = from === options.to ? plain.output : restored(kit, plain, from, settings, options)
  return {
    ...plain,
    output: treeOf(output),
    from,
    to: options.to,
    issues: [...input.issues, ...plain.issues].map((one) => placed(one, input)),
  }
}

/** What keeps a document as a whole from being converted stands at its beginning. */
function atStart<T>(input: Tree, run: () => T): T {
  try {
    return run()
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new KritinfoError(
      problem.issues.map((one) => (one.line === undefined ? issue(one.code, startOf(input), one.params) : one)),
    )
  }
}

/** The output with what an earlier trip lost put back from `--base`, or from the original that came attached. */
function restored(kit: Toolkit, plain: Plain, from: Form, settings: Settings, options: ConvertOptions): JsonObject {
  const base = options.base ?? attachedOriginal(plain.original, plain.issues)
  if (base === undefined) return plain.output
  const isUnchanged = options.base === undefined && plain.original?.isUnchanged === true
  return restore(kit, base, isUnchanged ? undefined : plain.output, from, settings, options.patient)
}

function placed(one: Issue, input: Tree): Issue {
  if (one.line !== undefined || one.path === '') return one
  const place = input.position(parsePath(one.path))
  return place === undefined ? one : { ...one, line: place.line, column: place.column }
}

/** The form that the input says it is of, if it is the one asked for. */
function formOf(input: Tree, wanted: Form | undefined): Form {
  const found = detectForm(input.root)
  if (found === undefined) throw new KritinfoError(issue('CNV-001', startOf(input), { root: rootName(input.root) }))
  if (wanted !== undefined && wanted !== found && (wanted === 'ki' || found === 'ki')) {
    throw new KritinfoError(issue('CNV-002', startOf(input), { found, wanted }))
  }
  if (found === 'ki') {
    const issues = validateKi(input)
    if (issues.some((one) => one.severity === 'error')) throw new KritinfoError(issues)
  }
  return wanted ?? found
}

function startOf(input: Tree) {
  return { line: input.position([])?.line, column: input.position([])?.column }
}

/** A type name is no patient's value; anything else in its place is not repeated. */
function rootName(root: Json): string {
  const type = isObject(root) ? root.resourceType : undefined
  return typeof type === 'string' && /^[A-Za-z]{1,64}$/.test(type) ? type : 'not a resource'
}

interface Plain extends Omit<Conversion, 'output' | 'from' | 'to' | 'issues'> {
  readonly issues: Issue[]
  readonly output: JsonObject
  readonly original: Original | undefined
}

function convertRoot(kit: Toolkit, root: JsonObject, from: Form, settings: Settings, patient: Json | undefined): Plain {
  if (from === settings.to) return unchanged(root)
  const { hub, mapper: first, original } = enter(kit, root, from)
  if (patient !== undefined) addPatient(kit, patient, hub, first.books)
  const exit = leave(kit, hub, root, settings)
  const hops = exit.mapper === undefined ? [first] : [first, exit.mapper]
  const stages = stagesOf(root, hub, hops, from, settings.to)
  const settled = settle(root, stages, kit.compiled)
  const attach = settings.to === 'eps' && settings.carry === 'attachment' && settled.entries.some(isCarriable)
  const output = exit.close(attach ? withoutWithheld(root, settled) : undefined)
  const ledger = attach ? settled.entries.map(asCarried) : settled.entries
  kit.recorder?.closed({ stages, output })
  return {
    output: arrange(output),
    original,
    leaves: { total: settled.total, claimed: settled.total - ledger.length, ledger: ledger.length },
    ledger: [...ledger, ...additions(output, stages, kit.compiled)],
    issues: issuesOf(root, hops),
    residue: settled.residue,
  }
}

/** A document that is of the form asked for already: there is nothing to translate, and nothing is touched. */
function unchanged(root: JsonObject): Plain {
  const total = countLeaves(root)
  return {
    output: root,
    original: undefined,
    leaves: { total, claimed: total, ledger: 0 },
    ledger: [],
    issues: [],
    residue: [],
  }
}

/** Containers and narratives are made anew; only for what the source itself says is the original worth sending. */
function isCarriable(entry: Entry): boolean {
  return entry.outcome !== 'withheld' && !entry.row.startsWith('container.')
}

function attachedOriginal(attached: Original | undefined, issues: Issue[]): Json | undefined {
  const original = attached === undefined ? undefined : tryJson(attached.text)
  if (attached !== undefined && original === undefined) issues.push(issue('CNV-014'))
  return original
}

/**
 * Puts back what an earlier trip lost: the base goes the same way there and back, and what then differs from the
 * base is what the trip costs, not what somebody changed. Nothing `edited` means that nobody changed anything.
 */
function restore(
  kit: Toolkit,
  base: Json,
  edited: JsonObject | undefined,
  via: Form,
  settings: Settings,
  patient: Json | undefined,
): JsonObject {
  const form = detectForm(base)
  if (form === undefined || !isObject(base)) throw new KritinfoError(issue('CNV-001', {}, { root: rootName(base) }))
  const original = form === settings.to ? base : convertRoot(kit, base, form, settings, patient).output
  if (edited === undefined) return original
  const there = convertRoot(
    kit,
    base,
    form,
    { ...settings, to: via, carry: 'none' },
    via === 'eps' ? patient : undefined,
  ).output
  const ancestor = convertRoot(kit, there, via, settings, patient).output
  return (merge(original, ancestor, edited) ?? edited) as JsonObject
}
