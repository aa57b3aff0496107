import { getKey, type JsonObject } from '../../document/json.ts'
import { Unanswerable } from '../../fhirpath/expression.ts'
import type { RuleKit } from '../kit.ts'
import type { Run } from '../run.ts'
import type { ResponseSurroundings } from './asking.ts'
import { checkResponse } from './response.ts'

/**
 * A QuestionnaireResponse by the Questionnaire that it names, which it contains (`#id`) or a package holds
 * (https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.questionnaire). Without one nothing
 * can be said of its answers.
 */
export function checkQuestionnaireResponse(kit: RuleKit, resource: JsonObject, run: Run): void {
  if (resource.resourceType !== 'QuestionnaireResponse') return
  const canonical = getKey(resource, 'questionnaire')
  if (typeof canonical !== 'string') {
    run.report('QRS-001')
    return
  }
  const isContained = canonical.startsWith('#')
  const found = isContained ? run.references.resolve(canonical, resource)?.resource : kit.sources.resource(canonical)
  if (found?.resourceType === 'Questionnaire')
    checkResponse(resource, found, [...run.path], run.tell, {
      ...surroundingsOf(kit, resource, run),
      holds: isContained ? () => undefined : memory((expression) => holds(kit, expression, resource, run)),
    })
  else run.at([...run.path, 'questionnaire'], () => run.cannotTell('QRS-002'))
}

/**
 * All but expressions: a package's are run as definitions are, those of a questionnaire that the document brings along are
 * not, since they might take as long as they like.
 */
function surroundingsOf(kit: RuleKit, response: JsonObject, run: Run): Omit<ResponseSurroundings, 'holds'> {
  return {
    member: (valueSet, code) => kit.sources.terminology.member(valueSet, code),
    resolve: (reference) => run.references.resolve(reference, response)?.resource,
    cannotTell: (path, code, params) => run.at(path, () => run.cannotTell(code, params)),
  }
}

/** The response does not change: an expression has one answer. */
function memory(ask: (expression: string) => boolean | undefined): (expression: string) => boolean | undefined {
  const known = new Map<string, boolean | undefined>()
  return (expression) => {
    if (!known.has(expression)) known.set(expression, ask(expression))
    return known.get(expression)
  }
}

/** Of an expression that is not understood, or depends on what is not at hand, nothing is known. */
function holds(kit: RuleKit, expression: string, response: JsonObject, run: Run): boolean | undefined {
  try {
    return kit.invariant(expression, 'QuestionnaireResponse')?.({ value: response }, run.scope)
  } catch (problem) {
    if (problem instanceof Unanswerable) return undefined
    throw problem
  }
}
