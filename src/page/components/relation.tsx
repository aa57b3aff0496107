import { relationSigns } from '../../mapping/render/words.ts'
import type { Relation as RelationWord } from '../../terminology/code-table.ts'
import { toneOfRelation } from '../tones.ts'
import { type PageLanguage, relationWords } from '../words.ts'
import { Badge } from './badge.tsx'

/** How two sides stand to each other, left being the source: a sign for the quick eye, and the word. */
export function Relation({ relation, language }: { relation: RelationWord; language: PageLanguage }) {
  return (
    <Badge tone={toneOfRelation[relation]} title={relation}>
      <span aria-hidden="true">{relationSigns[relation]} </span>
      {relationWords[language][relation]}
    </Badge>
  )
}
