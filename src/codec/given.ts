import type { Json } from '../document/json.ts'
import { isObject } from '../document/json.ts'
import type { Codec } from './codec.ts'

/** https://hl7.org/fhir/extensions/StructureDefinition-iso21090-EN-qualifier.html */
const qualifierUrl = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier'

/**
 * `given`: first names (fornavn) and middle names (mellomnavn) on the left; on the right the one list of
 * `HumanName.given`, whose middle names are marked by HL7's own qualifier MID under `_given`, so that a receiver
 * without any Norwegian package reads them too.
 */
export const given: Codec = {
  name: 'given',
  forward([first, middle]) {
    const names = texts(first)
    const middles = texts(middle)
    if (names === undefined || middles === undefined) return undefined
    const marks = middles.length === 0 ? undefined : [...names.map(() => null), ...middles.map(() => middleMark())]
    return [[...names, ...middles], marks]
  },
  backward([all, marks]) {
    const names = texts(all)
    if (names === undefined || (marks !== undefined && !Array.isArray(marks))) return undefined
    const isMiddle = names.map((_, index) => marks !== undefined && isMiddleMark((marks as Json[])[index] ?? null))
    const middles = names.filter((_, index) => isMiddle[index])
    const firsts = names.filter((_, index) => !isMiddle[index])
    return [firsts.length === 0 ? undefined : firsts, middles.length === 0 ? undefined : middles]
  },
}

function texts(value: Json | undefined): string[] | undefined {
  if (value === undefined) return []
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return undefined
  return value as string[]
}

function middleMark(): Json {
  return { extension: [{ url: qualifierUrl, valueCode: 'MID' }] }
}

function isMiddleMark(mark: Json): boolean {
  const extensions = isObject(mark) ? mark.extension : undefined
  return (
    Array.isArray(extensions) &&
    extensions.some((one) => isObject(one) && one.url === qualifierUrl && one.valueCode === 'MID')
  )
}
