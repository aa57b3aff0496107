import { childOf, isObject, type JsonObject, objectsIn, textOf } from '../document/json.ts'
import { historySection, mandatory, optional } from '../form/eps/sections.ts'
import { absent } from './absence.ts'
import { emptyReasons } from './absence-words.ts'
import { codeOf, type Speech } from './concept.ts'
import type { Absence, SummarySection } from './picture.ts'
import { countsOf, type Resource, typeOf } from './source.ts'
import { type Pair, say } from './words.ts'

/** What a summary says of itself. */
export interface SummaryPicture {
  readonly title?: string
  readonly date?: string
  readonly summary: readonly SummarySection[]
}

const loinc = 'http://loinc.org'
const known = [...mandatory, ...optional, historySection]

/** The sections of a summary in their order, and after them those that it ought to have and has not; nothing for what is no summary. */
export function summaryOf(sources: readonly Resource[], isSummary: boolean, speech: Speech): SummaryPicture {
  if (!isSummary) return { summary: [] }
  const composition = sources.find((one) => typeOf(one) === 'Composition')?.resource
  const sections = sectionsIn(composition).map((one) => sectionPicture(one, sources, speech))
  const missing = mandatory.filter(({ code }) => sections.every((one) => one.code !== code))
  const { title, date } = composition ?? {}
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof date === 'string' ? { date } : {}),
    summary: [
      ...sections,
      ...missing.map(({ code }) => ({
        code,
        title: titleOf(code, '', speech),
        entries: [],
        absence: absent('missing', speech),
      })),
    ],
  }
}

/** Sections may stand in sections (https://hl7.org/fhir/R4/composition.html), though not in a European summary. */
function sectionsIn(holder: JsonObject | undefined): JsonObject[] {
  return objectsIn(holder?.section).flatMap((one) => [one, ...sectionsIn(one)])
}

function sectionPicture(section: JsonObject, sources: readonly Resource[], speech: Speech): SummarySection {
  const coding = objectsIn(childOf(section.code, 'coding')).find(({ system }) => system === loinc)
  const code = textOf(coding?.code)
  const entries = objectsIn(section.entry).map((one) => typeBehind(textOf(one.reference), sources))
  const absence = absenceIn(section, entries.length > 0, speech)
  return {
    ...(code === '' ? {} : { code }),
    title: titleOf(code, textOf(section.title), speech),
    entries: countsOf(entries),
    ...(absence === undefined ? {} : { absence }),
  }
}

const noTitle: Pair = ['Seksjon uten tittel', 'Untitled section']

/** By its code, in the language; a section of another kind by its own title. */
function titleOf(code: string, stated: string, { lang }: Speech): string {
  const kind = known.find((one) => one.code === code)
  if (kind !== undefined) return lang === 'nb' ? kind.nb : kind.title
  return stated === '' ? say(noTitle, lang) : stated
}

/** The type of the entry, for one that is not there the type in its address. */
function typeBehind(reference: string, sources: readonly Resource[]): string {
  const [type = '', id] = reference.split('/').slice(-2)
  const found =
    sources.find(({ address }) => address === reference) ??
    sources.find((one) => typeOf(one) === type && one.resource.id === id)
  if (found !== undefined) return typeOf(found)
  return /^[A-Z][A-Za-z]+$/.test(type) && id !== undefined ? type : '?'
}

/** A reason beside entries is told as well: which of the two is meant, only the author knows. */
function absenceIn(section: JsonObject, hasEntries: boolean, speech: Speech): Absence | undefined {
  const { emptyReason, text } = section
  if (isObject(emptyReason)) return reasonPicture(emptyReason, speech)
  if (hasEntries || section.section !== undefined) return undefined
  return absent(isObject(text) ? 'narrative-only' : 'empty', speech)
}

function reasonPicture(reason: JsonObject, speech: Speech): Absence {
  const codings = objectsIn(reason.coding)
  const coding = codings.find((one) => Object.hasOwn(emptyReasons, textOf(one.code))) ?? codings[0]
  const kind = emptyReasons[textOf(coding?.code)] ?? 'other-reason'
  const made = absent(kind, speech, coding === undefined ? undefined : codeOf(coding, speech))
  const text = textOf(reason.text)
  return text === '' ? made : { ...made, text: `${made.text}: ${text}` }
}
