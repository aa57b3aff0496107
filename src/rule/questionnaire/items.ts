import type { JsonObject, Path } from '../../document/json.ts'
import type { Asking, Entered } from './asking.ts'
import { isEnabled } from './enable-when.ts'
import type { Question } from './form.ts'
import { checkItem } from './item.ts'
import { checkOccurrences } from './occurrences.ts'
import { textOf } from './parts.ts'
import { isFilled, type Placed, placedIn } from './placed.ts'

/**
 * The items that a response, a group or an answer holds: each answers an item of the questionnaire that stands in the same
 * place, and in the same order (https://hl7.org/fhir/R4/questionnaireresponse.html#link).
 */
export function checkItems(
  holder: JsonObject,
  parent: Question | undefined,
  path: Path,
  entered: readonly Entered[],
  asking: Asking,
): void {
  const placed = sorted(holder, parent, path, entered, asking)
  for (const question of parent?.items ?? asking.form.items)
    checkQuestion(question, placed.get(question) ?? [], path, entered, asking)
}

/** The items by what they answer. What answers nothing here is told, and looked at all the same if it can be. */
function sorted(
  holder: JsonObject,
  parent: Question | undefined,
  path: Path,
  entered: readonly Entered[],
  asking: Asking,
): Map<Question, Placed[]> {
  const found = new Map<Question, Placed[]>()
  let last = 0
  for (const placed of placedIn(holder, path)) {
    const question = asking.form.byLinkId.get(textOf(placed.item, 'linkId') ?? '')
    if (question === undefined) asking.report([...placed.path, 'linkId'], 'QRS-005', {})
    else if (question.parent !== parent) {
      asking.report([...placed.path, 'linkId'], 'QRS-006', { linkId: question.linkId })
      checkItem(question, placed, entered, asking)
    } else {
      if (question.place < last) asking.report(placed.path, 'QRS-007', { linkId: question.linkId })
      last = question.place
      const same = found.get(question)
      if (same === undefined) found.set(question, [placed])
      else same.push(placed)
    }
  }
  return found
}

/** A question that is not asked has no answers, and lacks none. */
function checkQuestion(
  question: Question,
  placed: readonly Placed[],
  path: Path,
  entered: readonly Entered[],
  asking: Asking,
): void {
  const { linkId } = question
  const enabled = isEnabled(question, entered, asking)
  if (enabled === false) {
    for (const one of placed.filter(isFilled)) asking.report(one.path, 'QRS-014', { linkId })
    return
  }
  if (enabled === undefined) asking.around.cannotTell(placed[0]?.path ?? path, 'QRS-040', { linkId })
  else checkOccurrences(question, placed, path, asking)
  const [, second] = placed
  if (second !== undefined && !question.repeats) asking.report(second.path, 'QRS-008', { linkId })
  for (const one of placed) checkItem(question, one, entered, asking)
}
