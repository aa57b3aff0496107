import { equal } from '../document/equal.ts'
import { childOf, isObject, type Json, type JsonObject, objectsIn, wordOf } from '../document/json.ts'
import { kindIn } from '../form/kind.ts'
import { systemWords } from '../mapping/criteria-codes.ts'
import type { CodeRow, CodeTable } from '../terminology/code-table.ts'
import { translationOf } from '../terminology/translate.ts'
import type { Toolkit } from '../toolkit.ts'
import type { Adaptation, Fitting } from './adapt.ts'
import { copyOf } from './adapt-parts.ts'

const row = 'import.codes'

/** Where the codes of a record stand whose Norwegian counterparts are known, and the tables that know them. */
const allergens = ['7514-snomed']
const reactions = ['7497-snomed']

/** Which system is preferred where a record has several codes, after Norway's own. */
const preferred: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: ['ATC', 'SNOMED CT'],
  Condition: ['ICD-10', 'SNOMED CT'],
}

/**
 * Codes of the record itself and of its reactions. A Norwegian code is added in front where a code table has it as equivalent
 * and none is there; all codes stay. Of several codes, NHN asks for one that is marked as the main one.
 */
export const adaptCodings: Adaptation = (resource, fitting) => {
  const order = preferred[wordOf(resource.resourceType)]
  if (order === undefined) return {}
  const code = withNorwegian(resource.code, allergens, fitting)
  const chosen = withChoice(code ?? resource.code, order, fitting) ?? code
  const reaction = resource.resourceType === 'AllergyIntolerance' ? reactionsOf(resource.reaction, fitting) : undefined
  return { ...(chosen === undefined ? {} : { code: chosen }), ...(reaction === undefined ? {} : { reaction }) }
}

function reactionsOf(list: Json | undefined, fitting: Fitting): Json[] | undefined {
  if (!Array.isArray(list)) return undefined
  const made = list.map((one) => (isObject(one) ? reactionOf(one, fitting) : undefined))
  return made.some((one) => one !== undefined) ? list.map((one, index) => made[index] ?? one) : undefined
}

function reactionOf(reaction: JsonObject, fitting: Fitting): JsonObject | undefined {
  const list = Array.isArray(reaction.manifestation) ? reaction.manifestation : []
  const made = list.map((one) => withNorwegian(one, reactions, fitting))
  if (!made.some((one) => one !== undefined)) return undefined
  const copy = copyOf(reaction, fitting.mapper.books)
  copy.manifestation = list.map((one, index) => made[index] ?? one)
  return copy
}

/** The concept with a Norwegian code in front; undefined where there is nothing to add. */
function withNorwegian(
  concept: Json | undefined,
  ids: readonly string[],
  { kit, mapper }: Fitting,
): JsonObject | undefined {
  const codings = codingsOf(concept)
  if (codings.some(({ system }) => isNorwegian(system))) return undefined
  const tables = ids.map((id) => kit.compiled.codes(id))
  const found = codings.map((coding) => counterpart(coding, tables)).find((one) => one !== undefined)
  if (found === undefined) return undefined
  for (const key of ['code', 'display']) if (found[key] !== undefined) mapper.books.added(row, 'derived', found, key)
  const made = copyOf(concept as JsonObject, mapper.books)
  made.coding = [found, ...((concept as JsonObject).coding as Json[])]
  return made
}

/** The one Norwegian code that is equivalent. Two that are would be a choice, which is not ours. */
function counterpart(coding: JsonObject, tables: readonly CodeTable[]): JsonObject | undefined {
  for (const { leftSystem, rightSystem, rows } of tables) {
    if (coding.system !== rightSystem) continue
    const fitting = rows.filter((one) => one.right === coding.code && one.relation === 'equivalent')
    const [only] = fitting
    if (only !== undefined && fitting.length === 1) return codingOf(leftSystem, only)
  }
  return undefined
}

function codingOf(system: string, { left, leftDisplay }: CodeRow): JsonObject {
  return { system, code: left, ...(leftDisplay === undefined ? {} : { display: leftDisplay }) }
}

/** The concept with a main code, if it has several and its author marked none. */
function withChoice(
  concept: Json | undefined,
  order: readonly string[],
  { kit, mapper, to }: Fitting,
): JsonObject | undefined {
  // The ki form has no list of codes for problems with anaesthesia, so there is nothing to choose from.
  if (to === 'ki' && kindIn(concept) !== undefined) return undefined
  const codings = codingsOf(concept).filter((one, _, all) => !isTranslation(one, all, kit))
  if (codings.length < 2 || codings.some(({ userSelected }) => userSelected === true)) return undefined
  const words = new Map(kit.compiled.codes(systemWords).rows.map((one) => [one.left, one.right]))
  const rank = ({ system }: JsonObject) => {
    if (isNorwegian(system)) return -1
    const place = order.indexOf(words.get(wordOf(system)) ?? '')
    return place < 0 ? order.length : place
  }
  const main = codings.reduce((best, one) => (rank(one) < rank(best) ? one : best))
  const marked = copyOf(main, mapper.books)
  marked.userSelected = true
  mapper.books.added(row, 'derived', marked, 'userSelected')
  const made = copyOf(concept as JsonObject, mapper.books)
  made.coding = ((concept as JsonObject).coding as Json[]).map((one) => (one === main ? marked : one))
  return made
}

/** A code that is just what the tables make of the Norwegian one beside it is left out in Norway, where it says nothing more. */
function isTranslation(coding: JsonObject, all: readonly JsonObject[], kit: Toolkit): boolean {
  const tables = allergens.map((id) => kit.compiled.codes(id))
  return all.some((one) => {
    const made = translationOf(one, tables)?.coding
    return made !== undefined && equal(made, coding)
  })
}

function codingsOf(concept: Json | undefined): JsonObject[] {
  return objectsIn(childOf(concept, 'coding'))
}

/** Norway's arc of OIDs, and addresses of its national bodies. */
function isNorwegian(system: Json | undefined): boolean {
  return typeof system === 'string' && /^(?:urn:oid:2\.16\.578\.|https?:\/\/(?:nhn|ehelse|hl7|dmp)\.no\/)/.test(system)
}
