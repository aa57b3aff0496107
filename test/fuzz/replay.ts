import { checkCase } from './target.ts'
import { targetNamed } from './targets.ts'

/** What a file in `found` or `seeds` holds: the case, and what was wrong with it when it was found. */
export interface Kept {
  readonly target: string
  readonly reason: string
  readonly case: unknown
}

/** Throws what is still wrong with a case that was kept. */
export async function replayCase(kept: Kept): Promise<void> {
  await checkCase(targetNamed(kept.target), kept.case)
}
