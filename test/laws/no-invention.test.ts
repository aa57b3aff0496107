import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal, type Json, type JsonObject, type Path, printPath } from '../../src/index.ts'
import { isObject } from '../../src/document/json.ts'
import { documents, runs, runsEach, to } from './kit.ts'

/** Law 5: no certainty, status, date, number or code that the source did not state; what is worked out says so in the ledger. */
const clinical = new Set(['AllergyIntolerance', 'Condition', 'Procedure', 'DeviceUseStatement', 'Device', 'Consent'])

interface Leaf {
  readonly key: string
  readonly value: Json
  readonly path: Path
  readonly holder: JsonObject
}

function leavesOf(value: Json, path: (string | number)[] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((member, index) => leavesOf(member, [...path, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null && !(inner instanceof Decimal)
      ? leavesOf(inner, [...path, key])
      : [{ key, value: inner, path: [...path, key], holder: value }],
  )
}

const textOf = (value: Json): string => (value instanceof Decimal ? value.text : String(value))

/** Every value that the source states, as text. */
function statedIn(document: Json): Set<string> {
  const found = new Set<string>()
  const walk = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (isObject(value)) Object.values(value).forEach(walk)
    else found.add(textOf(value))
  }
  walk(document)
  return found
}

const forms = ['kj', 'r4', 'eps'] as const

function clinicalLeaves(root: Json): Leaf[] {
  const { entry = [] } = root as { entry?: { resource: JsonObject }[] }
  return entry.flatMap(({ resource }, index) =>
    clinical.has(String(resource.resourceType)) || (resource.resourceType === 'Flag' && !isDerived(resource))
      ? leavesOf(resource, ['entry', index, 'resource'])
      : [],
  )
}

function isDerived({ meta }: JsonObject): boolean {
  return JSON.stringify(meta ?? null).includes('"derived"')
}

const temporal = /(?:[dD]ate|[dD]ateTime|recordedOn|start|end|birthDate)$/

/** Vocabularies of the form itself: what they say of a record is held against its state below and in `status.test.ts`. */
const ofTheForm =
  /^(?:http:\/\/terminology\.hl7\.org\/|http:\/\/unitsofmeasure\.org$|urn:oid:2\.16\.578\.1\.12\.4\.1\.1\.7650$)/

function isInvented({ key, value, holder, path }: Leaf, stated: Set<string>, isDerivedAt: (path: Path) => boolean) {
  if (stated.has(textOf(value))) return false
  // An age of nothing is "less than 1", since FHIR has no age of 0.
  if (typeof value === 'number' || value instanceof Decimal) return textOf(value) !== '1' || holder.comparator !== '<'
  if (temporal.test(key)) return true
  const isCode = key === 'code' && holder.system !== undefined && !ofTheForm.test(textOf(holder.system))
  return isCode && !isDerivedAt(path.slice(0, -1))
}

test.each(forms)('no date, number or code in %s that the source does not have, and no other precision', (form) => {
  const property = fc.property(documents({ maxRecords: 2 }), (document) => {
    const stated = statedIn(document)
    const { output, ledger } = to(form, document, { carry: 'none' })
    const derived = new Set(ledger.filter(({ outcome }) => outcome === 'derived').map(({ path }) => path))
    const isDerivedAt = (path: Path) => derived.has(printPath(output.root, path))
    const invented = clinicalLeaves(output.root).filter((leaf) => isInvented(leaf, stated, isDerivedAt))
    expect(invented.map(({ path }) => path.join('.'))).toEqual([])
  })
  fc.assert(property, { numRuns: runsEach })
})

const criticalities: Record<string, string> = {
  alvorlig: 'high',
  mindreAlvorlig: 'low',
  ukjent: 'unable-to-assess',
}
const certainties: Record<string, string> = {
  mistenkt: 'unconfirmed',
  sannsynlig: 'unconfirmed',
  bekreftet: 'confirmed',
}

/** What a summary may say of a record's state: the words of the codes, or nothing at all. */
function expected({ type, status, sannsynlighet, alvorlighetsgrad, implantat, implantert }: JsonObject): Json {
  if (status === 'slettet') return null
  const isAllergy = type === 'legemiddelreaksjon' || type === 'annenAllergi'
  const isCondition =
    ['intubasjonsproblem', 'annetProblemVedAnestesi', 'kritiskMedisinskTilstand', 'smitte'].includes(String(type)) ||
    (type === 'implantat' && implantat === undefined && implantert === undefined)
  if (!isAllergy && !isCondition) return status === 'aktiv' ? true : null
  const certainty = isAllergy ? (certainties[String(sannsynlighet)] ?? null) : 'confirmed'
  const state = status === 'aktiv' ? ['active', certainty] : ['inactive', 'refuted']
  return isAllergy ? [...state, criticalities[String(alvorlighetsgrad)] ?? null] : state
}

function told(resource: JsonObject | undefined): Json {
  if (resource === undefined) return null
  const { resourceType, clinicalStatus, verificationStatus, criticality } = resource
  const state = [codeOf(clinicalStatus), codeOf(verificationStatus)]
  if (resourceType === 'AllergyIntolerance') return [...state, criticality ?? null]
  if (resourceType === 'Condition') return state
  return ['in-progress', 'active', 'current'].includes(String(resource.status))
}

function codeOf(concept: Json | undefined): Json {
  return (concept as { coding?: JsonObject[] } | undefined)?.coding?.[0]?.code ?? null
}

test('no summary is surer of a record, or graver, than its source', () => {
  const property = fc.property(documents({ maxRecords: 2 }), (document) => {
    const { entry } = to('eps', document).output.root as { entry: { resource: JsonObject }[] }
    for (const record of document.registreringer as JsonObject[]) {
      const made = entry.find(({ resource }) => resource.id === record.id)?.resource
      expect(told(made)).toEqual(expected(record))
      expect(Object.keys(made ?? {})).not.toContain('severity')
    }
  })
  fc.assert(property, { numRuns: runs })
})
