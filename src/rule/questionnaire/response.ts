import { getKey, isObject, type JsonObject, type Path } from '../../document/json.ts'
import { compareMoments, momentOf } from '../../fhirpath/moment.ts'
import type { Report } from '../report.ts'
import type { ResponseSurroundings } from './asking.ts'
import { formOf } from './form.ts'
import { checkItems } from './items.ts'
import { textOf } from './parts.ts'

/** Conditions times answers: far more than any form has, and done in a second. */
const mostComparisons = 5_000_000
const finished: ReadonlySet<unknown> = new Set(['completed', 'amended'])
const outOfUse: ReadonlySet<unknown> = new Set(['draft', 'retired'])

/**
 * Holds a response against its questionnaire (https://hl7.org/fhir/R4/questionnaireresponse.html,
 * https://hl7.org/fhir/R4/questionnaire.html): QRS-003 to QRS-035, and what cannot be told as QRS-040 to QRS-044.
 */
export function checkResponse(
  response: JsonObject,
  questionnaire: JsonObject,
  path: Path,
  report: Report,
  around: ResponseSurroundings,
): void {
  const status = getKey(questionnaire, 'status')
  if (typeof status === 'string' && outOfUse.has(status)) report([...path, 'questionnaire'], 'QRS-003', { status })
  checkAuthored(response, questionnaire, path, report)
  const form = formOf(questionnaire)
  const isFinished = finished.has(getKey(response, 'status'))
  checkItems(response, undefined, path, [], {
    response,
    form,
    isFinished,
    report,
    around,
    answers: new Map(),
    contained: new Map(),
    lists: new Map(),
    budget: { left: mostComparisons },
  })
}

/** https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.effectivePeriod */
function checkAuthored(response: JsonObject, questionnaire: JsonObject, path: Path, report: Report): void {
  const authored = momentOf(textOf(response, 'authored') ?? '')
  const period = getKey(questionnaire, 'effectivePeriod')
  if (authored === undefined || !isObject(period)) return
  const [start, end] = ['start', 'end'].map((key) => momentOf(textOf(period, key) ?? ''))
  const isEarly = start !== undefined && (compareMoments(authored, start) ?? 0) < 0
  const isLate = end !== undefined && (compareMoments(authored, end) ?? 0) > 0
  if (isEarly || isLate) report([...path, 'authored'], 'QRS-004', {})
}
