/** What is wrong with a number: its form, the date in it, or its check digits. */
export type NumberProblem = 'form' | 'date' | 'check'

const first = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
const organisation = [3, 2, 7, 6, 5, 4, 3, 2]
const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}

/**
 * The two check digits of fødselsnummer, D-nummer and felles hjelpenummer
 * (http://www.fnrinfo.no/Teknisk/KontrollsifferBeregning.aspx): the remainder is 0 for both. Numbers given out from 2032
 * on may leave 1, 2 or 3 for the first (https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032/);
 * as both kinds are then in use at once, and no clock is asked here, both are taken.
 */
function hasCheckDigits(digits: string): boolean {
  const one = (weigh(digits, first) + Number(digits[9])) % 11
  const two = (weigh(digits, second) + Number(digits[10])) % 11
  return one <= 3 && two === 0
}

/** Nine digits with the two check digits of before 2032; undefined where one would be 10, for such numbers are not given out. */
export function withCheckDigits(nine: string): string | undefined {
  const ten = withCheckDigit(nine, first)
  return ten === undefined ? undefined : withCheckDigit(ten, second)
}

/** Eight digits with the check digit of an organisasjonsnummer; undefined where it would be 10. */
export function withOrganisationDigit(eight: string): string | undefined {
  return withCheckDigit(eight, organisation)
}

/** Digits and the one that makes their weighted sum divisible by 11. */
function withCheckDigit(digits: string, weights: readonly number[]): string | undefined {
  const digit = (11 - (weigh(digits, weights) % 11)) % 11
  return digit === 10 ? undefined : digits + digit
}

/** True if the number keeps the rule of before 2032 too. */
export function keepsOldRule(digits: string): boolean {
  return hasCheckDigits(digits) && (weigh(digits, first) + Number(digits[9])) % 11 === 0
}

/**
 * Fødselsnummer (day, month, year, three digits, two check digits), and D-nummer, whose day is raised by 40. The month is
 * raised by 40 in local help numbers, by 80 in synthetic ones
 * (https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/test-for-konsumenter/), by 65 in test data of NHN.
 * The century is not read: it cannot be, for numbers from 2032 on, so 29 February is always taken.
 */
export function nationalNumberProblem(number: string): NumberProblem | undefined {
  if (!/^\d{11}$/.test(number)) return 'form'
  const day = Number(number.slice(0, 2)) % 40
  const raised = Number(number.slice(2, 4))
  const month = [0, 40, 65, 80].map((offset) => raised - offset).find((one) => one >= 1 && one <= 12)
  if (Number(number[0]) > 7 || month === undefined || day < 1 || day > (days[month - 1] ?? 0)) return 'date'
  return hasCheckDigits(number) ? undefined : 'check'
}

/** True for a number whose day is raised by 40. */
export function isDNumber(number: string): boolean {
  return /^[4-7]/.test(number)
}

/** Felles hjelpenummer: no date in it, the same check digits. */
export function helpNumberProblem(number: string): NumberProblem | undefined {
  if (!/^\d{11}$/.test(number)) return 'form'
  return hasCheckDigits(number) ? undefined : 'check'
}

/** Organisasjonsnummer: nine digits, the last a check digit modulo 11 (https://www.brreg.no/om-oss/registrene-vare/om-enhetsregisteret/organisasjonsnummeret/). */
export function organisationNumberProblem(number: string): NumberProblem | undefined {
  if (!/^\d{9}$/.test(number)) return 'form'
  const remainder = (11 - (weigh(number, organisation) % 11)) % 11
  return remainder === Number(number[8]) ? undefined : 'check'
}
