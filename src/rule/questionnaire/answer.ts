import type { JsonObject, Path } from '../../document/json.ts'
import type { Asking, Given } from './asking.ts'
import { checkAttachment } from './attachment.ts'
import { checkMoment, checkNumber } from './bounds.ts'
import type { Question } from './form.ts'
import { checkOptions } from './options.ts'
import { choiceOf } from './parts.ts'
import { checkQuantity } from './quantity.ts'
import { checkReference } from './reference-answer.ts'
import { checkString } from './string.ts'

/**
 * Types of answers by the type of the question (https://hl7.org/fhir/R4/valueset-item-type.html); a choice may be one of
 * whatever options may be (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.answerOption).
 */
const choice: readonly string[] = ['Coding', 'Date', 'Time', 'Integer', 'String', 'Reference']
const typesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['boolean', ['Boolean']],
  ['decimal', ['Decimal']],
  ['integer', ['Integer']],
  ['date', ['Date']],
  ['dateTime', ['DateTime']],
  ['time', ['Time']],
  ['string', ['String']],
  ['text', ['String']],
  ['url', ['Uri']],
  ['choice', choice],
  ['open-choice', choice],
  ['attachment', ['Attachment']],
  ['reference', ['Reference']],
  ['quantity', ['Quantity']],
])

type ValueCheck = (given: Given, asking: Asking) => void

const checks: ReadonlyMap<string, ValueCheck> = new Map([
  ['Decimal', checkNumber],
  ['Integer', checkNumber],
  ['Date', checkMoment],
  ['DateTime', checkMoment],
  ['Time', checkMoment],
  ['String', checkString],
  ['Uri', checkString],
  ['Attachment', checkAttachment],
  ['Reference', checkReference],
  ['Quantity', checkQuantity],
])

/** The value of an answer by the question. An answer without a value is told by the structure's own rules. */
export function checkValue(question: Question, answer: JsonObject, path: Path, asking: Asking): void {
  const typed = choiceOf(answer, 'value')
  if (typed === undefined) return
  const given: Given = { ...typed, question, path: [...path, `value${typed.type}`] }
  const wanted = typesOf.get(question.type)
  if (wanted === undefined) asking.around.cannotTell(path, 'QRS-045', { linkId: question.linkId })
  else if (!wanted.includes(typed.type)) tellType(given, wanted, asking)
  else {
    checks.get(typed.type)?.(given, asking)
    checkOptions(given, asking)
  }
}

function tellType({ path, type, question }: Given, wanted: readonly string[], { report }: Asking): void {
  const expected = wanted.map(typeName).join(', ')
  report(path, 'QRS-018', { linkId: question.linkId, found: typeName(type), expected })
}

/** Names of primitive types begin with a small letter. */
function typeName(type: string): string {
  const isComplex = ['Coding', 'Attachment', 'Reference', 'Quantity'].includes(type)
  return isComplex ? type : type.charAt(0).toLowerCase() + type.slice(1)
}
