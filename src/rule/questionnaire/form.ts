import { getKey, type JsonObject } from '../../document/json.ts'
import { objectsOf, textOf } from './parts.ts'

/** An item of a questionnaire (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item). */
export interface Question {
  readonly json: JsonObject
  readonly linkId: string
  readonly type: string
  readonly isRequired: boolean
  readonly repeats: boolean
  /** What it stands in; undefined at the top. */
  readonly parent: Question | undefined
  /** Its place among its neighbours. */
  readonly place: number
  readonly items: readonly Question[]
}

/** A questionnaire as its responses are held against it. */
export interface Form {
  readonly json: JsonObject
  readonly items: readonly Question[]
  readonly byLinkId: ReadonlyMap<string, Question>
}

/** Reads a Questionnaire; an item without `linkId` is nothing that could be answered, and is left out. */
export function formOf(json: JsonObject): Form {
  const byLinkId = new Map<string, Question>()
  return { json, items: questionsOf(json, undefined, byLinkId), byLinkId }
}

function questionsOf(holder: JsonObject, parent: Question | undefined, byLinkId: Map<string, Question>): Question[] {
  const questions: Question[] = []
  for (const json of objectsOf(holder, 'item')) {
    const linkId = textOf(json, 'linkId')
    if (linkId === undefined) continue
    const items: Question[] = []
    const question: Question = { ...flagsOf(json), json, linkId, parent, place: questions.length, items }
    questions.push(question)
    // Two items with one linkId are the questionnaire's fault (que-2); the first is meant.
    if (!byLinkId.has(linkId)) byLinkId.set(linkId, question)
    items.push(...questionsOf(json, question, byLinkId))
  }
  return questions
}

function flagsOf(json: JsonObject): Pick<Question, 'type' | 'isRequired' | 'repeats'> {
  return {
    type: textOf(json, 'type') ?? '',
    isRequired: getKey(json, 'required') === true,
    repeats: getKey(json, 'repeats') === true,
  }
}
