import type { Picture } from '../../picture/picture.ts'
import { version } from '../../version.ts'
import type { IssueRecord } from '../record.ts'
import { plainJson } from './plain.ts'

/** One document of `kritinfo show -f json`: its picture, or why there is none. */
export type PictureItem =
  | { readonly input: string; readonly picture: Picture }
  | { readonly input: string; readonly issues: readonly IssueRecord[] }

/** What stands before, between and after the items. */
export const pictureFrame = {
  head: `{\n"tool": ${JSON.stringify({ name: 'kritinfo', version })},\n"items": [\n`,
  between: ',\n',
  tail: '\n]\n}\n',
} as const

/** One item as JSON. */
export function pictureJson(item: PictureItem): string {
  return plainJson(item)
}
