import type { JsonObject } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import type { Run } from './run.ts'

/** A rule of whole resources; it looks only at the types that it is about. */
export type ResourceRule = (kit: RuleKit, resource: JsonObject, run: Run) => void

export const resourceRules: readonly ResourceRule[] = []
