import { isCalendarDate } from '../../../document/calendar.ts'
import { type Form, forms } from '../../../form/detect.ts'
import type { Route } from '../../route.ts'
import type { Content } from '../../engine/record/plain.ts'
import type { Example } from './examples.ts'
import type { Given } from './given.ts'
import type { Chosen } from './record-state.ts'

type Query = Route['query']

/** The options that the address names. What it names and there is none of is left out. */
export function chosenOf(query: Query, now: string, patient: Content | undefined): Chosen {
  const options = {
    to: oneOf(query.to, forms),
    carry: oneOf(query.carry, ['attachment', 'extensions', 'none'] as const),
    refuted: oneOf(query.refuted, ['include', 'omit'] as const),
    alerts: oneOf(query.alerts, ['derive', 'none'] as const),
    import: oneOf(query.import, ['critical', 'all'] as const),
    dialect: query.dialect,
    patient,
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  return { now: query.now !== undefined && isInstant(query.now) ? query.now : now, ...Object.fromEntries(given) }
}

/** A FHIR instant (https://hl7.org/fhir/R4/datatypes.html#instant). */
export function isInstant(text: string): boolean {
  const isWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(text)
  return isWritten && !Number.isNaN(Date.parse(text)) && isCalendarDate(text.slice(0, 10))
}

/** The form of an example that is shown: the one asked for, or else the first that there is of it. */
export function formOfExample(example: Example, asked: string | undefined): Form | undefined {
  const known = forms.filter((form) => example.documents[form] !== undefined)
  return oneOf(asked, known) ?? known[0]
}

/** An example as a record; its patient is the one that its `ki` document is about. */
export function givenOfExample(example: Example, form: Form): Given {
  const { ki, [form]: content = '' } = example.documents
  const end = content.trimStart().startsWith('<') ? 'xml' : 'json'
  return {
    name: `${example.name}/${form}.${end}`,
    content,
    ...(ki === undefined || form === 'ki' ? {} : { patient: ki, patientOf: 'story' }),
  }
}

function oneOf<T extends string>(value: string | undefined, known: readonly T[]): T | undefined {
  return known.find((one) => one === value)
}
