import { convert } from '../convert.ts'
import { writeJson } from '../document/json-write.ts'
import type { Form } from '../form/detect.ts'
import type { Registreringstype } from '../form/ki/types.ts'
import { readDocument } from '../read-document.ts'
import { standardToolkit } from '../toolkit.ts'
import type { Planted } from './defect.ts'
import { plantIn } from './defects.ts'
import { kiDocument, mixtureOf } from './ki-document.ts'
import { Random } from './random.ts'

/** What to generate. Whole numbers and kinds as they are checked by `generator`. */
export interface GenerateOptions {
  readonly form: Form
  /** A whole number, 0 or more. */
  readonly seed: number
  /** Kinds of record to draw from; all eleven if left out. */
  readonly kinds?: readonly Registreringstype[]
  /** The share of documents, from 0 to 1, that get one planted defect; none if left out. */
  readonly invalid?: number
  /** The instant that converted documents say they were made; one that never changes if left out. */
  readonly now?: string
}

/** One generated document, without a line break in or after it. */
export interface GeneratedDocument {
  readonly text: string
  /** What was made wrong in it, if anything was. */
  readonly planted?: Planted
}

/** Numbers of documents end here. */
export const mostDocuments = 2 ** 32

/** The instant of documents for which nobody names one; no record is later. */
const standardNow = '2026-01-01T00:00:00Z'

/**
 * A maker of documents by number. The document of a number depends on that number, the seed and the other options alone, so
 * any of them can be made again, and parts of a set be made apart.
 *
 * ```ts
 * const make = generator({ form: 'kj', seed: 7 })
 * const lines = [0, 1, 2].map((index) => make(index).text)
 * ```
 *
 * @throws RangeError for a seed, a share or a list of kinds that there is none of; the maker throws it for such a number.
 */
export function generator(options: GenerateOptions): (index: number) => GeneratedDocument {
  const { form, seed, kinds, invalid = 0, now = standardNow } = options
  const mixture = mixtureOf(kinds)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError('"seed" is a whole number, 0 or more')
  if (!(invalid >= 0 && invalid <= 1)) throw new RangeError('"invalid" is a share from 0 to 1')
  if (mixture.length === 0) throw new RangeError('"kinds" names no kind of record')
  return (index) => {
    if (!Number.isInteger(index) || index < 0 || index >= mostDocuments) throw new RangeError('No such number')
    const text = textOf(JSON.stringify(kiDocument(seed, index, mixture)), form, now)
    // A stream of its own: the share changes documents that get a defect, and no other.
    const random = invalid > 0 ? new Random(seed, index, 1) : undefined
    return random?.chance(invalid) === true ? plantIn(text, form, random) : { text }
  }
}

function textOf(ki: string, form: Form, now: string): string {
  if (form === 'ki') return ki
  return writeJson(convert(standardToolkit(), readDocument(ki), { from: 'ki', to: form, now }).output.root)
}
