import { getKey, isObject, type JsonObject } from '../../document/json.ts'
import { checkValue } from './answer.ts'
import type { Asking, Entered } from './asking.ts'
import type { Question } from './form.ts'
import { checkItems } from './items.ts'
import { checkExclusive } from './options.ts'
import { objectsOf, textOf } from './parts.ts'
import type { Placed } from './placed.ts'

/** Types of items that nobody answers; `question` is abstract (https://hl7.org/fhir/R4/valueset-item-type.html). */
const unanswered: ReadonlySet<string> = new Set(['group', 'display', 'question'])
const translation = 'http://hl7.org/fhir/StructureDefinition/translation'

/** One item by the item of the questionnaire that it answers. */
export function checkItem(question: Question, placed: Placed, entered: readonly Entered[], asking: Asking): void {
  const { item, path } = placed
  const { linkId, type } = question
  const inner = [...entered, { question, item }]
  checkText(question, placed, asking)
  if (type === 'group') checkItems(item, question, path, inner, asking)
  else if (getKey(item, 'item') !== undefined) asking.report([...path, 'item'], 'QRS-016', { linkId, type })
  if (getKey(item, 'answer') === undefined) return
  if (unanswered.has(type)) asking.report([...path, 'answer'], 'QRS-015', { linkId, type })
  else checkAnswers(question, placed, inner, asking)
}

function checkAnswers(question: Question, { item, path }: Placed, entered: readonly Entered[], asking: Asking): void {
  const answers = getKey(item, 'answer')
  if (!Array.isArray(answers)) return
  if (answers.length > 1 && !question.repeats)
    asking.report([...path, 'answer'], 'QRS-009', { linkId: question.linkId })
  checkExclusive(question, answers.filter(isObject), [...path, 'answer'], asking)
  for (const [index, answer] of answers.entries()) {
    if (!isObject(answer)) continue
    const at = [...path, 'answer', index]
    checkValue(question, answer, at, asking)
    checkItems(answer, question, at, entered, asking)
  }
}

/**
 * The text of an item is the question's, or a translation of it
 * (https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.item.text).
 */
function checkText({ json, linkId }: Question, { item, path }: Placed, { report }: Asking): void {
  const text = textOf(item, 'text')
  if (text === undefined || text === textOf(json, 'text') || translationsOf(json).includes(text)) return
  report([...path, 'text'], 'QRS-017', { linkId })
}

function translationsOf(json: JsonObject): (string | undefined)[] {
  const extra = getKey(json, '_text')
  if (!isObject(extra)) return []
  return objectsOf(extra, 'extension')
    .filter((one) => getKey(one, 'url') === translation)
    .flatMap((one) => objectsOf(one, 'extension'))
    .map((one) => textOf(one, 'valueString') ?? textOf(one, 'valueMarkdown'))
}
