import { getKey, isObject, type Json, type JsonObject, objectsIn } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import { keepBack, type Mapper, nowhere } from '../mapper.ts'
import type { DialectRules, Pass } from './dialect.ts'
import { pass } from './resources.ts'

/** The three ways in which SFM names an agent, the most specific first; each has a table of its own. */
export const agents = ['LegemiddelMerkevare', 'Virkestoff', 'ATC'] as const

const unknown: Json = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
}

/** SFM's export as NHN's records: the patient, and each drug reaction that holds. */
export function fromSfmXml(dialect: DialectRules): Pass {
  return (root, mapper) => {
    mapper.books.claim(root, 'xmlns')
    const exported = isObject(root.PasientExport) ? root.PasientExport : undefined
    const entry: JsonObject[] = []
    const patient = exported === undefined ? undefined : patientOf(exported, dialect, mapper)
    if (patient !== undefined) entry.push({ fullUrl: addressOf(patient), resource: patient })
    for (const scope of scopesOf(root, exported)) {
      const record = recordOf(scope, dialect, patient, mapper)
      if (record !== undefined) entry.push({ fullUrl: addressOf(record), resource: record })
    }
    return { resourceType: 'Bundle', type: 'collection', ...(entry.length === 0 ? {} : { entry }) }
  }
}

/** Objects that hold a CAVE. */
function scopesOf(root: JsonObject, exported: JsonObject | undefined): JsonObject[] {
  if (exported === undefined) return [root]
  return objectsIn(exported.Legemiddelreaksjon)
}

function patientOf(exported: JsonObject, dialect: DialectRules, mapper: Mapper): JsonObject | undefined {
  const info = exported.DemografiskInfo
  if (!isObject(info)) return undefined
  const made: JsonObject = { resourceType: 'Patient' }
  if (typeof exported.Id === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(exported.Id)) {
    pass(dialect, exported, 'Id', made, 'id', mapper)
    // A number of the exporting system; most forms make the ids of patients anew.
    mapper.books.remark('sfm-xml.patient.id', 'narrowed', exported, 'Id')
  }
  mapper.map(dialect.tables.Patient ?? '', 'forward', info, made, nowhere)
  return made
}

function recordOf(
  scope: JsonObject,
  dialect: DialectRules,
  patient: JsonObject | undefined,
  mapper: Mapper,
): JsonObject | undefined {
  const former = formerOf(scope)
  if (former !== undefined) {
    mapper.report('DIA-003', scope, 'HeadOfHistory')
    mapper.books.keepOut(former, 'withheld', scope)
    return undefined
  }
  const cave = scope.CAVE
  const agent = isObject(cave) ? agents.find((one) => isObject(getKey(cave, one))) : undefined
  const made: JsonObject = { resourceType: 'AllergyIntolerance' }
  const row =
    agent === undefined ? 'sfm-xml.agent' : mapper.map(dialect.tables[agent] ?? '', 'forward', scope, made, nowhere)
  if (row !== undefined) {
    keepBack(scope, row, dialect.form, mapper, 'CAVE')
    return undefined
  }
  if (scope.HeadOfHistory === true) mapper.books.claim(scope, 'HeadOfHistory')
  // A CAVE alone does not say whose it is.
  made.patient = patient === undefined ? unknown : { reference: addressOf(patient) }
  return made
}

/** Former, discarded and deleted versions stand in an export beside the one that holds. */
function formerOf(scope: JsonObject): string | undefined {
  if (scope.Deleted !== undefined) return 'sfm-xml.deleted'
  if (scope.Discarded !== undefined && scope.Discarded !== false) return 'sfm-xml.discarded'
  return scope.HeadOfHistory === undefined || scope.HeadOfHistory === true ? undefined : 'sfm-xml.history'
}

function addressOf(resource: JsonObject): string {
  return `urn:uuid:${uuid5(JSON.stringify([resource.resourceType ?? null, resource.id ?? resource]))}`
}
