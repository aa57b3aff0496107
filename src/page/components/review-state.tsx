import type { Review, ReviewState as State } from '../../terminology/review.ts'
import { type PageLanguage, reviewWords } from '../words.ts'
import { Badge, type Tone } from './badge.tsx'

const tones: Readonly<Record<State, Tone>> = { draft: 'plain', 'in review': 'told', accepted: 'same' }

/** How far experts have come with a row: the state, and of an accepted one the role and date of the review. */
export function ReviewState({ review, language }: { review: Review; language: PageLanguage }) {
  const by = [review.role, review.date].filter((one) => one !== undefined)
  return (
    <span class="review">
      <Badge tone={tones[review.state]}>{reviewWords[language][review.state]}</Badge>
      {by.length > 0 && <span class="quiet"> {by.join(', ')}</span>}
    </span>
  )
}
