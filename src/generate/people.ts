import type { Helsepersonell, Pasient } from '../form/ki/types.ts'
import { withCheckDigits, withOrganisationDigit } from '../rule/norwegian/number.ts'
import { type Day, dateOf, dayOf, two } from './days.ts'
import { Random } from './random.ts'
import { mensNames, nameBeginnings, nameEnds, organisations, roles, streets, towns, womensNames } from './words.ts'

/** A generated patient, and the day of birth that the records go by. */
export interface Person {
  readonly pasient: Pasient
  readonly born: Day
}

const firstBirth = dayOf('1930-01-01')
const births = dayOf('2019-12-31') - firstBirth + 1
/** Of a day's 500 serial numbers each patient has eight to look for one with check digits among, of which half are a woman's. */
const blocks = 62
const identities = births * blocks
/** Has no factor in common with the number of identities, so that it visits each before it comes back to the first. */
const stride = 1_234_577

/**
 * The patient of a document. Index and seed lead to day of birth and serial number one to one, so that two of two million
 * documents have hardly ever the same number; the rest is drawn.
 */
export function personOf(seed: number, index: number, random: Random): Person {
  const place = ((((index % identities) * stride) % identities) + (seed % identities)) % identities
  const born = firstBirth + (place % births)
  const isWoman = random.chance(0.52)
  const date = dateOf(born)
  const pasient: Pasient = {
    identifikator: identifierOf(date, Math.floor(place / births) * 8 + (isWoman ? 0 : 1), random),
    navn: {
      fornavn: [random.one(isWoman ? womensNames : mensNames)],
      ...(random.chance(0.15) ? { mellomnavn: [familyName(random)] } : {}),
      etternavn: familyName(random),
    },
    fodselsdato: date,
    ...(random.chance(0.97) ? { kjonn: isWoman ? 'kvinne' : 'mann' } : {}),
    ...(random.chance(0.3) ? { adresse: addressOf(random) } : {}),
  }
  return { pasient, born }
}

/**
 * A synthetic fødselsnummer, or D-nummer for one in twenty-five: the month is raised by 80
 * (https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/test-for-konsumenter/). The ninth digit tells the gender,
 * and serial numbers from 500 on are for those born from 2000 on.
 */
function identifierOf(date: string, start: number, random: Random): NonNullable<Pasient['identifikator']> {
  const isForeign = random.chance(0.04)
  const day = Number(date.slice(8)) + (isForeign ? 40 : 0)
  const front = two(day) + two(Number(date.slice(5, 7)) + 80) + date.slice(2, 4)
  const century = date < '2000' ? 0 : 500
  let verdi: string | undefined
  for (let serial = start; verdi === undefined; serial += 2) {
    verdi = withCheckDigits(front + String(century + (serial % 500)).padStart(3, '0'))
  }
  return { type: isForeign ? 'dNummer' : 'fodselsnummer', verdi }
}

function familyName(random: Random): string {
  return random.one(nameBeginnings) + random.one(nameEnds)
}

function addressOf(random: Random): NonNullable<Pasient['adresse']> {
  const [postnummer, poststed] = random.one(towns)
  return { linjer: [`${random.one(streets)} ${random.between(1, 120)}`], postnummer, poststed, land: 'NO' }
}

/** Health professionals are few beside the patients, and the same number means the same one. */
const personnel: readonly Helsepersonell[] = Array.from({ length: 800 }, (_, number) => professional(number))

/** Who made or changed a record: mostly all is known, sometimes only some of it. */
export function professionalOf(random: Random): Helsepersonell {
  const whole = personnel[random.below(personnel.length)] as Helsepersonell
  if (random.chance(0.95)) return whole
  const { hprNummer = '', navn = '' } = whole
  return random.chance(0.5) ? { navn } : { hprNummer, navn }
}

/** Numbers in the range that test data of Norsk helsenett uses; organisations in one that the register gives none from. */
function professional(number: number): Helsepersonell {
  const random = new Random(number, 0)
  const [rolle, rolleVisning] = random.weighted(roles)
  const place = random.below(organisations.length)
  return {
    hprNummer: String(222_200_000 + number),
    navn: `${familyName(random)}, ${random.one(random.chance(0.5) ? womensNames : mensNames)}`,
    rolle,
    rolleVisning,
    virksomhet: { organisasjonsnummer: organisationNumber(place), navn: organisations[place] as string },
  }
}

function organisationNumber(place: number): string {
  const number = withOrganisationDigit(String(10_010_020 + place))
  return number ?? organisationNumber(place + organisations.length)
}
