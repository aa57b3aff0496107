/** How far the review of a row has come. */
export type ReviewState = 'draft' | 'in review' | 'accepted'

/**
 * What experts have said of a row. `role` is what the reviewer is (a pharmacist, a terminology board) and never a name:
 * tables are public. Whatever is accepted has a role and a date.
 */
export interface Review {
  readonly state: ReviewState
  readonly role?: string
  /** YYYY-MM-DD. */
  readonly date?: string
}

/** What a row is of which nobody has said anything. */
export const draft: Review = { state: 'draft' }

export const reviewStates: readonly ReviewState[] = ['draft', 'in review', 'accepted']
