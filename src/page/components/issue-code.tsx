import { catalogue, type IssueCode as Known } from '../../issue/catalogue.ts'
import type { PageLanguage } from '../words.ts'

/**
 * The code of an issue, with a link to where the rule is written and, where nothing beside it says what it means, the meaning to
 * point at, in the language given. One of another version of the software is shown as it is.
 */
export function IssueCode({ code, language }: { code: string; language?: PageLanguage }) {
  const known = Object.hasOwn(catalogue, code) ? catalogue[code as Known] : undefined
  const text = <code title={language === undefined ? undefined : known?.[language]}>{code}</code>
  if (known?.cite === undefined) return text
  return (
    <a href={known.cite} rel="noreferrer">
      {text}
    </a>
  )
}
