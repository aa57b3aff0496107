import { arrange } from '../form/arrange.ts'
import { hasRules } from '../form/dialect/dialect.ts'
import type { Form } from '../form/detect.ts'
import { type Identity, identityOf } from '../form/patient.ts'
import type { Json, JsonObject } from '../document/json.ts'
import { countLeaves } from '../document/leaves.ts'
import { type Issue, issue } from '../issue/issue.ts'
import type { Dialect } from '../mapping/dialect.ts'
import type { Entry } from '../mapping/ledger.ts'
import type { Toolkit } from '../toolkit.ts'
import { additions } from './additions.ts'
import { type Attached, believed } from './attached.ts'
import { addPatient } from './demographics.ts'
import { choose } from './import.ts'
import { dialectNamed, dialectOf, dress, normalise } from './dialect.ts'
import { asCarried, type Leaf, settle, type Stage } from './ledger.ts'
import { enter, type HopMapper, issuesOf, leave, stagesOf } from './run.ts'
import type { Settings } from './settings.ts'
import { withoutWithheld } from './withheld.ts'

/** A conversion without what an earlier trip lost. */
export interface Plain {
  readonly output: JsonObject
  /** The output in the dialect that was asked for; the same where none was. */
  readonly dressed: JsonObject
  /** The name of the dialect that the input is in, or of its form. */
  readonly dialect: string
  readonly original: Attached | undefined
  /** Who the input is about; undefined if nothing was translated. */
  identity(): Identity | undefined
  readonly leaves: { readonly total: number; readonly claimed: number; readonly ledger: number }
  readonly ledger: readonly Entry[]
  readonly issues: Issue[]
  readonly residue: readonly Leaf[]
}

/**
 * The way of one document: out of its dialect, to the hub, from the hub to the form asked for, into the dialect asked for.
 * Each of these is a stage with books of its own, and the ledger follows all of them.
 */
export function convertRoot(
  kit: Toolkit,
  root: JsonObject,
  from: Form,
  settings: Settings,
  patient: Json | undefined,
): Plain {
  const seen = dialectOf(kit, root, from)
  const wanted = settings.dialect === undefined ? undefined : dialectNamed(kit, settings.dialect, settings.to)
  if (from === settings.to && isSettled(seen, wanted)) return unchanged(root, nameOf(seen, from))
  const brought = normalise(kit, root, seen)
  const way = from === settings.to ? straight(brought.root) : throughHub(kit, brought.root, from, settings, patient)
  const early = settle(root, [...brought.stages, ...way.stages], kit.compiled)
  const attach = settings.to === 'eps' && settings.carry === 'attachment' && early.entries.some(isCarriable)
  const output = way.close(attach ? withoutWithheld(root, early) : undefined)
  const written = dress(kit, output, wanted)
  const stages = [...brought.stages, ...way.stages, ...written.stages]
  const settled = written.stages.length === 0 ? early : settle(root, stages, kit.compiled)
  const ledger = attach ? settled.entries.map(asCarried) : settled.entries
  kit.recorder?.closed({ stages, output: written.root })
  const plain = arrange(output)
  return {
    output: plain,
    dressed: written.root === output ? plain : arrange(written.root),
    dialect: nameOf(seen, from),
    original: way.original,
    identity: () => way.identity(),
    leaves: { total: settled.total, claimed: settled.total - ledger.length, ledger: ledger.length },
    ledger: [...ledger, ...additions(written.root, stages, kit.compiled)],
    issues: [
      ...(seen !== undefined && hasRules(seen) ? [issue('DIA-001', {}, { dialect: seen.id, form: from })] : []),
      ...issuesOf(root, [...brought.hops, ...way.hops, ...written.hops]),
    ],
    residue: settled.residue,
  }
}

/** The middle of the way. */
interface Way {
  readonly hops: readonly HopMapper[]
  readonly stages: readonly Stage[]
  readonly original: Attached | undefined
  identity(): Identity | undefined
  close(original: Json | undefined): JsonObject
}

function throughHub(kit: Toolkit, root: JsonObject, from: Form, settings: Settings, patient: Json | undefined): Way {
  const { hub, mapper: first, original } = enter(kit, root, from)
  if (patient !== undefined) addPatient(kit, patient, hub, first.books)
  const attached = original === undefined ? undefined : believed(kit, original, hub, first)
  const chosen = choose(kit, { hub, root, from, settings })
  const exit = leave(kit, chosen.hub, root, settings)
  if (exit.mapper !== undefined) chosen.tellUnused(exit.mapper)
  const hops = exit.mapper === undefined ? [first] : [first, exit.mapper]
  const [entry, ...others] = stagesOf(root, chosen.hub, hops, from, settings.to)
  return {
    hops: [first, ...chosen.hops, ...hops.slice(1)],
    stages: [...(entry === undefined ? [] : [entry]), ...chosen.stages, ...others],
    original: attached,
    identity: () => identityOf(hub),
    close: (given) => exit.close(given),
  }
}

/** From one dialect of a form to another, past the hub. */
function straight(root: JsonObject): Way {
  return { hops: [], stages: [], original: undefined, identity: () => undefined, close: () => root }
}

/** Is a document of the form asked for in the dialect asked for already, or does neither change anything? */
function isSettled(seen: Dialect | undefined, wanted: Dialect | undefined): boolean {
  const changes = [seen, wanted].filter((one) => one !== undefined && hasRules(one))
  return changes.length === 0 || seen === wanted
}

/** Without the marks of a dialect, whose way it is says the form alone. */
function nameOf(seen: Dialect | undefined, form: Form): string {
  return seen?.id ?? (form === 'kj' ? 'nhn' : form)
}

/** A document that is of the form asked for already: there is nothing to translate, and nothing is touched. */
function unchanged(root: JsonObject, dialect: string): Plain {
  return {
    output: root,
    dressed: root,
    dialect,
    original: undefined,
    identity: () => undefined,
    // Counted if somebody asks: an attached original that is put back as it is need not be.
    get leaves() {
      const total = countLeaves(root)
      return { total, claimed: total, ledger: 0 }
    },
    ledger: [],
    issues: [],
    residue: [],
  }
}

/** Containers and narratives are made anew; only for what the source itself says is the original worth sending. */
function isCarriable(entry: Entry): boolean {
  return entry.outcome !== 'withheld' && !entry.row.startsWith('container.')
}
