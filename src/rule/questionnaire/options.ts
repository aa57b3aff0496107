import { getKey, isObject, type JsonObject, type Path } from '../../document/json.ts'
import type { CodeValue } from '../../terminology/terminology.ts'
import { codesOf } from '../coded-value.ts'
import type { Asking, Given } from './asking.ts'
import { containedSet } from './contained-set.ts'
import type { Question } from './form.ts'
import { keyOf, listsOf } from './lists.ts'
import { choiceOf, textOf } from './parts.ts'

/**
 * An answer is one of the options, or a code of the value set
 * (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.answerOption); an open choice may be words.
 */
export function checkOptions(given: Given, asking: Asking): void {
  const { question, path } = given
  const { linkId } = question
  const { options } = listsOf(question, asking)
  const valueSet = textOf(question.json, 'answerValueSet')
  if (question.type === 'open-choice' && isWords(given)) checkWords(given, asking)
  else if (options.size > 0) {
    if (!options.has(keyOf(given))) asking.report(path, 'QRS-019', { linkId })
  } else if (valueSet !== undefined && given.type === 'Coding') checkMember(given, valueSet, asking)
  else if (question.type.endsWith('choice')) asking.report(path, 'QRS-035', { linkId })
}

/** A string, or a Coding that has nothing but a display. */
function isWords({ type, value }: Given): boolean {
  if (type === 'String') return true
  return isObject(value) && type === 'Coding' && ['code', 'system'].every((key) => getKey(value, key) === undefined)
}

/** Words that are those of a coded option stand where its code should. */
function checkWords({ question, path, value }: Given, asking: Asking): void {
  const words = isObject(value) ? getKey(value, 'display') : value
  if (listsOf(question, asking).displays.has(words)) asking.report(path, 'QRS-034', { linkId: question.linkId })
}

function checkMember({ question, value, path }: Given, valueSet: string, asking: Asking): void {
  const { linkId } = question
  const [code] = codesOf(value)
  const answer = code === undefined ? 'out' : memberOf(valueSet, code, asking)
  if (answer === 'out') asking.report(path, 'QRS-020', { linkId, valueSet })
  else if (answer === 'unknown') asking.around.cannotTell(path, 'QRS-041', { linkId, valueSet })
}

function memberOf(valueSet: string, code: CodeValue, asking: Asking) {
  if (!valueSet.startsWith('#')) return asking.around.member(valueSet, code)
  if (!asking.contained.has(valueSet)) asking.contained.set(valueSet, containedSet(asking.form.json, valueSet.slice(1)))
  return asking.contained.get(valueSet)?.(code) ?? 'unknown'
}

/** An exclusive option stands alone (https://hl7.org/fhir/R4/extension-questionnaire-optionexclusive.html). */
export function checkExclusive(question: Question, answers: readonly JsonObject[], path: Path, asking: Asking): void {
  if (answers.length < 2) return
  const { exclusive } = listsOf(question, asking)
  if (exclusive.size === 0) return
  const keys = answers.flatMap((answer) => choiceOf(answer, 'value') ?? []).map(keyOf)
  if (keys.some((key) => exclusive.has(key))) asking.report(path, 'QRS-021', { linkId: question.linkId })
}
