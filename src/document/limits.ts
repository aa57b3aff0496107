/** Bounds on what is read, so that a hostile or broken input ends in a message and not in a dead process. */
export interface Limits {
  /** Size of the whole input. The largest R4 definition bundle has 35 MB; a patient's record is far smaller. */
  readonly bytes: number
  /** Objects and arrays (or elements) within each other. FHIR records seldom pass 20; walkers recurse this deep. */
  readonly depth: number
  /** UTF-16 units of one string: "strings SHALL NOT exceed 1MB" (https://hl7.org/fhir/R4/datatypes.html#string). */
  readonly stringLength: number
  /** Wrong places that are reported before reading gives up: more of them tell a reader nothing new. */
  readonly problems: number
}

export const standardLimits: Limits = { bytes: 64 * 1024 * 1024, depth: 100, stringLength: 1_048_576, problems: 50 }

/** No caller may raise the nesting above this: the walkers of a tree recurse, and the stack is finite. */
const deepest = 1000

/** The standard limits with some of them changed. */
export function limitsOf(changed: Partial<Limits> = {}): Limits {
  if (Object.keys(changed).length === 0) return standardLimits
  const limits = { ...standardLimits, ...changed }
  return { ...limits, depth: Math.min(limits.depth, deepest) }
}

/**
 * Attachments and signatures carry base64 in `data`, which the bound on strings does not govern
 * (https://hl7.org/fhir/R4/datatypes.html#base64Binary); the bound on the whole input does.
 */
export function isUnboundedKey(key: string | number | undefined): boolean {
  return key === 'data'
}
