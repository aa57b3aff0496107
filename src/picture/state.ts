import { childOf, isObject, type JsonObject, objectsIn, wordOf } from '../document/json.ts'
import { statusCode, unreadStatus } from '../form/certainty.ts'
import { isEnteredInError, isRefuted } from '../form/eps/state.ts'
import { hasUnknownModifier } from '../form/import.ts'
import type { Hub } from '../form/hub.ts'
import { kindOf } from '../form/kind.ts'
import type { Toolkit } from '../toolkit.ts'
import { referred } from '../form/actor.ts'
import { extensionValue } from './extension.ts'
import type { Language, Said, Tone, Warning, WarningKind } from './picture.ts'
import { codeWords, inTable, say, toneWords, warningWords, wordIn } from './words.ts'

/** What the picture of a record says of its state. */
export interface State {
  readonly tone: Tone
  readonly toneText: string
  readonly status?: Said
  readonly certainty?: Said
  readonly warnings: readonly Warning[]
}

/** Resources whose state lies in two concepts; all others have one code, `status`. */
const conceptual: ReadonlySet<unknown> = new Set(['AllergyIntolerance', 'Condition'])

/** Codes of `status` or `clinicalStatus` and what they say. A code that is not here is not known, and never holds. */
const tones: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  AllergyIntolerance: { active: 'active', inactive: 'resolved', resolved: 'resolved' },
  Condition: {
    active: 'active',
    recurrence: 'active',
    relapse: 'active',
    inactive: 'resolved',
    remission: 'resolved',
    resolved: 'resolved',
  },
  Procedure: {
    'in-progress': 'active',
    preparation: 'not-in-force',
    'not-done': 'not-in-force',
    'on-hold': 'not-in-force',
    stopped: 'resolved',
    completed: 'done',
  },
  DeviceUseStatement: {
    active: 'active',
    intended: 'not-in-force',
    'on-hold': 'not-in-force',
    stopped: 'resolved',
    completed: 'resolved',
  },
  Flag: { active: 'active', inactive: 'resolved' },
  Consent: {
    active: 'active',
    draft: 'not-in-force',
    proposed: 'not-in-force',
    rejected: 'not-in-force',
    inactive: 'resolved',
  },
}

/** Of types that are no critical information, which only matter where they state that there is nothing. */
const others: Readonly<Record<string, Tone>> = { active: 'active', inactive: 'resolved' }

const certainties: Readonly<Record<string, ReadonlySet<string>>> = {
  AllergyIntolerance: new Set(['unconfirmed', 'presumed', 'confirmed', 'refuted', 'entered-in-error']),
  Condition: new Set(['unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted', 'entered-in-error']),
}

/** What a state is read with. */
export interface StateReader {
  readonly kit: Toolkit
  readonly lang: Language
  readonly hub: Hub
}

/** The order in which warnings stand. */
const order = Object.keys(warningWords) as WarningKind[]

/** Warnings that say nothing against the state. */
const harmless: ReadonlySet<WarningKind> = new Set(['unsure', 'contained'])

/** The state of a resource of the hub, read as conversion reads it. `seen`: what else was found that speaks against relying on it. */
export function stateOf(
  resource: JsonObject,
  { kit, lang, hub }: StateReader,
  seen: readonly WarningKind[] = [],
): State {
  const certainty = certaintyOf(resource, kit)
  const device = resource.resourceType === 'DeviceUseStatement' ? referred(resource.device, resource, hub) : undefined
  const own = toneOf(resource)
  const found = new Set<WarningKind>(seen)
  if (hasUnknownModifier(resource) || (device !== undefined && hasUnknownModifier(device))) found.add('modifier')
  if (unreadStatus(resource) !== undefined || certainty === unread) found.add('status')
  if (own === 'active' && isGone(device)) found.add('device')
  const warnings = order.filter((kind) => found.has(kind))
  const tone = warnings.some((kind) => !harmless.has(kind)) ? 'unknown' : own
  const status = isWord(resource, tone) ? undefined : codeOf(resource)
  return {
    tone,
    toneText: say(toneWords[tone], lang),
    ...(status === undefined ? {} : { status: saidOf(status, lang) }),
    ...(certainty === undefined || certainty === unread ? {} : { certainty: saidOf(certainty, lang) }),
    warnings: warnings.map((kind) => ({ kind, text: say(warningWords[kind], lang) })),
  }
}

/** A device says of itself that it was never there, or is not in use. */
function isGone(device: JsonObject | undefined): boolean {
  return device?.status === 'entered-in-error' || device?.status === 'inactive'
}

/**
 * Where a modifier says that a record is refuted, its status is no more than a word that FHIR asks for: "completed" would say that
 * the implant was there (`mappings/ki-r4/device-use.yaml`, row deviceUse.status).
 */
function isWord({ resourceType }: JsonObject, tone: Tone): boolean {
  return tone === 'refuted' && !conceptual.has(resourceType)
}

function toneOf(resource: JsonObject): Tone {
  if (isEnteredInError(resource)) return 'entered-in-error'
  if (isRefuted(resource)) return 'refuted'
  const known = inTable(tones, wordOf(resource.resourceType)) ?? others
  const code = codeOf(resource)
  const tone = code === undefined ? undefined : inTable(known, code)
  // A treatment that is complete is over; of anything else that was done, an operation say, the outcome may be there to stay.
  if (tone === 'done' && kindOf(resource) !== undefined) return 'resolved'
  return tone ?? 'unknown'
}

function codeOf(resource: JsonObject): string | undefined {
  if (conceptual.has(resource.resourceType)) return statusCode(resource, 'clinicalStatus')
  return typeof resource.status === 'string' ? resource.status : undefined
}

/** A certainty that is stated and cannot be told. */
const unread = Symbol('unread')

/**
 * How sure a record is: a code of R4, or `presumed`, which R4 says by NHN's extension (`mappings/ki-r4/allergy.yaml`, row
 * allergy.status, has every combination).
 */
function certaintyOf(resource: JsonObject, kit: Toolkit): string | typeof unread | undefined {
  const type = wordOf(resource.resourceType)
  if (!conceptual.has(type)) return undefined
  const code = statusCode(resource, 'verificationStatus')
  if (code !== undefined && certainties[type]?.has(code) !== true) return unread
  const presumed =
    type === 'Condition' ? undefined : extensionValue(resource.verificationStatus, 'presumed', 'valueBoolean', kit)
  if (presumed === true) return withPresumed(code)
  if (code === undefined && (presumed === false || isBlank(resource))) return unread
  return code
}

/** Presumed goes with a suspicion, or stands alone; beside confirmed it is a contradiction. */
function withPresumed(code: string | undefined): string | typeof unread {
  if (code === 'refuted' || code === 'entered-in-error') return code
  return code === 'confirmed' ? unread : 'presumed'
}

/** A coding is there, and no code in it. */
function isBlank({ verificationStatus }: JsonObject): boolean {
  return isObject(verificationStatus) && objectsIn(childOf(verificationStatus, 'coding')).length > 0
}

/** A code in words; one without words as it is. */
export function saidOf(code: string, lang: Language): Said {
  return { code, text: wordIn(codeWords, code, lang) ?? code }
}
