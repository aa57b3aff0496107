import { equal } from '../../document/equal.ts'
import { getKey, isObject, type Json, type JsonObject, type Path } from '../../document/json.ts'
import { numberOf } from '../../fhirpath/compare.ts'
import type { CodeValue } from '../../terminology/terminology.ts'
import { codesOf } from '../coded-value.ts'
import type { Asking, Given } from './asking.ts'
import { containedSet } from './contained-set.ts'
import type { Question } from './form.ts'
import { choiceOf, extensionOf, objectsOf, textOf, type Typed } from './parts.ts'

const exclusiveUrl = 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive'

/**
 * An answer is one of the options, or a code of the value set
 * (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.answerOption); an open choice may be words.
 */
export function checkOptions(given: Given, asking: Asking): void {
  const { question } = given
  const options = objectsOf(question.json, 'answerOption')
  const valueSet = textOf(question.json, 'answerValueSet')
  if (question.type === 'open-choice' && isWords(given)) checkWords(given, options, asking)
  else if (options.length > 0) checkOption(given, options, asking)
  else if (valueSet !== undefined && given.type === 'Coding') checkMember(given, valueSet, asking)
  else if (question.type.endsWith('choice')) asking.report(given.path, 'QRS-035', { linkId: question.linkId })
}

function checkOption(given: Given, options: readonly JsonObject[], { report }: Asking): void {
  if (!options.some((option) => isOption(given, option)))
    report(given.path, 'QRS-019', { linkId: given.question.linkId })
}

/** A string, or a Coding that has nothing but a display. */
function isWords({ type, value }: Given): boolean {
  if (type === 'String') return true
  return isObject(value) && type === 'Coding' && ['code', 'system'].every((key) => getKey(value, key) === undefined)
}

/** Words that are those of a coded option stand where its code should. */
function checkWords({ question, path, value }: Given, options: readonly JsonObject[], { report }: Asking): void {
  const words = isObject(value) ? getKey(value, 'display') : value
  const displays = options
    .map((option) => getKey(option, 'valueCoding'))
    .filter((one) => one !== undefined && isObject(one))
  if (displays.some((coding) => isObject(coding) && getKey(coding, 'display') === words))
    report(path, 'QRS-034', { linkId: question.linkId })
}

function isOption(given: Typed, option: JsonObject): boolean {
  const wanted = choiceOf(option, 'value')
  return wanted !== undefined && wanted.type === given.type && isSame(given.value, wanted.value)
}

/** Of codings system and code count, of references what they say, of numbers what they are worth. */
function isSame(one: Json, other: Json): boolean {
  if (isObject(one) && isObject(other)) {
    const keys = ['reference', 'system', 'code'].filter((key) => key in one || key in other)
    return (keys.length > 0 ? keys : ['display']).every((key) => equal(getKey(one, key), getKey(other, key)))
  }
  return one === other || (numberOf(one) !== undefined && numberOf(one) === numberOf(other))
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
  const exclusive = objectsOf(question.json, 'answerOption').filter((one) => extensionOf(one, exclusiveUrl) === true)
  const values = answers.flatMap((answer) => choiceOf(answer, 'value') ?? [])
  if (exclusive.some((option) => values.some((value) => isOption(value, option))))
    asking.report(path, 'QRS-021', { linkId: question.linkId })
}
