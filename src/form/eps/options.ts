import type { Surroundings } from '../../document/books.ts'
import { nowhere } from '../mapper.ts'

/** How a summary is to be made. */
export interface EpsOptions {
  /** The document's timestamp, a FHIR instant. */
  readonly now: string
  readonly version: string
  readonly mappings: string
  readonly refuted: 'include' | 'omit'
  /** Whether alerts are worked out from records of the kinds that have one. */
  readonly alerts: 'derive' | 'none'
  /** Leave extensions that only holders of Norwegian packages can read on the entries. */
  readonly foreignExtensions: boolean
}

/** Gives up, with what is wrong. */
export type Fail = (code: 'CNV-003' | 'CNV-005', params?: Readonly<Record<string, string>>) => never

/** Of R5, and named by EU core (https://build.fhir.org/ig/hl7-eu/base/StructureDefinition-procedure-eu-core.html). */
const recordedUrl = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Procedure.recorded'

/** What rows may ask while a summary is made: standard extensions may cross, others only on request. */
export function around(options: EpsOptions, refer: (reference: string) => string | undefined): Surroundings {
  return {
    ...nowhere,
    refer,
    mayCarry: (url) =>
      options.foreignExtensions ||
      url.startsWith('http://hl7.org/fhir/StructureDefinition/') ||
      url.startsWith('http://hl7.eu/fhir/') ||
      url === recordedUrl,
  }
}
