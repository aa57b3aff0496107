import { equal } from '../../document/equal.ts'
import { getKey, isObject, type Json, type JsonObject } from '../../document/json.ts'
import { textOf as printed, numberOf } from '../../fhirpath/compare.ts'
import { compareMoments, momentOf } from '../../fhirpath/moment.ts'
import type { Asking, Entered } from './asking.ts'
import { extension, type Question } from './form.ts'
import { choiceOf, objectsOf, textOf, type Typed } from './parts.ts'

/** Conditions as expressions: of Structured Data Capture, and of Finland's Kanta. */
const expressionUrls: readonly string[] = [
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression',
  'http://phr.kanta.fi/StructureDefinition/fiphr-ext-questionnaire-enablewhen',
]

/**
 * Whether a question is asked: by an expression, or by the answers to others
 * (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen); undefined if that cannot be told.
 */
export function isEnabled(question: Question, entered: readonly Entered[], asking: Asking): boolean | undefined {
  const expression = extension(question, ...expressionUrls)
  if (expression !== undefined) return byExpression(expression, asking)
  const conditions = objectsOf(question.json, 'enableWhen')
  if (conditions.length === 0) return true
  const answers = conditions.map((condition) => holds(condition, question, entered, asking))
  const isAny = textOf(question.json, 'enableBehavior') === 'any'
  if (answers.includes(isAny)) return isAny
  return answers.includes(undefined) ? undefined : !isAny
}

function byExpression(expression: Json, { around }: Asking): boolean | undefined {
  if (typeof expression === 'string') return around.holds(expression)
  if (!isObject(expression) || getKey(expression, 'language') !== 'text/fhirpath') return undefined
  const text = textOf(expression, 'expression')
  return text === undefined ? undefined : around.holds(text)
}

/** `exists` asks for any answer; the others for one that meets the condition, `!=` included, as the HL7 engine has it. */
function holds(
  condition: JsonObject,
  question: Question,
  entered: readonly Entered[],
  asking: Asking,
): boolean | undefined {
  const wanted = choiceOf(condition, 'answer')
  const operator = textOf(condition, 'operator')
  const target = asking.form.byLinkId.get(textOf(condition, 'question') ?? '')
  if (wanted === undefined || operator === undefined || target === undefined) return undefined
  const given = answersTo(target, question, entered, asking)
  if (operator === 'exists') return given.length > 0 === wanted.value
  asking.budget.left -= given.length
  if (asking.budget.left < 0) return undefined
  const answers = given.map((answer) => compares(answer, operator, wanted))
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

/** Answers count within the nearest group that holds both questions: in the same repetition of it. */
function answersTo(
  target: Question,
  question: Question,
  entered: readonly Entered[],
  asking: Asking,
): readonly Typed[] {
  const around = ancestorsOf(target)
  for (let at = question.parent; at !== undefined; at = at.parent) {
    const common = around.has(at) ? [...entered].reverse().find((one) => one.question === at) : undefined
    if (common !== undefined) return answersWithin(common.item, asking).get(target.linkId) ?? []
  }
  return answersWithin(asking.response, asking).get(target.linkId) ?? []
}

/** Itself included: a question may depend on the answer that it stands in. */
function ancestorsOf(question: Question): ReadonlySet<Question> {
  const found = new Set<Question>()
  for (let at: Question | undefined = question; at !== undefined; at = at.parent) found.add(at)
  return found
}

/** The answers in a response or an item by linkId, gathered once: conditions are many. */
function answersWithin(holder: JsonObject, { answers }: Asking): ReadonlyMap<string, readonly Typed[]> {
  const known = answers.get(holder)
  if (known !== undefined) return known
  const found = new Map<string, Typed[]>()
  gather(holder, found)
  answers.set(holder, found)
  return found
}

function gather(holder: JsonObject, found: Map<string, Typed[]>): void {
  const linkId = textOf(holder, 'linkId')
  const answers = objectsOf(holder, 'answer')
  if (linkId !== undefined && answers.length > 0) {
    const values = found.get(linkId) ?? []
    for (const answer of answers) values.push(...[choiceOf(answer, 'value')].filter((one) => one !== undefined))
    found.set(linkId, values)
  }
  for (const one of [holder, ...answers]) for (const item of objectsOf(one, 'item')) gather(item, found)
}

function compares(given: Typed, operator: string, wanted: Typed): boolean | undefined {
  if (given.type !== wanted.type) return false
  if (operator === '=' || operator === '!=') {
    const isSame = same(given, wanted)
    return isSame === undefined ? undefined : isSame === (operator === '=')
  }
  const order = orderOf(given.value, wanted.value)
  if (order === undefined) return undefined
  return (
    (order > 0 && operator.startsWith('>')) ||
    (order < 0 && operator.startsWith('<')) ||
    (order === 0 && operator.endsWith('='))
  )
}

function same({ type, value }: Typed, wanted: Typed): boolean | undefined {
  const [one, other] = [value, wanted.value]
  if (type === 'Coding' && isObject(one) && isObject(other)) return isSameCoding(one, other)
  if (type === 'Reference' && isObject(one) && isObject(other))
    return equal(getKey(one, 'reference'), getKey(other, 'reference'))
  if (type === 'Boolean' || type === 'String' || type === 'Uri') return one === other
  const order = orderOf(one, other)
  return order === undefined ? undefined : order === 0
}

/** A condition that names no system is met by the code of any. */
function isSameCoding(given: JsonObject, wanted: JsonObject): boolean {
  const system = getKey(wanted, 'system')
  return (
    equal(getKey(given, 'code'), getKey(wanted, 'code')) && (system === undefined || system === getKey(given, 'system'))
  )
}

/** Of numbers, quantities in the same unit, dates and times. */
function orderOf(one: Json, other: Json): number | undefined {
  if (isObject(one) && isObject(other)) {
    const isSameUnit = ['system', 'code'].every((key) => getKey(one, key) === getKey(other, key))
    return isSameUnit ? orderOf(getKey(one, 'value') ?? null, getKey(other, 'value') ?? null) : undefined
  }
  const [left, right] = [numberOf(one), numberOf(other)]
  if (left !== undefined && right !== undefined) return left - right
  const [earlier, later] = [momentOf(printed(one) ?? ''), momentOf(printed(other) ?? '')]
  return earlier === undefined || later === undefined ? undefined : compareMoments(earlier, later)
}
