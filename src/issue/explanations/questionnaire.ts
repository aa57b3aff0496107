import type { questionnaireEntries } from '../catalogue-questionnaire.ts'
import type { Explanations } from './explanation.ts'
import { answer, answered, extended, response } from './response.ts'
import { show } from './show.ts'

const yes = { valueBoolean: true }
const no = { valueBoolean: false }
const smokes = { linkId: 'a', type: 'boolean' }
const enableWhen = [{ question: 'a', operator: '=', answerBoolean: true }]
const both = [smokes, { linkId: 'b', type: 'boolean', enableWhen }]
const group = { linkId: 'g', type: 'group', item: [smokes] }
const often = (name: string, limit: number) => [extended(`questionnaire-${name}Occurs`, { valueInteger: limit })]
const many = { type: 'integer', repeats: true, required: true }
const named = 'http://example.org/Questionnaire/smoking'

/** Responses and the questionnaires that they answer. */
export const questionnaireExplanations: Explanations<keyof typeof questionnaireEntries> = {
  'QRS-001': {
    reason:
      'What an answer means stands in the question. Without the questionnaire only the form of the answers is looked at.',
    bad: show('QuestionnaireResponse', { status: 'completed' }),
    good: response([smokes], [answer('a', yes)]),
  },
  'QRS-002': {
    reason:
      'Nothing is fetched from the network. A questionnaire is found in a package that is loaded, or in the response itself.',
    bad: show('QuestionnaireResponse', { questionnaire: named, status: 'completed' }),
    good: response([smokes], [answer('a', yes)]),
  },
  'QRS-003': {
    reason: 'A draft may still change under the answers, and a retired questionnaire has been taken out of use.',
    bad: response([smokes], [answer('a', yes)], { questionnaire: { status: 'retired' } }),
    good: response([smokes], [answer('a', yes)]),
  },
  'QRS-004': {
    reason: 'A questionnaire may say from when and until when its content is meant to be used.',
    bad: response([smokes], [answer('a', yes)], {
      questionnaire: { effectivePeriod: { start: '2025-01-01' } },
      response: { authored: '2024-06-01' },
    }),
    good: response([smokes], [answer('a', yes)], {
      questionnaire: { effectivePeriod: { start: '2025-01-01' } },
      response: { authored: '2025-06-01' },
    }),
  },
  'QRS-005': {
    reason: 'The linkId is all that ties an answer to its question. An answer to no question means nothing.',
    bad: response([smokes], [answer('x', yes)]),
    good: response([smokes], [answer('a', yes)]),
  },
  'QRS-006': {
    reason: 'A response has the shape of its questionnaire: what stands in a group there stands in that group here.',
    bad: response([group], [answer('a', yes)]),
    good: response([group], [{ linkId: 'g', item: [answer('a', yes)] }]),
  },
  'QRS-007': {
    reason: 'The order of the items is that of the questionnaire, in which later questions build on earlier ones.',
    bad: response([smokes, { linkId: 'b', type: 'boolean' }], [answer('b', yes), answer('a', yes)]),
    good: response([smokes, { linkId: 'b', type: 'boolean' }], [answer('a', yes), answer('b', yes)]),
  },
  'QRS-008': {
    reason: 'Of two items for one question nobody can tell which one counts.',
    bad: response([smokes], [answer('a', yes), answer('a', no)]),
    good: response([smokes], [answer('a', yes)]),
  },
  'QRS-009': {
    reason: 'A question without repeats takes a single answer; of two nobody can tell which one counts.',
    bad: answered({ type: 'boolean' }, yes, no),
    good: answered({ type: 'boolean', repeats: true }, yes, no),
  },
  'QRS-010': {
    reason: 'Whoever wrote the questionnaire counts on this answer in every response that is completed.',
    bad: response([{ ...smokes, required: true }], []),
    good: response([{ ...smokes, required: true }], [answer('a', yes)]),
  },
  'QRS-011': {
    reason:
      'While a response is being filled in it may lack answers; this tells which ones it will not be completed without.',
    bad: response([{ ...smokes, required: true }], [], { response: { status: 'in-progress' } }),
    good: response([{ ...smokes, required: true }], [answer('a', yes)], { response: { status: 'in-progress' } }),
  },
  'QRS-012': {
    reason: 'A question may ask for more than one answer, such as three readings of one measurement.',
    bad: answered({ ...many, extension: often('min', 2) }, { valueInteger: 1 }),
    good: answered({ ...many, extension: often('min', 2) }, { valueInteger: 1 }, { valueInteger: 2 }),
  },
  'QRS-013': {
    reason: 'A question that repeats may still say how many answers it has room for.',
    bad: answered(
      { ...many, extension: often('max', 2) },
      { valueInteger: 1 },
      { valueInteger: 2 },
      { valueInteger: 3 },
    ),
    good: answered({ ...many, extension: often('max', 2) }, { valueInteger: 1 }, { valueInteger: 2 }),
  },
  'QRS-014': {
    reason:
      'A question that was not to be asked and is answered all the same contradicts the answer that it depends on.',
    bad: response(both, [answer('a', no), answer('b', yes)]),
    good: response(both, [answer('a', yes), answer('b', yes)]),
  },
  'QRS-015': {
    reason: 'A group holds questions, and a display is for reading: neither asks for anything.',
    bad: response([{ linkId: 'a', type: 'display', text: 'Smoking' }], [answer('a', yes)]),
    good: answered({ type: 'boolean' }, yes),
  },
  'QRS-016': {
    reason:
      'What is asked below a question belongs to one of its answers, and with several answers it matters to which.',
    bad: response(
      [{ ...smokes, item: [{ linkId: 'b', type: 'string' }] }],
      [{ linkId: 'a', item: [answer('b', { valueString: 'Daily' })] }],
    ),
    good: response(
      [{ ...smokes, item: [{ linkId: 'b', type: 'string' }] }],
      [answer('a', { ...yes, item: [answer('b', { valueString: 'Daily' })] })],
    ),
  },
  'QRS-017': {
    reason: 'A text of its own would change the question after it was answered.',
    bad: response([{ ...smokes, text: 'Do you smoke?' }], [{ ...answer('a', yes), text: 'Do you drink?' }]),
    good: response([{ ...smokes, text: 'Do you smoke?' }], [{ ...answer('a', yes), text: 'Do you smoke?' }]),
  },
  'QRS-040': {
    reason:
      'Conditions may be expressions in FHIRPath or CQL. Those of a questionnaire that stands in the document are not run, nor those that are not understood.',
    bad: response(
      [
        {
          ...smokes,
          extension: [
            extended('sdc-questionnaire-enableWhenExpression', {
              valueExpression: { language: 'text/cql', expression: 'true' },
            }),
          ],
        },
      ],
      [answer('a', yes)],
    ),
    good: response(both, [answer('a', yes), answer('b', yes)]),
  },
}
