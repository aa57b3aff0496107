import type { Path } from '../../document/json.ts'
import { numberOf } from '../../fhirpath/compare.ts'
import type { Asking } from './asking.ts'
import type { Question } from './form.ts'
import { limitOf } from './lists.ts'
import { objectsOf } from './parts.ts'
import { isFilled, type Placed } from './placed.ts'

/**
 * How often a group stands, or how many answers a question has: at least once if it is required, and within
 * `questionnaire-minOccurs` and `questionnaire-maxOccurs` (https://hl7.org/fhir/R4/extension-questionnaire-minoccurs.html).
 * A response that is not finished may lack what it likes, and only says so.
 */
export function checkOccurrences(question: Question, placed: readonly Placed[], path: Path, asking: Asking): void {
  if (question.type === 'display') return
  const { linkId, isRequired } = question
  const at = placed[0]?.path ?? path
  const count = countOf(question, placed)
  const min = numberOf(limitOf(question, 'questionnaire-minOccurs')) ?? 0
  const max = numberOf(limitOf(question, 'questionnaire-maxOccurs'))
  if (isRequired && count === 0) asking.report(at, asking.isFinished ? 'QRS-010' : 'QRS-011', { linkId })
  else if (count < min && (isRequired || placed.length > 0))
    asking.report(at, asking.isFinished ? 'QRS-012' : 'QRS-011', { linkId, limit: min })
  if (max !== undefined && count > max) asking.report(at, 'QRS-013', { linkId, limit: max })
}

function countOf(question: Question, placed: readonly Placed[]): number {
  if (question.type === 'group') return placed.filter(isFilled).length
  return placed.reduce((sum, { item }) => sum + objectsOf(item, 'answer').length, 0)
}
