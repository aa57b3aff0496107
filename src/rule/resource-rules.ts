import type { JsonObject } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import type { Run } from './run.ts'
import { vitalSigns } from './vital-signs.ts'

/** A rule of whole resources; it looks only at the types that it is about. */
export type ResourceRule = (kit: RuleKit, resource: JsonObject, run: Run) => void

/** In this order; none depends on another. */
export const resourceRules: readonly ResourceRule[] = [vitalSigns]
