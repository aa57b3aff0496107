import { terminologyText } from '../generated/terminology.ts'
import { type StoredTerminology, terminologyOf } from './terminology-of.ts'

let shared: StoredTerminology | undefined

/** R4, terminology.hl7.org, the International Patient Summary and the packages in `profiles/`; opened on the first call. */
export function standardTerminology(): StoredTerminology {
  shared ??= terminologyOf(terminologyText)
  return shared
}
