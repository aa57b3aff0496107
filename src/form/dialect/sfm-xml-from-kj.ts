import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import { issue, KritinfoError } from '../../issue/issue.ts'
import { contained } from '../actor.ts'
import { bundleEntries } from '../bundle.ts'
import { keepBack, type Mapper, nowhere } from '../mapper.ts'
import { isClinical } from '../patient.ts'
import type { DialectRules, Pass } from './dialect.ts'
import type { agents } from './sfm-xml.ts'
import { memberOf, sfmNamespace, sfmShape, type SfmShape } from './sfm-xml-shape.ts'

type Agent = (typeof agents)[number]

/** The system of codes that each way of naming an agent has at NHN. */
const systems: readonly (readonly [string, Agent])[] = [
  ['http://nhn.no/kj/fhir/CodeSystem/DrugTradeName', 'LegemiddelMerkevare'],
  ['http://nhn.no/kj/fhir/CodeSystem/ActiveSubstance', 'Virkestoff'],
  ['http://nhn.no/kj/fhir/CodeSystem/ATC', 'ATC'],
]

/**
 * NHN's records as SFM's export: with the patient a PasientExport; one record without a patient is a CAVE alone. Records
 * that lack what the schema asks for are kept back, and nothing is made up for them.
 *
 * @throws KritinfoError (DIA-004) for several records of somebody who is not named.
 */
export function toSfmXml(dialect: DialectRules): Pass {
  return (root, mapper) => {
    const resources = bundleEntries(root, mapper.books).map(({ resource }) => resource)
    const patient = resources.map((one) => exportOf(one, dialect, mapper)).find((one) => one !== undefined)
    const records = resources.map((one) => reactionOf(one, dialect, mapper)).filter((one) => one !== undefined)
    if (patient !== undefined) {
      return {
        xmlns: sfmNamespace,
        PasientExport: { ...patient, ...(records.length === 0 ? {} : { Legemiddelreaksjon: records }) },
      }
    }
    const [only] = records
    if (only === undefined || records.length > 1) throw new KritinfoError(issue('DIA-004'))
    for (const key of Object.keys(only)) if (key !== 'CAVE') mapper.books.retract('sfm-xml.alone', only, key)
    return { xmlns: sfmNamespace, CAVE: only.CAVE ?? {} }
  }
}

function exportOf(resource: JsonObject, dialect: DialectRules, mapper: Mapper): JsonObject | undefined {
  if (resource.resourceType !== 'Patient') return undefined
  const info: JsonObject = {}
  mapper.map(dialect.tables.Patient ?? '', 'backward', resource, info, nowhere)
  if (lacks(info, shapeOf('PasientExport', 'DemografiskInfo'))) return undefined
  mapper.books.claim(resource, 'resourceType')
  const made: JsonObject = { DemografiskInfo: info }
  if (typeof resource.id === 'string') {
    made.Id = resource.id
    mapper.books.claim(resource, 'id')
    mapper.books.link('sfm-xml.patient.id', resource, 'id', made, 'Id')
  } else {
    made.Id = uuid5(JSON.stringify(resource))
    mapper.books.added('sfm-xml.patient.id', 'defaulted', made, 'Id')
  }
  return made
}

function reactionOf(resource: JsonObject, dialect: DialectRules, mapper: Mapper): JsonObject | undefined {
  if (!isClinical(resource)) return undefined
  const agent = agentOf(resource)
  const made: JsonObject = {}
  const row = agent === undefined ? 'sfm-xml.agent' : mapRecord(resource, dialect.tables[agent] ?? '', made, mapper)
  const lacking = row ?? (lacks(made, shapeOf('PasientExport', 'Legemiddelreaksjon')) ? 'sfm-xml.required' : undefined)
  if (lacking === undefined) return made
  keepBack(resource, lacking, dialect.id, mapper)
  return undefined
}

/** A drug reaction has one of the three codes, and no other kind of record has a place in the export. */
function agentOf(resource: JsonObject): Agent | undefined {
  const { category, code } = resource
  const isDrug = Array.isArray(category) && category.includes('medication')
  if (resource.resourceType !== 'AllergyIntolerance' || !isDrug || !isObject(code) || !Array.isArray(code.coding))
    return undefined
  const known = new Set(code.coding.filter(isObject).map((one) => one.system))
  return systems.find(([system]) => known.has(system))?.[1]
}

function mapRecord(resource: JsonObject, table: string, made: JsonObject, mapper: Mapper): string | undefined {
  mapper.books.claim(resource, 'resourceType')
  if (isObject(resource.patient) && resource.patient.reference !== undefined)
    mapper.books.claim(resource.patient, 'reference')
  const row = mapper.map(table, 'backward', signed(resource, mapper), made, nowhere)
  if (row === undefined) complete(made, mapper)
  return row
}

/** Whoever recorded is contained at NHN and a signature in the export: the name, for the row to read. */
function signed(resource: JsonObject, { books }: Mapper): JsonObject {
  const { recorder } = resource
  const address = isObject(recorder) ? recorder.reference : undefined
  const role =
    typeof address === 'string' && address.startsWith('#') ? contained(resource, address.slice(1)) : undefined
  const person = role?.practitioner
  if (!isObject(person) || typeof person.display !== 'string') return resource
  const read: JsonObject = { ...resource, recorder: { display: person.display } }
  for (const key of Object.keys(resource)) if (key !== 'recorder') books.alias(read, key, resource, key)
  books.alias(read.recorder as JsonObject, 'display', person, 'display')
  books.claim(recorder as JsonObject, 'reference')
  return read
}

/** What the export counts by and NHN does not: a version that holds, in a group of its own. */
function complete(made: JsonObject, { books }: Mapper): void {
  const cave = isObject(made.CAVE) ? made.CAVE : {}
  const defaults: readonly (readonly [string, Json | undefined])[] = [
    ['GruppeId', cave.CAVEId],
    ['Id', cave.CAVEId],
    ['HeadOfHistory', true],
    ['SistOppdatertDato', cave.RegisteringsDato],
  ]
  for (const [key, value] of defaults) {
    if (made[key] !== undefined || value === undefined) continue
    made[key] = value
    books.added('sfm-xml.version', 'defaulted', made, key)
  }
}

function shapeOf(...names: readonly string[]): SfmShape | undefined {
  return names.reduce<SfmShape | undefined>((shape, name) => memberOf(shape, name)?.shape, sfmShape)
}

/** Is something missing that the schema asks for? */
function lacks(value: Json | undefined, shape: SfmShape | undefined): boolean {
  if (typeof shape !== 'object' || !isObject(value)) return false
  return shape.some(({ name, shape: inner, must }) => {
    const member = value[name]
    if (member === undefined || (Array.isArray(member) && member.length === 0)) return must === true
    return Array.isArray(member) ? member.some((one) => lacks(one, inner)) : lacks(member, inner)
  })
}
