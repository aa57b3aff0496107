import type { Severity as SeverityWord } from '../../issue/catalogue.ts'
import { toneOfSeverity } from '../tones.ts'
import { type PageLanguage, severityWords } from '../words.ts'
import { Badge } from './badge.tsx'

/** How grave a finding is, or that a place was not checked at all. */
export function Severity({ of, language }: { of: SeverityWord | 'not checked'; language: PageLanguage }) {
  return <Badge tone={toneOfSeverity[of]}>{severityWords[language][of]}</Badge>
}
