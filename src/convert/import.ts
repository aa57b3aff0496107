import { resourcesOf } from '../form/bundle.ts'
import type { Form } from '../form/detect.ts'
import { isTool } from '../form/eps/tool.ts'
import type { JsonObject } from '../document/json.ts'
import { refuseDisputed } from '../form/disputed.ts'
import { Hub } from '../form/hub.ts'
import { refuseAbsence } from '../form/import.ts'
import { isClinical } from '../form/patient.ts'
import type { Judgement } from '../mapping/criteria.ts'
import type { Toolkit } from '../toolkit.ts'
import { adapt } from './adapt.ts'
import { Surveyor } from './import-facts.ts'
import type { Stage } from './ledger.ts'
import { rootName } from './root-name.ts'
import { HopMapper } from './run.ts'
import type { Settings } from './settings.ts'

/** A document on its way through the hub. */
interface Arrival {
  readonly hub: Hub
  readonly root: JsonObject
  readonly from: Form
  readonly settings: Settings
}

/** The hub with what is proposed as critical information alone, and the books of how it became so. */
interface Choice {
  readonly hub: Hub
  readonly hops: readonly HopMapper[]
  readonly stages: readonly Stage[]
  /** Tells of the parts that the last hop made nothing of: no record that was taken speaks of them. */
  tellUnused(last: HopMapper): void
}

/** Resources that other records speak of. They come along with those, and are told of only if nobody did. */
const parts: ReadonlySet<unknown> = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Device',
  'RelatedPerson',
])

/** What comes from Norway, or does not go there, is not chosen from. Whose the chosen records are is looked at by their form's edge. */
export function choose(kit: Toolkit, { hub, root, from, settings }: Arrival): Choice {
  const isImport = (from === 'eps' || from === 'r4') && (settings.to === 'ki' || settings.to === 'kj')
  if (!isImport) return { hub, hops: [], stages: [], tellUnused: () => undefined }
  const isForeign = from === 'eps' && !resourcesOf(root).some(isTool)
  const imported = importRecords(kit, hub, isForeign, settings)
  const sources = hub.entries.map(({ resource }) => resource)
  const stage: Stage = { sources, account: imported.mapper.books, unmapped: 'import.unmapped' }
  return {
    hub: imported.hub,
    hops: [imported.mapper],
    // Where all were taken as they are, these books have nothing to tell.
    stages: isForeign || !isSame(hub, imported.hub) ? [stage] : [],
    tellUnused: (last) => tellUnused(imported.hub, last),
  }
}

/** Do both hold the same objects, in the same order? */
function isSame(one: Hub, other: Hub): boolean {
  return (
    one.entries.length === other.entries.length &&
    one.entries.every(({ resource }, index) => resource === other.entries[index]?.resource)
  )
}

/**
 * Chooses from the records of others what qualifies as critical information (`mappings/criteria.yaml`), and makes of the
 * chosen what the Norwegian forms can hold. A hop of its own between the hub and the form: whatever is left out stands in the
 * ledger under the criterion that decided, and an issue says why.
 */
function importRecords(kit: Toolkit, hub: Hub, isForeign: boolean, settings: Settings) {
  const mapper = new HopMapper(kit)
  const made = new Hub()
  made.isPatientGiven = hub.isPatientGiven
  const surveyor = new Surveyor(kit, hub, isForeign)
  for (const { resource, fullUrl } of hub.entries) {
    const isPart = resource.resourceType === 'Patient' || parts.has(resource.resourceType)
    const judgement = isPart ? undefined : judged(resource, surveyor, settings)
    if (!isPart && refuseAbsence(resource, hub, mapper)) continue
    // Looked at before one of the versions is left out by a criterion, and the other stands alone.
    if (settings.to === 'ki' && isClinical(resource) && refuseDisputed(resource, 'ki', hub, mapper)) continue
    if (judgement !== undefined && judgement.criterion.decision !== 'take') leaveOut(resource, judgement, mapper)
    else made.add(adapt(resource, judgement, { kit, mapper, isForeign, to: settings.to }), fullUrl)
  }
  return { hub: made, mapper }
}

/** Whoever asks for all gets every record of a type that the register has a place for. */
function judged(resource: JsonObject, surveyor: Surveyor, settings: Settings): Judgement | undefined {
  const judgement = surveyor.judge(resource)
  const isTaken = settings.import === 'all' && isClinical(resource)
  return isTaken && judgement?.criterion.decision !== 'take' ? undefined : judgement
}

function leaveOut(resource: JsonObject, { criterion }: Judgement, mapper: HopMapper): void {
  const { id, reason, decision } = criterion
  const type = rootName(resource)
  mapper.report(decision === 'ask' ? 'IMP-002' : 'IMP-001', resource, 'resourceType', { type, reason, criterion: id })
  mapper.books.keepOut(id, decision === 'ask' ? 'withheld' : 'dropped', resource)
}

function tellUnused(hub: Hub, last: HopMapper): void {
  const surveyor = new Surveyor(last.kit, hub, false)
  for (const { resource } of hub.entries) {
    if (!parts.has(resource.resourceType) || !last.books.isUntouched(resource)) continue
    const judgement = surveyor.judge(resource)
    if (judgement !== undefined) leaveOut(resource, judgement, last)
  }
}
