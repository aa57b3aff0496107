import { numberOf } from '../../fhirpath/compare.ts'
import { linearPattern } from '../../document/pattern/pattern.ts'
import type { Asking, Given } from './asking.ts'
import { limitOf } from './lists.ts'
import { getKey } from '../../document/json.ts'

/**
 * Lengths and pattern of a text (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.maxLength,
 * https://hl7.org/fhir/R4/extension-minlength.html, https://hl7.org/fhir/R4/extension-regex.html); a `string` is one line.
 */
export function checkString(given: Given, asking: Asking): void {
  const { question, value, path } = given
  if (typeof value !== 'string') return
  const { json, linkId } = question
  const min = numberOf(limitOf(question, 'minLength'))
  const max = numberOf(getKey(json, 'maxLength'))
  if (min !== undefined && !isLongerThan(value, min - 1)) asking.report(path, 'QRS-025', { linkId, limit: min })
  if (max !== undefined && isLongerThan(value, max)) asking.report(path, 'QRS-026', { linkId, limit: max })
  if (question.type === 'string' && /[\r\n]/.test(value)) asking.report(path, 'QRS-028', { linkId })
  checkPattern(given, value, asking)
}

/** Characters are those of Unicode, of which one may be two UTF-16 units. */
function isLongerThan(text: string, limit: number): boolean {
  if (text.length <= limit) return false
  let count = 0
  for (const _ of text) if (++count > limit) return true
  return false
}

/** A questionnaire comes from anywhere: only patterns that take linear time are tried. */
function checkPattern({ question, path }: Given, value: string, { report, around }: Asking): void {
  const { linkId } = question
  const regex = limitOf(question, 'regex')
  if (typeof regex !== 'string') return
  const matches = linearPattern(regex)?.testWhole(value)
  if (matches === undefined) around.cannotTell(path, 'QRS-042', { linkId, regex })
  else if (!matches) report(path, 'QRS-027', { linkId, regex })
}
