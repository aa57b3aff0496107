import { KritinfoError } from '../issue/issue.ts'
import type { Json } from './json.ts'
import { readJson } from './json-read.ts'
import { limitsOf } from './limits.ts'

/** The document that a text is, within the standard bounds; undefined for one that is none. For texts inside documents. */
export function tryJson(text: string): Json | undefined {
  try {
    return readJson(text, limitsOf()).root
  } catch (problem) {
    if (problem instanceof KritinfoError) return undefined
    throw problem
  }
}
