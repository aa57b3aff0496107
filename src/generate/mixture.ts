import type { Registreringstype, Status } from '../form/ki/types.ts'
import type { Weights } from './random.ts'

/**
 * The mixture of generated records, as weights. No published numbers of records by kind were found; the pages on the register
 * (https://www.nhn.no/tjenester/kritisk-informasjon) tell of hypersensitivity first, above all to drugs, and of clarifications of
 * treatment as its newest part. The weights follow that, and let each kind and each state come often enough for tests of a few
 * thousand documents.
 */
export const kinds: Weights<Registreringstype> = [
  ['legemiddelreaksjon', 52],
  ['annenAllergi', 12],
  ['kritiskMedisinskTilstand', 9],
  ['implantat', 7],
  ['pagaendeBehandling', 5],
  ['smitte', 4],
  ['intubasjonsproblem', 3],
  ['annetProblemVedAnestesi', 2],
  ['annenProsedyreendring', 3],
  ['behandlingsavklaring', 2],
  ['avgrensningAvLivsforlengendeBehandling', 1],
]

/** How many records a patient has: nearly always one, so that documents can stand for records where those are counted. */
export const records: Weights<number> = [
  [1, 90],
  [2, 6],
  [3, 2],
  [5, 1],
  [8, 1],
]

/** Most records hold; some turned out wrong, a few should never have been. */
export const statuses: Weights<Status> = [
  ['aktiv', 88],
  ['avkreftet', 9],
  ['slettet', 3],
]

/** What clinicians say of an active reaction; a few say nothing. */
export const likelihoods: Weights<'bekreftet' | 'sannsynlig' | 'mistenkt' | undefined> = [
  ['bekreftet', 50],
  ['sannsynlig', 24],
  ['mistenkt', 22],
  [undefined, 4],
]

export const severities: Weights<'alvorlig' | 'mindreAlvorlig' | 'ukjent' | undefined> = [
  ['alvorlig', 55],
  ['mindreAlvorlig', 28],
  ['ukjent', 13],
  [undefined, 4],
]

/** How the time of an event is told: by its date, by the patient's age, as unknown, as not asked for, or not at all. */
export const times: Weights<'date' | 'age' | 'ukjent' | 'ikkeOppgitt' | undefined> = [
  ['date', 68],
  ['age', 11],
  ['ukjent', 8],
  ['ikkeOppgitt', 6],
  [undefined, 7],
]

/** What a drug reaction names: a drug or group, a brand and its drug, a brand alone, an excipient of a brand, a substance, words. */
export const agents: Weights<'atc' | 'both' | 'brand' | 'excipient' | 'substance' | 'text'> = [
  ['atc', 50],
  ['both', 22],
  ['brand', 13],
  ['excipient', 4],
  ['substance', 6],
  ['text', 5],
]

/** How many reactions are told. */
export const reactionCounts: Weights<number> = [
  [1, 78],
  [2, 12],
  [3, 3],
  [0, 7],
]

/** How often a document says whether the patient has opted out, or has had the record closed. */
export const privacy = 0.01
