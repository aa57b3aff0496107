import type { Json, JsonObject } from '../document/json.ts'

/** An element as an instance has it: the value, and for a primitive what stands beside it (`_birthDate`). */
export interface Focus {
  readonly value: Json | undefined
  readonly companion?: Json | undefined
}

/** What an expression may ask of the world around its focus. */
export interface Surroundings {
  /** `%resource`: the innermost resource that holds the focus; a contained one counts. */
  readonly resource: JsonObject
  /** `%rootResource`: the resource that contains `%resource`, or itself. */
  readonly rootResource: JsonObject
  /** `%extension` of an invariant on the context of an extension. */
  readonly extension?: JsonObject
  /** What a reference means, where that is at hand. */
  resolve(reference: string): JsonObject | undefined
  /** `memberOf`: undefined where it cannot be told. */
  memberOf?(valueSet: string, value: Json): boolean | undefined
  /** `conformsTo`: undefined where it cannot be told. */
  conformsTo?(profile: string, value: Json): boolean | undefined
}

/**
 * An invariant compiled to a closure: whether it holds. An empty result does not hold, as the HL7 engine has it.
 * Throws `Unanswerable` where the answer depends on what is not at hand.
 */
export type Invariant = (focus: Focus, surroundings: Surroundings) => boolean

/** Something that cannot be told offline: the rule was not checked. */
export class Unanswerable extends Error {
  override readonly name = 'Unanswerable'
}

/** What an expression selects: each value with what stands beside it. */
export type Selection = (
  focus: Focus,
  surroundings: Surroundings,
) => readonly { readonly value: Json | undefined; readonly companion: Json | undefined }[]
