import type { Safety as SafetyWord } from '../../../mapping/ledger.ts'
import { Safety } from '../../../page/components/safety.tsx'
import { safetyWords } from '../../../page/words.ts'

/** The class of a meaning that a loss could turn round; of none, the word alone. */
export function SafetyClass({ safety }: { safety: SafetyWord }) {
  if (safety === 'none') return <span class="quiet">{safetyWords.en.none}</span>
  return <Safety safety={safety} language="en" />
}
