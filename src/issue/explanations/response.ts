import { show } from './show.ts'

/** What the response of an example has besides, and what its questionnaire has. */
interface Around {
  readonly response?: object
  readonly questionnaire?: object
}

/** A completed response with the questionnaire that it contains, so that an example stands alone. */
export function response(questions: readonly object[], items: readonly object[], around: Around = {}): string {
  const form = { resourceType: 'Questionnaire', id: 'q', status: 'active', ...around.questionnaire, item: questions }
  const item = items.length === 0 ? {} : { item: items }
  return show('QuestionnaireResponse', {
    contained: [form],
    questionnaire: '#q',
    status: 'completed',
    ...around.response,
    ...item,
  })
}

/** The same with one question, `a`, and one answer to it. */
export function answered(question: object, ...answers: readonly object[]): string {
  return response([{ linkId: 'a', ...question }], [answer('a', ...answers)])
}

/** An item of a response. */
export function answer(linkId: string, ...answers: readonly object[]): object {
  return answers.length === 0 ? { linkId } : { linkId, answer: answers }
}

/** An extension of FHIR itself, or of the guide Structured Data Capture. */
export function extended(name: string, value: object): object {
  const isCapture = name.startsWith('sdc-')
  const base = isCapture
    ? 'http://hl7.org/fhir/uv/sdc/StructureDefinition/'
    : 'http://hl7.org/fhir/StructureDefinition/'
  return { url: base + name, ...value }
}
