import type { JsonObject } from '../../../src/document/json.ts'
import type { ResponseSurroundings } from '../../../src/rule/questionnaire/asking.ts'
import { checkResponse } from '../../../src/rule/questionnaire/response.ts'
import { standardTerminology } from '../../../src/terminology/standard.ts'

interface Around {
  readonly response?: JsonObject
  readonly questionnaire?: JsonObject
  readonly holds?: (expression: string) => boolean | undefined
  readonly resolve?: (reference: string) => JsonObject | undefined
}

/** `QRS-005 item.0.linkId` of each finding; a question mark stands before what could not be told. */
export function told(questions: readonly JsonObject[], items: readonly JsonObject[], around: Around = {}): string[] {
  const found: string[] = []
  const questionnaire = {
    resourceType: 'Questionnaire',
    status: 'active',
    item: [...questions],
    ...around.questionnaire,
  }
  const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item: [...items], ...around.response }
  const surroundings: ResponseSurroundings = {
    member: standardTerminology().member,
    holds: around.holds ?? (() => undefined),
    resolve: around.resolve ?? (() => undefined),
    cannotTell: (path, code) => found.push(`? ${code} ${path.join('.')}`),
  }
  checkResponse(response, questionnaire, [], (path, code) => found.push(`${code} ${path.join('.')}`), surroundings)
  return found
}

/** What is told of answers to one question; places count from the first answer. */
export function toldOf(question: JsonObject, ...answers: readonly JsonObject[]): string[] {
  const found = told([{ linkId: 'a', repeats: answers.length > 1, ...question }], [answer('a', ...answers)])
  return found.map((one) => one.replace(/item\.0\.?(?:answer\.0\.)?/, '').trim())
}

export function answer(linkId: string, ...answers: readonly JsonObject[]): JsonObject {
  return { linkId, answer: [...answers] }
}

/** A question with extensions of FHIR itself, or of the guide Structured Data Capture, by their names. */
export function extended(type: string, extensions: Readonly<Record<string, JsonObject>>): JsonObject {
  const extension = Object.entries(extensions).map(([name, value]) => {
    const base = name.startsWith('sdc-') ? 'http://hl7.org/fhir/uv/sdc' : 'http://hl7.org/fhir'
    return { url: `${base}/StructureDefinition/${name}`, ...value }
  })
  return { type, extension }
}
