import type { Conversion, ConvertOptions, Json, JsonObject } from '../../../src/index.ts'
import { clone, to } from '../../laws/kit.ts'

/** A person and an organisation, for whoever recorded. */
const av = { hprNummer: '222200128', navn: 'Lunde, Pål', rolle: 'LE', virksomhet: { navn: 'Prøvevik sykehus (test)' } }

const shared = {
  status: 'aktiv',
  versjonsnummer: '2',
  registrert: { tidspunkt: '2020-02-12T16:30:00+01:00', av },
  endret: { tidspunkt: '2023-01-01T10:00:00+01:00', av: { navn: 'Prøve, Per' } },
  kommentar: 'Se <journal>',
}

/** One record of each kind that a summary has beside allergies, with all that it can say. Ids end with the number of the kind. */
const records: Readonly<Record<string, JsonObject>> = {
  '3': { type: 'intubasjonsproblem' },
  '4': { type: 'annetProblemVedAnestesi', spesifisering: 'Malign hypertermi' },
  '5': { type: 'kritiskMedisinskTilstand', tilstand: { spesifisering: 'Porfyri' } },
  '6': { type: 'pagaendeBehandling', behandling: { spesifisering: 'Warfarin' }, start: { dato: '2019-03' } },
  '7': { type: 'implantat', implantat: { spesifisering: 'Pacemaker' }, implantert: { dato: '2018-05-04' } },
  '8': { type: 'avgrensningAvLivsforlengendeBehandling' },
  '9': { type: 'annenProsedyreendring', endring: { spesifisering: 'Isolat' } },
  '10': { type: 'smitte', tilstand: { spesifisering: 'MRSA' } },
  '11': {
    type: 'behandlingsavklaring',
    begrunnelse: 'Alvorlig sykdom',
    behandlingsmal: 'Lindring',
    varighet: { kode: '1', visning: 'Varig' },
  },
}

/** The five kinds that are neither an allergy nor a Condition. */
export const newKinds = ['6', '7', '8', '9', '11'] as const

export function idOf(kind: string): string {
  return `00000000-0000-4000-8000-${kind.padStart(12, '0')}`
}

export function recordOf(kind: string, changes: JsonObject = {}): JsonObject {
  return { id: idOf(kind), ...shared, ...records[kind], ...changes }
}

export function document(...registreringer: JsonObject[]): Json {
  const pasient = { navn: { etternavn: 'Prøve' }, fodselsdato: '1970-01-01' }
  return clone({ format: 'kritisk-informasjon', versjon: '1.0', pasient, registreringer })
}

/** A `ki` document with one record as a summary. */
export function summaryOf(kind: string, changes: JsonObject = {}, options: Partial<ConvertOptions> = {}): Conversion {
  return to('eps', document(recordOf(kind, changes)), options)
}

export function resourcesOf(root: Json): JsonObject[] {
  return (root as { entry: { resource: JsonObject }[] }).entry.map(({ resource }) => resource)
}

export function ofType(root: Json, type: string): JsonObject[] {
  return resourcesOf(root).filter(({ resourceType }) => resourceType === type)
}

/** A section of a summary by its LOINC code, with the resources that stand in it. */
export function sectionOf(root: Json, code: string): { text: string; entries: JsonObject[] } | undefined {
  const [composition] = resourcesOf(root) as unknown as [{ section: Section[] }]
  const section = composition.section.find((one) => one.code.coding[0]?.code === code)
  const { entry } = root as { entry: { fullUrl: string; resource: JsonObject }[] }
  return section === undefined
    ? undefined
    : {
        text: section.text.div,
        entries: (section.entry ?? []).map(
          ({ reference }) => entry.find(({ fullUrl }) => fullUrl === reference)?.resource as JsonObject,
        ),
      }
}

interface Section {
  readonly code: { readonly coding: readonly { readonly code: string }[] }
  readonly text: { readonly div: string }
  readonly entry?: readonly { readonly reference: string }[]
}

/** What an edit answers to take a resource out. */
export const gone = Symbol('gone')

/** The summary with one of its resources changed in place, or taken out of it. */
export function edited(root: Json, type: string, edit: (resource: JsonObject) => unknown): Json {
  const copy = clone(root) as { entry: { resource: JsonObject }[] }
  copy.entry = copy.entry.filter(({ resource }) => resource.resourceType !== type || edit(resource) !== gone)
  return copy as unknown as Json
}
