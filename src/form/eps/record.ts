import { childOf, isObject, type JsonObject, objectsIn, wordOf } from '../../document/json.ts'
import { refuseDisputed } from '../disputed.ts'
import { type Hub, type HubEntry, patientKey } from '../hub.ts'
import { refuseDevice, refuseUnread } from '../import.ts'
import { dropNarrative, type Mapper } from '../mapper.ts'
import type { Alertable } from './alerts.ts'
import type { Companions } from './companions.ts'
import { directiveAddress, directiveOf, isDirectiveKind } from './directive.ts'
import { kindIn } from '../kind.ts'
import { businessIdentifier } from './identity.ts'
import { describeRecord } from './narrative.ts'
import { conceptOf } from './narrative-kinds.ts'
import { around, type EpsOptions } from './options.ts'
import { isEnteredInError, isRefuted } from './state.ts'
import { narrative } from './xhtml.ts'

/** What making an entry needs of the document around it. */
export interface Workshop {
  readonly hub: Hub
  readonly options: EpsOptions
  readonly mapper: Mapper
  readonly companions: Companions
  /** The address of the patient. */
  readonly patient: string
  /** The address in the document of what a reference means. */
  refer(reference: string): string | undefined
}

/** A record in the summary: its entry, and the record as an alert may be derived from it. */
export interface MadeRecord extends Alertable {
  readonly entry: HubEntry
}

export const tables: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'r4-eps/allergy',
  Condition: 'r4-eps/condition',
  Procedure: 'r4-eps/procedure',
  DeviceUseStatement: 'r4-eps/device-use',
  Flag: 'r4-eps/flag',
  Consent: 'r4-eps/consent',
}

/** One record as an entry of the summary; undefined for one that is kept out, which the ledger then says. */
export function recordEntry(entry: HubEntry, shop: Workshop): MadeRecord | undefined {
  const { resource } = entry
  const { mapper, options } = shop
  const fullUrl = resource.resourceType === 'Consent' ? directiveAddress(entry.fullUrl) : entry.fullUrl
  if (refuseUnread(resource, mapper) || refuseDevice(resource, shop.hub, mapper)) return undefined
  if (isOtherConsent(resource, mapper) || refuseDisputed(resource, 'eps', shop.hub, mapper)) return undefined
  if (options.refuted === 'omit' && isRefuted(resource))
    return void mapper.books.keepOut('eps.refuted', 'withheld', resource)
  const made: JsonObject = { resourceType: wordOf(resource.resourceType) }
  mapper.books.claim(resource, 'resourceType')
  // Claimed before the rows see it: it is made anew.
  if (resource.text !== undefined) mapper.books.claim(resource, 'text')
  dropNarrative(resource, mapper)
  const table = tables[wordOf(resource.resourceType)] as string
  const row = mapper.map(table, 'forward', resource, made, around(options, shop.refer))
  if (row !== undefined) return void keepOut(resource, row, mapper)
  finish(made, resource, shop)
  const told = { made, source: resource, hub: shop.hub, now: options.now }
  const text = narrative(describeRecord(told))
  const finished =
    made.resourceType === 'Consent'
      ? directiveOf(made, resource, shop.patient, fullUrl, mapper.books)
      : { fullUrl, resource: made }
  finished.resource.text = text
  return { fullUrl, entry: finished, record: made, concept: conceptOf(told) }
}

/** A record whose status the summary cannot say: issues tell all but the deleted, which nobody is to hear of. */
function keepOut(resource: JsonObject, row: string, mapper: Mapper): void {
  const kind = wordOf(resource.resourceType)
  if (isRefuted(resource)) mapper.report('EPS-001', resource, 'resourceType', { kind })
  else if (!isEnteredInError(resource)) mapper.report('CNV-010', resource, 'resourceType', { row, form: 'eps' })
  mapper.books.keepOut(row, 'withheld', resource)
}

/** Consent to research or to the use of data is no advance directive, and no section of a summary is for it. */
function isOtherConsent(resource: JsonObject, mapper: Mapper): boolean {
  if (resource.resourceType !== 'Consent' || isDirectiveKind(kindIn(resource.category))) return false
  const { scope } = resource
  const codings = objectsIn(childOf(scope, 'coding'))
  if (codings.some(({ code }) => code === 'adr' || code === 'treatment')) return false
  mapper.report('EPS-005', resource, 'resourceType')
  mapper.books.keepOut('eps.consent.scope', 'withheld', resource)
  return true
}

function finish(made: JsonObject, resource: JsonObject, { patient }: Workshop): void {
  const key = patientKey(resource.resourceType)
  const stated = isObject(made[key]) ? made[key] : {}
  made[key] = { ...stated, reference: patient }
  const identifier = businessIdentifier(made.id)
  const identifiers = Array.isArray(made.identifier) ? made.identifier : []
  if (identifier !== undefined && !identifiers.some((one) => isObject(one) && one.value === identifier.value))
    made.identifier = [...identifiers, identifier]
}
