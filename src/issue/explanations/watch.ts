import type { watchEntries } from '../catalogue-watch.ts'
import type { Explanations } from './explanation.ts'

/** What waiting for changes has to say. The examples are calls. */
export const watchExplanations: Explanations<keyof typeof watchEntries> = {
  'CLI-040': {
    reason:
      'A system lets a user watch only so many files at a time, and folders that may not be read not at all. What changes there would be missed without a word.',
    bad: 'kritinfo validate / --watch',
    good: 'kritinfo validate records --watch',
  },
}
