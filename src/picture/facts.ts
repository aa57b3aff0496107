import type { Language, RecordPicture, Tone } from './picture.ts'
import { factLabels, say } from './words.ts'

export type FactName = keyof typeof factLabels

/** Status, certainty or gravity of a record, with what it is called. */
export interface Fact {
  readonly name: FactName
  readonly label: string
  readonly text: string
}

/** Status, certainty and gravity in their order; what the tone has said already is not said again. */
export function factsOf(record: Pick<RecordPicture, 'tone' | FactName>, lang: Language): Fact[] {
  const { tone, status, certainty, criticality, severity } = record
  const said = {
    status: never.has(tone) || status?.code === (codeOfTone[tone] ?? tone) ? undefined : status,
    certainty: certainty?.code === tone ? undefined : certainty,
    criticality,
    severity,
  }
  return (Object.keys(factLabels) as FactName[]).flatMap((name) => {
    const text = said[name]?.text
    return text === undefined ? [] : [{ name, label: say(factLabels[name], lang), text }]
  })
}

/** Whatever else is said of them, they do not hold. */
const never: ReadonlySet<Tone> = new Set(['refuted', 'entered-in-error'])

/** The status that a tone is of, where FHIR has another word for it. */
const codeOfTone: Partial<Readonly<Record<Tone, string>>> = { done: 'completed' }

/** What holds stands first, what cannot be told after it, what never was last. */
const order: readonly Tone[] = ['active', 'unknown', 'done', 'not-in-force', 'resolved', 'refuted', 'entered-in-error']

/** Records as they are read: by tone, and within each as the document has them. */
export function inOrder(records: readonly RecordPicture[]): RecordPicture[] {
  return [...records].sort((one, other) => order.indexOf(one.tone) - order.indexOf(other.tone))
}
