import type { Assumption } from '../../../mapping/table.ts'
import type { Words } from '../../language.ts'

interface AssumptionWords {
  readonly title: string
  readonly about: string
  readonly count: string
  readonly of: string
  readonly filter: string
  readonly search: string
  readonly value: string
  readonly basis: string
  readonly breaks: string
  readonly override: string
  readonly example: string
  readonly overlay: string
  readonly leaning: string
  readonly none: string
  readonly concerns: Readonly<Record<NonNullable<Assumption['concerns']>, string>>
  readonly noOne: string
  readonly rows: string
  readonly codes: string
  readonly others: string
}

export const assumptionWords: Words<AssumptionWords> = {
  nb: {
    title: 'Antakelser',
    about:
      'Det tabellene bygger på og offentlige kilder ikke bekrefter: hva som sies, hva det bygger på, hva som blir feil hvis det er galt, og hvordan det endres.',
    count: 'antakelser',
    of: 'av',
    filter: 'Avgrens antakelsene',
    search: 'Søk i navn og tekst',
    value: 'Verdi',
    basis: 'Bygger på',
    breaks: 'Hvis det er galt',
    override: 'Slik endres det',
    example: 'En fil med en annen verdi, til --assume',
    overlay: 'Den har ingen verdi å bytte: endre radene i et eget tillegg (--mappings).',
    leaning: 'Hviler på den',
    none: 'ingen rad',
    concerns: { profiles: 'profilene', checks: 'kontrollene', containers: 'koden rundt oppføringene' },
    noOne: 'Ingen antakelse passer. Ta bort et ord.',
    rows: 'rader',
    codes: 'koder',
    others: 'annet',
  },
  en: {
    title: 'Assumptions',
    about:
      'What the tables lean on and public sources do not confirm: the statement, its basis, what breaks if it is wrong, and how to change it.',
    count: 'assumptions',
    of: 'of',
    filter: 'Narrow the assumptions',
    search: 'Search names and texts',
    value: 'Value',
    basis: 'Basis',
    breaks: 'If it is wrong',
    override: 'To change it',
    example: 'A file with another value, for --assume',
    overlay: 'It has no value to exchange: change the rows in an overlay of your own (--mappings).',
    leaning: 'Leans on it',
    none: 'no row',
    concerns: { profiles: 'the profiles', checks: 'the checks', containers: 'the code around the records' },
    noOne: 'No assumption fits. Take away a word.',
    rows: 'rows',
    codes: 'codes',
    others: 'others',
  },
}
