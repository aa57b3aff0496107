import { decided } from './membership.ts'
import { registries } from './registries.ts'
import { ruleSystem } from './rule-system.ts'

/**
 * Countries by ISO 3166-1, `urn:iso:std:iso:3166`: two letters, three letters or three digits
 * (https://terminology.hl7.org/NamingSystem-ISO3166Part1.html). Subdivisions (`NO-03`, ISO 3166-2) are used with the same
 * system at times, and their list is not at hand.
 */
export const countryCodes = ruleSystem('urn:iso:std:iso:3166', (code) => {
  const { countries } = registries()
  if (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code)) return countries.has(code.slice(0, 2)) ? 'unknown' : 'out'
  return decided(countries.has(code))
})
