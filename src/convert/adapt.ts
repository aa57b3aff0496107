import { isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import type { Form } from '../form/detect.ts'
import { kindIn, kindSystem } from '../form/kind.ts'
import type { Judgement } from '../mapping/criteria.ts'
import type { Toolkit } from '../toolkit.ts'
import { adaptCodings } from './adapt-codings.ts'
import { adaptReactions } from './adapt-reactions.ts'
import { anaesthesia, copyOf } from './adapt-parts.ts'
import type { HopMapper } from './run.ts'

/** What a record of others is made to fit. */
export interface Fitting {
  readonly kit: Toolkit
  readonly mapper: HopMapper
  /** The record stands in a summary that this software did not write: only then is anything worked out from its codes. */
  readonly isForeign: boolean
  readonly to: Form
}

/** An element of a record as it shall be, or undefined for one that stays. */
export type Adaptation = (resource: JsonObject, fitting: Fitting) => Readonly<Record<string, Json>>

/**
 * A record that is taken, with what the Norwegian forms ask for and its author could not know: the kind that its criterion
 * proposes, Norwegian codes that the code tables know to be equivalent, a main code where there are several, one reaction
 * where NHN holds one. All of it stands in the ledger as derived; nothing that the record states is changed.
 */
export function adapt(resource: JsonObject, judgement: Judgement | undefined, fitting: Fitting): JsonObject {
  const { books } = fitting.mapper
  let made = resource
  const steps: Adaptation[] = [(one) => proposed(one, judgement, fitting)]
  // Reactions first: what the ledger says of those that go stands at the record's own.
  if (fitting.isForeign) steps.push(...(fitting.to === 'kj' ? [adaptReactions] : []), adaptCodings)
  for (const step of steps) {
    const changes = step(made, fitting)
    if (Object.keys(changes).length > 0) made = changed(made, changes, fitting)
  }
  for (const key of Object.keys(resource)) books.claim(resource, key)
  return made
}

/** The same record with other elements; each leaf rests on that of the record before. */
function changed(resource: JsonObject, changes: Readonly<Record<string, Json>>, { mapper }: Fitting): JsonObject {
  const made = copyOf(resource, mapper.books)
  for (const [key, value] of Object.entries(changes)) setKey(made, key, value)
  return made
}

/** A problem is proposed as the kind that its code table names; critical medical condition is what the tables propose anyway. */
function proposed(resource: JsonObject, judgement: Judgement | undefined, { mapper }: Fitting): JsonObject {
  const kind = judgement?.kind
  const isSettled = kind === undefined || kind === '5' || kindIn(resource.category) !== undefined
  if (isSettled || resource.resourceType !== 'Condition') return {}
  const row = judgement?.criterion.id ?? ''
  const number: JsonObject = { system: kindSystem, code: kind }
  mapper.books.added(row, 'derived', number, 'code')
  const category = withNumber(resource.category, number, mapper)
  return anaesthesia.has(kind) ? { category, code: namedByKind(resource, kind, row, mapper) } : { category }
}

/** The number stands in the first category, where the tables look for it. */
function withNumber(categories: Json | undefined, number: JsonObject, { books }: HopMapper): Json[] {
  const [first, ...others] = Array.isArray(categories) ? categories : []
  const made = isObject(first) ? copyOf(first, books) : {}
  made.coding = [number, ...(Array.isArray(made.coding) ? made.coding : [])]
  return [made, ...(isObject(first) || first === undefined ? [] : [first]), ...others]
}

/** The code of a problem with anaesthesia is the number of its kind, and what it is stands in the text. */
function namedByKind({ code }: JsonObject, kind: string, row: string, { books }: HopMapper): JsonObject {
  const concept = isObject(code) ? code : {}
  const codings = Array.isArray(concept.coding) ? concept.coding : []
  const made = copyOf(concept, books)
  const number: JsonObject = { system: kindSystem, code: kind }
  books.added(row, 'derived', number, 'code')
  made.coding = [...codings, number]
  const named = codings.filter(isObject).find(({ display }) => typeof display === 'string')
  if (made.text === undefined && named !== undefined) {
    made.text = named.display as Json
    books.link(row, named, 'display', made, 'text')
    books.added(row, 'derived', made, 'text')
  }
  return made
}
