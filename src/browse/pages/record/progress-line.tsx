import { useWords } from '../../language.ts'
import type { RecordState } from './record-state.ts'
import { recordWords } from './words.ts'

/** How far a record is, and a way to stop. It is read aloud as it changes. */
export function ProgressLine({ state, onStop }: { state: RecordState; onStop(): void }) {
  const words = useWords(recordWords)
  const { phase, isChecking, converted } = state
  const isBusy = phase === 'reading' || phase === 'converting'
  return (
    <div class="progress-line">
      <p role="status">
        {isBusy && words.phases[phase]}
        {phase === 'stopped' && words.stopped}
        {converted !== undefined && (
          <>
            <strong>
              {converted.dialect} → {converted.to}
            </strong>{' '}
            {words.leaves(converted.leaves.total, converted.leaves.claimed, converted.leaves.ledger)}.{' '}
          </>
        )}
        {isChecking && words.checking}
      </p>
      {(isBusy || isChecking) && (
        <>
          <progress aria-label={isChecking ? words.checking : words.phases.converting} />
          <button type="button" onClick={onStop}>
            {words.stop}
          </button>
        </>
      )}
    </div>
  )
}
