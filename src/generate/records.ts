import type { Hendelse, KodeMedVisning, Registrering, Registreringstype, Signatur, Status } from '../form/ki/types.ts'
import * as codes from './codes.ts'
import { type Day, firstDay, lastDay, partialDate, timeOn } from './days.ts'
import { statuses, times } from './mixture.ts'
import { professionalOf } from './people.ts'
import type { Random, Weights } from './random.ts'
import { comments, deletedComments, refutedComments } from './words.ts'

/** What every record is made with: the source of random words, the day of birth, and the day on which it was first made. */
export interface Making {
  readonly random: Random
  readonly born: Day
  readonly made: Day
  readonly status: Status
}

type Shared = Pick<
  Registrering,
  'id' | 'versjonsnummer' | 'status' | 'kilder' | 'registrert' | 'endret' | 'gyldigTil' | 'kommentar'
>
/** The members that all kinds share, in the order of the schema but for `type`, which each kind puts where it belongs. */
export type Beginning<T extends Registreringstype> = Shared & { readonly type: T }

/** A record starts on a day on which the patient lives and the register exists. */
export function makingOf(random: Random, born: Day): Making {
  const made = random.between(Math.max(firstDay, born + 30), lastDay)
  return { random, born, made, status: random.weighted(statuses) }
}

/** The first members of a record of any kind. `until` is how often it says until when to warn. */
export function beginningOf<T extends Registreringstype>(type: T, making: Making, until: number): Beginning<T> {
  const { random, made, status } = making
  const isChanged = status === 'avkreftet' ? random.chance(0.9) : random.chance(0.2)
  const kommentar = commentOf(making)
  return {
    id: random.uuid(),
    versjonsnummer: isChanged ? String(random.between(2, 4)) : '1',
    type,
    status,
    ...(random.chance(0.95) ? { kilder: sourcesOf(random) } : {}),
    registrert: signatureOn(made, random),
    ...(isChanged ? { endret: signatureOn(random.between(made, lastDay), random) } : {}),
    ...(random.chance(until) ? { gyldigTil: partialDate(made + random.between(180, 3650), random) } : {}),
    ...(kommentar === undefined ? {} : { kommentar }),
  }
}

function sourcesOf(random: Random): KodeMedVisning[] {
  const first = random.below(codes.sources.length)
  const isTwo = random.chance(0.08)
  const chosen = codes.sources.filter((_, place) => place === first || (isTwo && place === (first + 1) % 4))
  return chosen
}

function signatureOn(day: Day, random: Random): Signatur {
  return { tidspunkt: timeOn(day, random), av: professionalOf(random) }
}

/** Sentences of a comment; five of the longest are fewer than the 500 characters that NHN takes (NOR-028). */
const lengths: Weights<number> = [
  [1, 82],
  [2, 14],
  [5, 4],
]

function commentOf({ random, status }: Making): string | undefined {
  if (status === 'avkreftet') return random.chance(0.7) ? random.one(refutedComments) : undefined
  if (status === 'slettet') return random.chance(0.7) ? random.one(deletedComments) : undefined
  if (!random.chance(0.4)) return undefined
  const sentences = Array.from({ length: random.weighted(lengths) }, () => random.one(comments))
  return sentences.join(' ')
}

/** When something happened: between birth and the making of the record, told as well as it was known. */
export function timeOf({ random, born, made }: Making): Hendelse | undefined {
  const way = random.weighted(times)
  const day = random.chance(0.6) ? random.between(Math.max(born, made - 700), made) : random.between(born, made)
  if (way === 'date') return { dato: random.chance(0.05) ? timeOn(day, random) : partialDate(day, random) }
  if (way === 'age') return { alder: ageAfter(day - born) }
  return way === undefined ? undefined : { mangler: way }
}

/** Whole years from the second birthday on, and months before it. */
function ageAfter(days: number): { verdi: number; enhet: 'a' | 'mo' } {
  const isSmall = days < 731
  return { verdi: Math.floor(days / (isSmall ? 30.44 : 365.25)), enhet: isSmall ? 'mo' : 'a' }
}

/** An object with one member, or with none where there is nothing to say. */
export function optional<K extends string, V>(name: K, value: V | undefined): { [name in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [name in K]?: V }
}
