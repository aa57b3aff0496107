import type {
  Anestesiproblem,
  AnnenProsedyreendring,
  Avgrensning,
  Begrep,
  Behandlingsavklaring,
  Implantat,
  Intubasjon,
  Kode,
  PagaendeBehandling,
  TilstandEllerSmitte,
} from '../form/ki/types.ts'
import * as codes from './codes.ts'
import { partialDate } from './days.ts'
import { chosen } from './hypersensitivity.ts'
import type { Random } from './random.ts'
import { beginningOf, type Making, optional, timeOf } from './records.ts'
import * as words from './words.ts'

/** A way that could not be kept open, and what helped. */
export function intubationProblem(making: Making): Anestesiproblem {
  return anaesthesiaProblem(making, 'intubasjonsproblem', words.airways)
}

/** Another problem with anaesthesia. */
export function otherAnaesthesiaProblem(making: Making): Anestesiproblem {
  return anaesthesiaProblem(making, 'annetProblemVedAnestesi', words.anaesthesias)
}

function anaesthesiaProblem(
  making: Making,
  type: Anestesiproblem['type'],
  texts: readonly [string, ...string[]],
): Anestesiproblem {
  const { random } = making
  return {
    ...beginningOf(type, making, 0),
    ...optional('hendelse', timeOf(making)),
    ...(random.chance(0.85) ? { spesifisering: random.one(texts) } : {}),
    ...(type === 'intubasjonsproblem' && random.chance(0.7) ? { intubasjon: airwayOf(random) } : {}),
  }
}

function airwayOf(random: Random): Intubasjon {
  const hasMask = random.chance(0.6)
  return {
    ...(!hasMask || random.chance(0.7) ? { gradering: random.one(codes.gradings) } : {}),
    ...(hasMask ? { maskeventilasjon: random.one(codes.masks) } : {}),
  }
}

/** A disease that whoever gives first aid has to know. */
export function criticalCondition(making: Making): TilstandEllerSmitte {
  return {
    ...beginningOf('kritiskMedisinskTilstand', making, 0),
    ...optional('hendelse', timeOf(making)),
    tilstand: conditionOf(making.random),
  }
}

function conditionOf(random: Random): Begrep {
  if (random.chance(0.12)) return { spesifisering: random.one(words.conditions) }
  const code = random.one(codes.diagnoses)
  const concept = codes.diagnosisConcepts[code.kode]
  const koder = concept !== undefined && random.chance(0.4) ? chosen(code, concept) : [code]
  return random.chance(0.15) ? { koder, spesifisering: random.one(words.conditions) } : { koder }
}

/** An infection. Since February 2025 a coded one has no specification in text (NOR-024). */
export function infection(making: Making): TilstandEllerSmitte {
  const { random } = making
  return {
    ...beginningOf('smitte', making, 0.6),
    ...optional('hendelse', timeOf(making)),
    tilstand: random.chance(0.8)
      ? { koder: [random.one(codes.infections)] }
      : { spesifisering: random.one(words.infectionTexts) },
  }
}

/** A treatment that goes on. */
export function ongoingTreatment(making: Making): PagaendeBehandling {
  return {
    ...beginningOf('pagaendeBehandling', making, 0.5),
    behandling: conceptOf(codes.treatments, words.treatmentTexts, making.random),
    ...optional('start', timeOf(making)),
  }
}

/** An implant, which has a day on which it was put in, or a transplant, which has happened. */
export function implant(making: Making): Implantat {
  const { random } = making
  const beginning = beginningOf('implantat', making, 0.2)
  const time = timeOf(making)
  if (random.chance(0.2)) {
    return { ...beginning, ...optional('hendelse', time), tilstand: { koder: [random.one(codes.transplants)] } }
  }
  const implantat = conceptOf(codes.devices, words.deviceTexts, random)
  return { ...beginning, implantat, ...optional('implantert', time) }
}

/** What has to be done otherwise with this patient. */
export function procedureChange(making: Making): AnnenProsedyreendring {
  return {
    ...beginningOf('annenProsedyreendring', making, 0.4),
    endring: conceptOf(codes.procedureChanges, words.changeTexts, making.random),
  }
}

/** A limit to treatment of the old kind, which always says until when it holds. */
export function limitation(making: Making): Avgrensning {
  const { random, made, status } = making
  return {
    ...beginningOf('avgrensningAvLivsforlengendeBehandling', making, 0),
    gyldigTil: partialDate(made + random.between(180, 1500), random),
    ...(status === 'aktiv' && random.chance(0.6) ? { kommentar: random.one(words.limitations) } : {}),
  }
}

/** A limit to treatment of the new kind. */
export function clarification(making: Making): Behandlingsavklaring {
  const { random } = making
  return {
    ...beginningOf('behandlingsavklaring', making, 0.4),
    begrunnelse: random.one(words.reasons),
    ...(random.chance(0.7) ? { behandlingsmal: random.one(words.goals) } : {}),
    ...(random.chance(0.8) ? { varighet: random.one(codes.durations) } : {}),
  }
}

/** A code, words, or both. */
function conceptOf(list: readonly [Kode, ...Kode[]], texts: readonly [string, ...string[]], random: Random): Begrep {
  const hasCode = random.chance(0.8)
  return {
    ...(hasCode ? { koder: [random.one(list)] } : {}),
    ...(!hasCode || random.chance(0.4) ? { spesifisering: random.one(texts) } : {}),
  }
}
