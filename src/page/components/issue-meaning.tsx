import { catalogue, type IssueCode } from '../../issue/catalogue.ts'
import type { PageLanguage } from '../words.ts'

/** What a code says, with its blanks set as names of what would stand there; nothing for a code of another version. */
export function IssueMeaning({ code, language }: { code: string; language: PageLanguage }) {
  if (!Object.hasOwn(catalogue, code)) return null
  const parts = catalogue[code as IssueCode][language].replaceAll('`', '').split(/\{(\w+)\}/)
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <var key={part}>{part}</var>))}</>
}
