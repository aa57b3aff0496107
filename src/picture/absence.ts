import { childOf, isObject, type JsonObject, textOf, wordOf } from '../document/json.ts'
import { conceptOf, hasExpression, type Statement, statementOf } from '../form/absence.ts'
import { absenceWords, isNoInformation, otherReasons, statements } from './absence-words.ts'
import { codeOf, type Reader, type Speech } from './concept.ts'
import { absentReason } from './extension.ts'
import { linesOf } from './lines.ts'
import { notesOf } from './notes.ts'
import type { Absence, AbsenceEntry, AbsenceKind, Code, WarningKind } from './picture.ts'
import { saidOf, stateOf } from './state.ts'
import { reasonWords } from './time.ts'
import { unshownIn } from './unshown.ts'
import { inTable, say, wordIn } from './words.ts'

/** The picture of an entry that states that there is nothing, or no information; undefined for one that states something. */
export function absencePicture(
  resource: JsonObject,
  reader: Reader,
  seen: readonly WarningKind[] = [],
): AbsenceEntry | undefined {
  const absence = absenceOf(resource, reader)
  if (absence === undefined) return undefined
  const { criticality } = resource
  const own = stateOf(resource, reader, seen)
  const isUnsure = absence.kind === 'none-known' && unsure.has(own.certainty?.code ?? '')
  return {
    ...absence,
    type: wordOf(resource.resourceType),
    ...(isUnsure ? stateOf(resource, reader, [...seen, 'unsure']) : own),
    ...(typeof criticality === 'string' ? { criticality: saidOf(criticality, reader.lang) } : {}),
    lines: linesOf({ ...reader, resource, kind: undefined }),
    notes: notesOf(resource),
    unshown: unshownIn(resource),
  }
}

/** Certainties of those who are not sure. */
const unsure: ReadonlySet<string> = new Set(['unconfirmed', 'presumed', 'provisional', 'differential'])

function absenceOf(resource: JsonObject, reader: Reader): Absence | undefined {
  // That the statement was refuted or deleted is told by its tone: it is one all the same.
  const { verificationStatus: _, ...stated } = resource
  const statement = statementOf(stated, reader.hub, tablesOf(reader))
  const concept = conceptOf(resource, reader.hub)
  if (statement !== undefined && !statement.isGainsaid)
    return withText(statementPicture(statement, reader), textOf(childOf(concept, 'text')))
  const reason = absentReason(concept)
  // Where no code was given the tables write that it is unknown: nobody has said so.
  if (reason === undefined || reason === 'unknown' || !isObject(concept) || resource.reaction !== undefined)
    return undefined
  return concept.coding === undefined && concept.text === undefined ? reasonPicture(reason, reader) : undefined
}

/** What the author wrote beside the code may say more: "except for penicillin". */
function withText(absence: Absence, text: string): Absence {
  const isSame = [absence.text, absence.code?.display].some((one) => one?.toLowerCase() === text.trim().toLowerCase())
  return text.trim() === '' || isSame ? absence : { ...absence, text: `${absence.text}: ${text.trim()}` }
}

/** Does a code say that there is nothing, or no information? */
export function saysNothing(coding: JsonObject, reader: Reader): boolean {
  const bare = { code: { coding: [coding] } }
  const statement = statementOf(bare, reader.hub, tablesOf(reader))
  return statement !== undefined && !statement.isReason
}

/** What such a code says, in the language; where it has no code, in its author's words. */
export function statementText({ code, display }: JsonObject, { lang }: Speech): string | undefined {
  return wordIn(statements, textOf(code), lang) ?? (textOf(display) || undefined)
}

/**
 * Why what a record is about may not be so: it says that there is nothing, and then what there is, or says it in an expression,
 * "known absent" for one. That a statement was refuted or deleted is no contradiction.
 */
export function doubtsOf(resource: JsonObject, reader: Reader): WarningKind[] {
  const { verificationStatus: _, ...stated } = resource
  const tables = tablesOf(reader)
  return [
    ...(statementOf(stated, reader.hub, tables)?.isGainsaid ? (['contradiction'] as const) : []),
    ...(hasExpression(stated, reader.hub, tables) ? (['expression'] as const) : []),
  ]
}

function tablesOf({ kit }: Speech): Parameters<typeof statementOf>[2] {
  return { codes: (id) => kit.compiled.codes(id) }
}

function statementPicture({ coding, text, isReason }: Statement, speech: Speech): Absence {
  const code = textOf(coding.code)
  const stated = code === '' ? {} : { code: codeOf(coding, speech) }
  if (isReason) return reasonPicture(inTable(otherReasons, code) ?? code, speech, stated.code)
  // A statement in words alone has no code; the tables say in English what it means.
  const kind = isNoInformation(code) || text.startsWith('no information') ? 'no-information' : 'none-known'
  return { kind, text: statementText(coding, speech) ?? text, ...stated }
}

/** Why an entry does not say what it is about. */
function reasonPicture(reason: string, speech: Speech, code?: Code): Absence {
  if (reason === 'not-asked') return absent('not-asked', speech, code)
  const made = absent('subject-absent', speech, code)
  return { ...made, text: `${made.text} (${reasonWords(reason, speech.lang)})` }
}

/** An absence in its standard words. */
export function absent(kind: AbsenceKind, { lang }: Speech, code?: Code): Absence {
  return { kind, text: say(absenceWords[kind], lang), ...(code === undefined ? {} : { code }) }
}
