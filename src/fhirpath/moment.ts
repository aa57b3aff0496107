/** A date, a point in time or a time of day, as far as it is stated. */
export interface Moment {
  /** Year, month, day, hour, minute, second (with its fraction); a time of day begins with 0, 1, 1. */
  readonly parts: readonly number[]
  /** Minutes that the clock is ahead of UTC; nothing if the text does not say. */
  readonly offset: number | undefined
}

const form =
  /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?)?(?:T?(\d{2})(?::(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(Z|[+-]\d{2}:\d{2})?|T)?$/

/** Reads a FHIR date, dateTime, instant or time, or a literal of FHIRPath; nothing if the text is none. */
export function momentOf(text: string): Moment | undefined {
  const found = form.exec(text)
  if (found === null || text === '') return undefined
  const isTime = found[1] === undefined
  const stated = isTime ? [0, 1, 1, ...numbers(found.slice(4, 7))] : numbers(found.slice(1, 7))
  return { parts: stated, offset: found[7] === undefined ? undefined : offsetOf(found[7]) }
}

function numbers(texts: readonly (string | undefined)[]): number[] {
  return texts.filter((text) => text !== undefined).map(Number)
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6))
  return text.startsWith('-') ? -minutes : minutes
}

/**
 * Negative, zero or positive; nothing where the statements are too coarse to tell
 * (https://hl7.org/fhirpath/N1/#datetime-equality, https://hl7.org/fhirpath/N1/#comparison). As the HL7 engine has it,
 * a clock without time zone is taken for one of UTC, but never for equal to one that has a zone; a date stays what it
 * is beside a point in time by the clock of UTC.
 */
export function compareMoments(one: Moment, other: Moment): number | undefined {
  if (one.offset === other.offset) return compareParts(one.parts, other.parts)
  const order = compareParts(utc(one), utc(other))
  const isFloating = one.offset === undefined || other.offset === undefined
  return order === 0 && isFloating ? undefined : order
}

function compareParts(one: readonly number[], other: readonly number[]): number | undefined {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const [left, right] = [one[index], other[index]]
    if (left === undefined || right === undefined) return undefined
    if (left !== right) return left - right
  }
  return 0
}

/** The parts by the clock of UTC. */
function utc({ parts, offset = 0 }: Moment): readonly number[] {
  const [year = 0, month = 1, day = 1, hour, minute = 0, second] = parts
  if (hour === undefined) return parts
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute - offset)
  const shifted = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours()]
  return [...shifted, ...(parts.length > 4 ? [date.getUTCMinutes()] : []), ...(second === undefined ? [] : [second])]
}
