import { getKey, type Json, type JsonObject } from '../../document/json.ts'
import { choiceOf, objectsOf, textOf } from './parts.ts'

/** An item of a questionnaire (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item). */
export interface Question {
  readonly json: JsonObject
  readonly linkId: string
  readonly type: string
  readonly isRequired: boolean
  readonly repeats: boolean
  /** Values of its extensions by url. */
  readonly extensions: ReadonlyMap<string, readonly Json[]>
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

function flagsOf(json: JsonObject): Pick<Question, 'type' | 'isRequired' | 'repeats' | 'extensions'> {
  return {
    type: textOf(json, 'type') ?? '',
    isRequired: getKey(json, 'required') === true,
    repeats: getKey(json, 'repeats') === true,
    extensions: extensionsByUrl(json),
  }
}

function extensionsByUrl(json: JsonObject): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>()
  for (const one of objectsOf(json, 'extension')) {
    const url = textOf(one, 'url')
    const value = choiceOf(one, 'value')?.value
    if (url === undefined || value === undefined) continue
    const same = found.get(url)
    if (same === undefined) found.set(url, [value])
    else same.push(value)
  }
  return found
}

/** The values of a question's extensions with that url. */
export function extensions(question: Question, url: string): readonly Json[] {
  return question.extensions.get(url) ?? []
}

/** The first value of a question's extensions with one of the urls. */
export function extension(question: Question, ...urls: readonly string[]): Json | undefined {
  for (const url of urls) {
    const [value] = extensions(question, url)
    if (value !== undefined) return value
  }
  return undefined
}
