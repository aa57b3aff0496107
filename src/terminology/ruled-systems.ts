import type { System } from './code-system.ts'
import { countryCodes } from './country.ts'
import { currencies } from './currency.ts'
import { languageTags } from './language-tag.ts'
import { mimeTypes } from './mime-type.ts'
import { units } from './unit.ts'
import { uris } from './uri.ts'

/** Code systems whose codes follow a rule, or stand in a registry outside of FHIR. */
const systems: ReadonlyMap<string, System> = new Map(
  [languageTags, mimeTypes, uris, units, countryCodes, currencies].map((system) => [system.url, system]),
)

export function ruledSystem(url: string): System | undefined {
  return systems.get(url)
}
