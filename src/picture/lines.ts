import { isObject, type Json, type JsonObject, objectsIn, textOf } from '../document/json.ts'
import { recordedDate, untilDate } from '../form/eps/narrative-dates.ts'
import { recorderOf } from '../form/eps/narrative.ts'
import { actorName } from './actor.ts'
import { conceptsIn, type Reader, type Speech } from './concept.ts'
import { absentReason, extensionValue } from './extension.ts'
import { type Line, type LineName, lineNames } from './picture.ts'
import { saidOf as codeSaid } from './state.ts'
import { ageText, notStated, periodText, timeText } from './time.ts'
import { answers, holdsUntil, kindName, lineLabels, type Pair, say } from './words.ts'

/** A record, and what its lines are told with. */
export interface Told extends Reader {
  readonly resource: JsonObject
  readonly kind: string | undefined
}

/** What a record says beside its state, in the order of `lineNames`; what it does not say has no line. */
export function linesOf(told: Told): Line[] {
  return lineNames.flatMap((name): Line[] => {
    const text = texts[name](told)
    return text === undefined || text === '' ? [] : [{ name, label: say(labelOf(name, told), told.lang), text }]
  })
}

/** An alert no longer holds after its day; of anything else the day only ends the warning (NHN's pages on each kind). */
function labelOf(name: LineName, { resource }: Told): Pair {
  return name === 'until' && resource.resourceType === 'Flag' ? holdsUntil : lineLabels[name]
}

const texts: Readonly<Record<LineName, (told: Told) => string | undefined>> = {
  kind: ({ kind, lang }) => (kind === '1' || kind === '2' ? kindName(kind, lang) : undefined),
  mechanism: ({ resource, lang }) =>
    resource.resourceType === 'AllergyIntolerance' && typeof resource.type === 'string'
      ? codeSaid(resource.type, lang).text
      : undefined,
  category: categoryText,
  'status-reason': ({ resource, ...speech }) => listed(resource.statusReason, speech),
  indication: ({ resource, ...speech }) => listed(resource.reasonCode, speech),
  'body-site': ({ resource, ...speech }) => listed(resource.bodySite, speech),
  stage: ({ resource, ...speech }) =>
    joined(objectsIn(resource.stage).map(({ summary }) => listed(summary, speech) ?? '')),
  evidence: ({ resource, ...speech }) =>
    joined(objectsIn(resource.evidence).map(({ code }) => listed(code, speech) ?? '')),
  onset: (told) => timed(told, 'onset'),
  'last-occurrence': ({ resource }) => textOf(resource.lastOccurrence),
  performed: (told) => timed(told, 'performed'),
  implanted: (told) => (told.kind === '7' ? usedText(told) : undefined),
  'in-use': (told) => (told.kind === '7' ? undefined : usedText(told)),
  abatement: abatementText,
  outcome: ({ resource, ...speech }) => listed(resource.outcome, speech),
  goal: ({ resource, kit }) => textOf(extensionValue(resource, 'treatmentGoal', 'valueString', kit)),
  reason: ({ resource, kit }) => textOf(extensionValue(resource, 'hlrMinusReason', 'valueString', kit)),
  provision: provisionText,
  verified: verifiedText,
  duration: ({ resource, ...speech }) =>
    isObject(resource.provision) ? listed(resource.provision.code, speech) : undefined,
  from: ({ resource }) =>
    resource.resourceType === 'Flag' && isObject(resource.period) ? textOf(resource.period.start) : undefined,
  until: ({ resource }) => untilDate(resource),
  recorded: recordedText,
  updated: updatedText,
  asserted: ({ resource, hub, lang }) => actorName(resource.asserter, resource, hub, lang),
}

function categoryText({ resource, lang }: Told): string | undefined {
  if (resource.resourceType !== 'AllergyIntolerance' || !Array.isArray(resource.category)) return undefined
  // A drug reaction is of a drug: its kind has said so.
  if (resource.category.length === 1 && resource.category[0] === 'medication') return undefined
  return joined(resource.category.map((one) => (typeof one === 'string' ? codeSaid(one, lang).text : '')))
}

/** A date is "not stated" by an extension of ours, whatever reason FHIR has to be given beside it. */
function timed(told: Told, stem: 'onset' | 'performed' | 'timing'): string | undefined {
  const { resource, kit, lang } = told
  const text = timeText(resource, stem, lang)
  const isOwn = stem === timeOf[String(resource.resourceType)]
  const isUnstated = isOwn && extensionValue(resource, 'notStated', 'valueBoolean', kit) === true
  if (isUnstated) return say(notStated, lang)
  // A treatment and an implant have to have a date, or this reason: it is what is written where nothing was said.
  return stem !== 'onset' && absentReason(resource[`_${stem}DateTime`]) === 'unknown' ? undefined : text
}

const timeOf: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'onset',
  Condition: 'onset',
  Procedure: 'performed',
  DeviceUseStatement: 'timing',
}

function usedText(told: Told): string | undefined {
  const age = extensionValue(told.resource, 'implanted', 'valueAge', told.kit)
  if (isObject(age)) return ageText(age, told.lang)
  return told.resource.resourceType === 'DeviceUseStatement' ? timed(told, 'timing') : undefined
}

/** Whether it permits or denies, and when it holds; what it is about is its code. */
function provisionText({ resource, lang }: Told): string | undefined {
  const { provision } = resource
  if (resource.resourceType !== 'Consent' || !isObject(provision)) return undefined
  const { type, period } = provision
  return joined([
    typeof type === 'string' ? codeSaid(type, lang).text : '',
    isObject(period) ? (periodText(period, lang) ?? '') : '',
  ])
}

function verifiedText({ resource, lang }: Told): string | undefined {
  if (resource.resourceType !== 'Consent') return undefined
  const given = objectsIn(resource.verification).flatMap(({ verified }) =>
    typeof verified === 'boolean' ? [say(answers[verified ? 'yes' : 'no'], lang)] : [],
  )
  return joined([...new Set(given)])
}

/** An allergy has no such element; HL7 has an extension for it, which EU core names. */
const abatementUrl = 'http://hl7.org/fhir/StructureDefinition/allergyintolerance-abatement'

function abatementText({ resource, lang }: Told): string | undefined {
  const own = timeText(resource, 'abatement', lang)
  const [found] = objectsIn(resource.extension).filter(({ url }) => url === abatementUrl)
  if (own !== undefined || found === undefined) return own
  return timeText(found, 'value', lang)
}

function recordedText({ resource, hub, lang }: Told): string | undefined {
  return event(recordedDate(resource) ?? '', actorName(recorderOf(resource), resource, hub, lang))
}

function updatedText({ resource, hub, lang, kit }: Told): string | undefined {
  const date = textOf(extensionValue(resource, 'updatedDateTime', 'valueDateTime', kit))
  const by = extensionValue(resource, 'updater', 'valueReference', kit)
  return event(date, actorName(by, resource, hub, lang))
}

/** The day on which something was written, and who wrote it. The hour is of no use to a reader. */
function event(date: string, by: string | undefined): string {
  return [date.split('T')[0] ?? '', by ?? ''].filter((one) => one !== '').join(' – ')
}

function listed(value: Json | undefined, speech: Speech): string | undefined {
  return value === undefined ? undefined : joined(conceptsIn(value, speech).map(({ text }) => text))
}

function joined(list: readonly string[]): string | undefined {
  const some = list.filter((one) => one !== '')
  return some.length === 0 ? undefined : some.join(', ')
}
