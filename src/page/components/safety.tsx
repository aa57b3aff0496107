import type { Safety as SafetyWord } from '../../mapping/ledger.ts'
import { type PageLanguage, safetyMeanings, safetyWords } from '../words.ts'
import { Badge } from './badge.tsx'

const couldFlip: Readonly<Record<PageLanguage, string>> = { nb: 'kan snu', en: 'could flip' }

/** Which meaning a mistake could turn round; nothing where there is none. */
export function Safety({ safety, language }: { safety: SafetyWord; language: PageLanguage }) {
  if (safety === 'none') return null
  return (
    <Badge tone="lost" title={safetyMeanings[language][safety]}>
      {couldFlip[language]} {safetyWords[language][safety]}
    </Badge>
  )
}
