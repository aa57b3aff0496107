import type { JsonObject } from '../document/json.ts'
import { readdress } from '../form/dialect/addresses.ts'
import { keepWithin } from '../form/dialect/bounds.ts'
import { type DialectRules, hasRules, type Pass, type Way } from '../form/dialect/dialect.ts'
import { recognise } from '../form/dialect/recognise.ts'
import { mapResources } from '../form/dialect/resources.ts'
import { fromSfm } from '../form/dialect/sfm.ts'
import { toSfmXml } from '../form/dialect/sfm-xml-from-kj.ts'
import { fromSfmXml } from '../form/dialect/sfm-xml.ts'
import { toSfm } from '../form/dialect/sfm-write.ts'
import type { Form } from '../form/detect.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import type { Dialect } from '../mapping/dialect.ts'
import type { Toolkit } from '../toolkit.ts'
import type { Stage } from './ledger.ts'
import { HopMapper } from './run.ts'

/** A document after the passes of a dialect, with the hop and the stage of each. */
export interface Passed {
  readonly root: JsonObject
  readonly hops: readonly HopMapper[]
  readonly stages: readonly Stage[]
}

/** The dialect that a document is in, if it bears the marks of one. */
export function dialectOf(kit: Toolkit, root: JsonObject, form: Form): Dialect | undefined {
  return recognise(root, form, kit.mappings.dialects)
}

/** Names of the dialects that a form can be written in. */
export function dialectsOf(kit: Toolkit, form: Form): string[] {
  return kit.mappings.dialects.filter((one) => one.form === form).map((one) => one.id)
}

/** @throws KritinfoError (DIA-002, DIA-007) for a name that is none of a dialect of the form. */
export function dialectNamed(kit: Toolkit, name: string, form: Form): Dialect {
  const found = kit.mappings.dialects.find((one) => one.id === name && one.form === form)
  if (found !== undefined) return found
  const words = dialectsOf(kit, form).sort().join(', ')
  throw new KritinfoError(words === '' ? issue('DIA-007', {}, { form }) : issue('DIA-002', {}, { form, words }))
}

/** Brings a document to the plain way of writing its form. */
export function normalise(kit: Toolkit, root: JsonObject, dialect: Dialect | undefined): Passed {
  return dialect === undefined || !hasRules(dialect) ? untouched(root) : run(kit, root, dialect, intoPlain(dialect))
}

/** Writes a plain document in a dialect. */
export function dress(kit: Toolkit, root: JsonObject, dialect: Dialect | undefined): Passed {
  return dialect === undefined || !hasRules(dialect) ? untouched(root) : run(kit, root, dialect, fromPlain(dialect))
}

function untouched(root: JsonObject): Passed {
  return { root, hops: [], stages: [] }
}

/** Tables and bounds are about elements as the dialect writes them, but with plain addresses: those are last but one. */
function intoPlain(dialect: DialectRules): Pass[] {
  return [...addressed(dialect, 'forward'), ...mapped(dialect, 'forward')]
}

function fromPlain(dialect: DialectRules): Pass[] {
  const bounded = dialect.bounds.length === 0 ? [] : [keepWithin(dialect)]
  return [...mapped(dialect, 'backward'), ...addressed(dialect, 'backward'), ...bounded]
}

function addressed(dialect: DialectRules, way: Way): Pass[] {
  return dialect.addresses.length === 0 ? [] : [readdress(dialect, way)]
}

function mapped(dialect: DialectRules, way: Way): Pass[] {
  if (dialect.container === 'sfm-xml') return [way === 'forward' ? fromSfmXml(dialect) : toSfmXml(dialect)]
  if (dialect.container === 'sfm') return [way === 'forward' ? fromSfm(dialect) : toSfm(dialect)]
  if (dialect.container === 'resources' && Object.keys(dialect.tables).length === 0) return []
  return [mapResources(dialect, way)]
}

function run(kit: Toolkit, root: JsonObject, dialect: Dialect, passes: readonly Pass[]): Passed {
  const hops: HopMapper[] = []
  const stages: Stage[] = []
  let current = root
  for (const one of passes) {
    const hop = new HopMapper(kit)
    const next = one(current, hop)
    hops.push(hop)
    stages.push({ sources: [current], account: hop.books, unmapped: `${dialect.id}.unmapped` })
    current = next
  }
  return { root: current, hops, stages }
}
