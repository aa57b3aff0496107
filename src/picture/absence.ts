import { type JsonObject, textOf, wordOf } from '../document/json.ts'
import { type Statement, statementOf } from '../form/absence.ts'
import type { Hub } from '../form/hub.ts'
import { absenceWords, isNoInformation, statements } from './absence-words.ts'
import { codeOf, type Speech } from './concept.ts'
import type { Absence, AbsenceEntry, AbsenceKind, Code } from './picture.ts'
import { stateOf } from './state.ts'
import { reasonWords } from './time.ts'
import { say, wordIn } from './words.ts'

/** The picture of an entry that states that there is nothing, or no information; undefined for one that states something. */
export function absencePicture(resource: JsonObject, hub: Hub, speech: Speech): AbsenceEntry | undefined {
  const statement = statementOf(resource, hub, { codes: (id) => speech.kit.compiled.codes(id) })
  if (statement === undefined) return undefined
  const { tone, toneText, warnings } = stateOf(resource, speech.kit, speech.lang)
  const type = wordOf(resource.resourceType)
  return { ...absenceOf(statement, speech), type, tone, toneText, warnings }
}

function absenceOf(statement: Statement, speech: Speech): Absence {
  const word = textOf(statement.coding.code)
  const code = codeOf(statement.coding, speech)
  if (!statement.isReason) {
    const kind = isNoInformation(word) ? 'no-information' : 'none-known'
    return { kind, text: wordIn(statements, word, speech.lang) ?? statement.text, code }
  }
  if (word === 'not-asked') return absent('not-asked', speech, code)
  const reason = reasonWords(word, speech.lang)
  return { kind: 'subject-absent', text: `${say(absenceWords['subject-absent'], speech.lang)} (${reason})`, code }
}

/** An absence in its standard words. */
export function absent(kind: AbsenceKind, { lang }: Speech, code?: Code): Absence {
  return { kind, text: say(absenceWords[kind], lang), ...(code === undefined ? {} : { code }) }
}
