import { childOf, isObject, type JsonObject, objectsIn, textOf } from '../document/json.ts'
import { historySection, mandatory, optional } from '../form/eps/sections.ts'
import { absent } from './absence.ts'
import { contradicting, emptyReasons } from './absence-words.ts'
import { codeOf, type Speech } from './concept.ts'
import type { Absence, SummarySection } from './picture.ts'
import { countsOf, type Resource, typeOf } from './source.ts'
import { inTable, type Pair, say } from './words.ts'

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
  const held = [...sources, ...objectsIn(composition?.contained).map(insideOf)]
  const sections = sectionsIn(composition).map((one) => sectionPicture(one, held, speech))
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

/** A resource within the Composition, which refers to it by its id alone. */
function insideOf(resource: JsonObject): Resource {
  return { address: `#${textOf(resource.id)}`, resource }
}

function sectionPicture(section: JsonObject, sources: readonly Resource[], speech: Speech): SummarySection {
  const coding = objectsIn(childOf(section.code, 'coding')).find(({ system }) => system === loinc)
  const code = textOf(coding?.code)
  const entries = objectsIn(section.entry).map((one) => typeBehind(textOf(one.reference), sources))
  const gone = entries.filter(({ isGone }) => isGone)
  const absence = absenceIn(section, entries.length > 0, speech)
  return {
    ...(code === '' ? {} : { code }),
    title: titleOf(code, textOf(section.title), speech),
    entries: countsOf(entries.filter(({ isGone }) => !isGone).map(({ type }) => type)),
    ...(gone.length === 0 ? {} : { gone: countsOf(gone.map(({ type }) => type)) }),
    ...(absence === undefined ? {} : { absence }),
  }
}

const noTitle: Pair = ['Seksjon uten tittel', 'Untitled section']

/** The register's own summary has less in these sections than their codes mean; others fill them. */
const norwegian: Readonly<Record<string, string>> = {
  '11450-4': 'Problemer / diagnoser',
  '11329-0': 'Sykehistorie',
}

/** By its code, in the language; a section of another kind by its own title. */
function titleOf(code: string, stated: string, { lang }: Speech): string {
  const kind = known.find((one) => one.code === code)
  if (kind !== undefined) return lang === 'nb' ? (inTable(norwegian, code) ?? kind.nb) : kind.title
  return stated === '' ? say(noTitle, lang) : stated
}

/** The type of the entry, for one that is not there the type in its address. */
function typeBehind(reference: string, sources: readonly Resource[]): { type: string; isGone: boolean } {
  const [type = '', id] = reference.split('/').slice(-2)
  const found =
    sources.find(({ address }) => address === reference) ??
    sources.find((one) => typeOf(one) === type && one.resource.id === id)
  if (found !== undefined) return { type: typeOf(found), isGone: false }
  return { type: /^[A-Z][A-Za-z]+$/.test(type) && id !== undefined ? type : '?', isGone: true }
}

/** A reason beside entries is told as well: which of the two is meant, only the author knows. */
function absenceIn(section: JsonObject, hasEntries: boolean, speech: Speech): Absence | undefined {
  const { emptyReason, text } = section
  if (isObject(emptyReason)) return reasonPicture(emptyReason, speech)
  if (hasEntries || section.section !== undefined) return undefined
  return absent(isObject(text) ? 'narrative-only' : 'empty', speech)
}

const reasonSystem = 'http://terminology.hl7.org/CodeSystem/list-empty-reason'

/** Only a code of FHIR's own list is understood, and only where there is no other of it: what cannot be told is not guessed. */
function reasonPicture(reason: JsonObject, speech: Speech): Absence {
  const codings = objectsIn(reason.coding)
  const listed = codings.filter(({ system }) => system === reasonSystem)
  const words = [...new Set(listed.map(({ code }) => textOf(code)))]
  const text = textOf(reason.text)
  if (words.length > 1)
    return {
      kind: 'other-reason',
      text: [say(contradicting, speech.lang), words.join(', '), text].filter(Boolean).join(': '),
    }
  const coding = listed[0] ?? codings[0]
  const kind = inTable(emptyReasons, words[0] ?? '') ?? 'other-reason'
  const made = absent(kind, speech, coding === undefined ? undefined : codeOf(coding, speech))
  return text === '' ? made : { ...made, text: `${made.text}: ${text}` }
}
