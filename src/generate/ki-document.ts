import type { KiDokument, Registrering, Registreringstype } from '../form/ki/types.ts'
import { drugReaction, otherAllergy } from './hypersensitivity.ts'
import { kinds as allKinds, privacy, records } from './mixture.ts'
import * as other from './other-kinds.ts'
import { personOf } from './people.ts'
import { Random, type Weights } from './random.ts'
import { type Making, makingOf } from './records.ts'

const makers: Readonly<Record<Registreringstype, (making: Making) => Registrering>> = {
  legemiddelreaksjon: drugReaction,
  annenAllergi: otherAllergy,
  intubasjonsproblem: other.intubationProblem,
  annetProblemVedAnestesi: other.otherAnaesthesiaProblem,
  kritiskMedisinskTilstand: other.criticalCondition,
  smitte: other.infection,
  pagaendeBehandling: other.ongoingTreatment,
  implantat: other.implant,
  annenProsedyreendring: other.procedureChange,
  avgrensningAvLivsforlengendeBehandling: other.limitation,
  behandlingsavklaring: other.clarification,
}

/** The eleven kinds of record, the most frequent ones first. */
export const kindNames: readonly Registreringstype[] = allKinds.map(([kind]) => kind)

/** The mixture without the kinds that are not wanted. */
export function mixtureOf(wanted: readonly Registreringstype[] | undefined): Weights<Registreringstype> {
  return wanted === undefined ? allKinds : allKinds.filter(([kind]) => wanted.includes(kind))
}

/**
 * Document number `index` of a seed: one invented patient and what the register knows of them. It depends on the two numbers
 * and the mixture alone.
 */
export function kiDocument(seed: number, index: number, mixture: Weights<Registreringstype>): KiDokument {
  const random = new Random(seed, index)
  const { pasient, born } = personOf(seed, index, random)
  const registreringer: Registrering[] = []
  for (let left = random.weighted(records); left > 0; left--) {
    registreringer.push(makers[random.weighted(mixture)](makingOf(random, born)))
  }
  return {
    format: 'kritisk-informasjon',
    versjon: '1.0',
    pasient,
    ...(random.chance(privacy) ? { innsyn: { reservasjon: false, sperring: random.chance(0.5) } } : {}),
    registreringer: oneLimit(registreringer),
  }
}

/** A patient has one active limit of treatment, of the old kind or the new (NOR-030); the last one holds. */
function oneLimit(all: Registrering[]): Registrering[] {
  const limits = all.filter(isActiveLimit)
  if (limits.length < 2) return all
  return all.map((one) => (isActiveLimit(one) && one !== limits.at(-1) ? { ...one, status: 'avkreftet' } : one))
}

function isActiveLimit({ type, status }: Registrering): boolean {
  const isLimit = type === 'behandlingsavklaring' || type === 'avgrensningAvLivsforlengendeBehandling'
  return isLimit && status === 'aktiv'
}
