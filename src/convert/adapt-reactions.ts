import { isObject, type Json, type JsonObject, objectsIn, wordOf } from '../document/json.ts'
import { systemWords } from '../mapping/criteria-codes.ts'
import type { Adaptation, Fitting } from './adapt.ts'
import { copyOf } from './adapt-parts.ts'

const row = 'import.reactions'
/** NHN refuses a longer note (KI-0014). */
const limit = 500

/** One kind of reaction, and the reaction that it stands in. */
interface Kind {
  readonly reaction: JsonObject
  readonly manifestation: JsonObject
}

/**
 * NHN holds one kind of reaction with an allergy. The gravest by the code table `grave-reactions` is kept, else the first of a
 * severe reaction, else the first. The others are told in the note, in words of the summary, if they fit; a note is never cut.
 */
export const adaptReactions: Adaptation = (resource, fitting) => {
  if (resource.resourceType !== 'AllergyIntolerance') return {}
  const kinds = kindsOf(resource.reaction)
  const kept = gravest(kinds, fitting)
  const others = kinds.filter((one) => one !== kept)
  if (kept === undefined || others.length === 0) return {}
  const note = noteOf(
    resource.note,
    others.map(({ manifestation }) => wordsOf(manifestation)),
    fitting,
  )
  tell(resource, others, note !== undefined, fitting)
  return {
    reaction: [reactionOf(resource, kept, others, note !== undefined, fitting)],
    ...(note === undefined ? {} : { note }),
  }
}

function kindsOf(reactions: Json | undefined): Kind[] {
  const list = objectsIn(reactions)
  return list.flatMap((reaction) => {
    const manifestations = objectsIn(reaction.manifestation)
    return manifestations.map((manifestation) => ({ reaction, manifestation }))
  })
}

function gravest(kinds: readonly Kind[], { kit }: Fitting): Kind | undefined {
  const words = new Map(kit.compiled.codes(systemWords).rows.map((one) => [one.left, one.right]))
  const grave = kit.compiled.codes('grave-reactions').rows.map((one) => one.left)
  const rank = ({ reaction, manifestation }: Kind): number => {
    const codings = objectsIn(manifestation.coding)
    const places = codings
      .map(({ system, code }) => grave.indexOf(`${words.get(wordOf(system))}|${wordOf(code)}`))
      .filter((place) => place >= 0)
    if (places.length > 0) return Math.min(...places)
    return grave.length + (reaction.severity === 'severe' ? 0 : 1)
  }
  return kinds.reduce<Kind | undefined>(
    (best, one) => (best === undefined || rank(one) < rank(best) ? one : best),
    undefined,
  )
}

/** The kept reaction with its one kind; the ledger says what became of the others. */
function reactionOf(
  resource: JsonObject,
  kept: Kind,
  others: readonly Kind[],
  isNoted: boolean,
  { mapper }: Fitting,
): JsonObject {
  const outcome = isNoted ? 'narrowed' : 'dropped'
  for (const one of (resource.reaction as Json[]).filter(isObject))
    if (one !== kept.reaction) mapper.books.keepOut(row, outcome, one)
  for (const { manifestation } of others) mapper.books.keepOut(row, outcome, manifestation)
  const made = copyOf(kept.reaction, mapper.books)
  made.manifestation = [kept.manifestation]
  return made
}

function tell(resource: JsonObject, others: readonly Kind[], isNoted: boolean, { mapper }: Fitting): void {
  const params = { count: others.length, limit }
  mapper.report(isNoted ? 'IMP-004' : 'IMP-005', resource, 'resourceType', params)
}

/** The notes with the others in the first; undefined if that one would be too long. */
function noteOf(notes: Json | undefined, words: readonly string[], { mapper }: Fitting): Json[] | undefined {
  const list = Array.isArray(notes) ? notes : []
  const first = isObject(list[0]) ? list[0] : {}
  const own = typeof first.text === 'string' ? first.text : undefined
  const added = `Andre reaksjoner: ${words.join('; ')}`
  const text = own === undefined ? added : `${own}\n${added}`
  if (text.length > limit) return undefined
  const made = copyOf(first, mapper.books)
  made.text = text
  mapper.books.added(row, 'derived', made, 'text')
  return [made, ...list.slice(1)]
}

function wordsOf({ text, coding }: JsonObject): string {
  const codings = objectsIn(coding)
  const named = [text, ...codings.map((one) => one.display), ...codings.map((one) => one.code)]
  return wordOf(named.find((one) => typeof one === 'string' && one !== '') ?? 'ukjent')
}
