import { envelopeIssues, formOf, placed } from '../convert.ts'
import { dialectOf, normalise } from '../convert/dialect.ts'
import { enter, type HopMapper, issuesOf } from '../convert/run.ts'
import { isObject, type JsonObject } from '../document/json.ts'
import type { Tree } from '../document/tree.ts'
import type { Form } from '../form/detect.ts'
import { hasRules } from '../form/dialect/dialect.ts'
import type { Hub } from '../form/hub.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import { type Issue, issue } from '../issue/issue.ts'
import type { Toolkit } from '../toolkit.ts'

/** A document on its way into the hub, where every form says the same in the same way. */
export interface Arrival {
  readonly form: Form
  readonly dialect: string
  /** The document as it was given. */
  readonly given: JsonObject
  /** The document in the plain way of its form. */
  readonly root: JsonObject
  readonly hub: Hub
  /** Resources of the document that are in no state which their form knows, or that may mean something else: not in the hub. */
  readonly keptBack: readonly JsonObject[]
  readonly issues: readonly Issue[]
}

/** What conversion says of a record that it does not take over. */
const keepers: ReadonlySet<IssueCode> = new Set([
  'CNV-010',
  'CNV-011',
  'CNV-017',
  'CNV-018',
  'CNV-019',
  'CNV-026',
  'EPS-004',
])

/**
 * Takes a document the way of a conversion, as far as the hub.
 *
 * @throws KritinfoError if it is none of the forms, or does not fit its own form.
 */
export function arrive(kit: Toolkit, input: Tree): Arrival {
  const form = formOf(input, undefined)
  const given = input.root as JsonObject
  const seen = dialectOf(kit, given, form)
  const brought = normalise(kit, given, seen)
  const { hub, mapper } = enter(kit, brought.root, form)
  const hops = [...brought.hops, mapper]
  const spoken = seen !== undefined && hasRules(seen) ? [issue('DIA-001', {}, { dialect: seen.id, form })] : []
  return {
    form,
    dialect: seen?.id ?? (form === 'kj' ? 'nhn' : form),
    given,
    root: brought.root,
    hub,
    keptBack: hops.flatMap(keptBackIn),
    issues: [...input.issues, ...envelopeIssues(input), ...spoken, ...issuesOf(given, hops)].map((one) =>
      placed(one, input),
    ),
  }
}

function keptBackIn({ findings }: HopMapper): JsonObject[] {
  const found = findings.filter(({ code }) => keepers.has(code)).map(({ at }) => at)
  return found.filter(
    (at): at is JsonObject => !Array.isArray(at) && isObject(at) && typeof at.resourceType === 'string',
  )
}
