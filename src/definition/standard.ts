import { definitionsText } from '../generated/definitions.ts'
import type { Definitions } from './definition.ts'
import { definitionsOf } from './store.ts'

let shared: Definitions | undefined

/** What this package knows of itself: R4, its extensions, IPS, and the packages under `profiles/`; opened once. */
export function standardDefinitions(): Definitions {
  shared ??= definitionsOf(definitionsText)
  return shared
}
