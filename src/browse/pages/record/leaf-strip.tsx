import { useContext } from 'preact/hooks'
import { Badge } from '../../../page/components/badge.tsx'
import { Citation } from '../../../page/components/citation.tsx'
import { Relation } from '../../../page/components/relation.tsx'
import { Safety } from '../../../page/components/safety.tsx'
import { toneOfOutcome } from '../../../page/tones.ts'
import { outcomeMeanings, outcomeWords } from '../../../page/words.ts'
import type { ExplainedStep } from '../../../trace.ts'
import type { Leaf } from '../../engine/record/plain.ts'
import { LanguageContext, useWords } from '../../language.ts'
import { RowLink } from './row-link.tsx'
import { type Look, otherSide } from './use-look.ts'
import { recordWords } from './words.ts'

/** What is known of the leaf that is looked at: its counterparts, the rows with their reasons, and what the ledger says. */
export function LeafStrip({ look, onGo }: { look: Look; onGo(side: Leaf['side'], line: number): void }) {
  const words = useWords(recordWords)
  const { leaf } = look
  return (
    <section class="leaf-strip" aria-label={words.look}>
      <p role="status" class="leaf-head">
        {leaf === undefined ? (
          <span class="quiet">{words.look}</span>
        ) : (
          <>
            <span class="quiet">{words.sides[leaf.side]} </span>
            <code class="leaf-place">{leaf.place}</code>{' '}
            {leaf.counterparts.length > 0 && words.counterparts(leaf.counterparts.length)}
          </>
        )}
      </p>
      {leaf !== undefined && <LeafDetails leaf={leaf} look={look} onGo={onGo} />}
    </section>
  )
}

function LeafDetails({ leaf, look, onGo }: { leaf: Leaf; look: Look; onGo(side: Leaf['side'], line: number): void }) {
  const words = useWords(recordWords)
  return (
    <>
      <p class="leaf-value">
        <code>{leaf.value}</code>
      </p>
      <LedgerWords leaf={leaf} />
      {leaf.counterparts.length > 0 && (
        <ul class="counterparts">
          {leaf.counterparts.map(({ place, line }, index) => (
            <li key={line}>
              <button
                type="button"
                class="place"
                aria-current={index === look.counterpart ? 'true' : undefined}
                onClick={() => onGo(otherSide[leaf.side], line)}
              >
                {place}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ol class="steps">
        {leaf.steps.map((step) => (
          <Step key={`${step.hop} ${step.row}`} step={step} />
        ))}
      </ol>
      <p class="leaf-actions">
        {leaf.counterparts.length > 1 && (
          <button type="button" onClick={look.next}>
            {words.next}
          </button>
        )}
        {look.isPinned && (
          <button type="button" onClick={look.free}>
            {words.release}
          </button>
        )}
      </p>
    </>
  )
}

/** Why there is no counterpart, or what became of the value on the way to it. */
function LedgerWords({ leaf: { ledger, counterparts, steps } }: { leaf: Leaf }) {
  const language = useContext(LanguageContext)
  const words = useWords(recordWords)
  const told = ledger.length > 0 ? ledger.map(({ outcome }) => outcome) : steps.flatMap(({ outcome }) => outcome ?? [])
  if (told.length === 0 && counterparts.length > 0) return null
  return (
    <p class="leaf-outcome">
      {counterparts.length === 0 && <strong>{words.noCounterpart}. </strong>}
      {[...new Set(told)].map((outcome) => (
        <span key={outcome}>
          <Badge tone={toneOfOutcome[outcome]}>{outcomeWords[language][outcome]}</Badge>{' '}
          {outcomeMeanings[language][outcome]}.{' '}
        </span>
      ))}
    </p>
  )
}

function Step({ step }: { step: ExplainedStep }) {
  const language = useContext(LanguageContext)
  const words = useWords(recordWords)
  const { hop, row, table, relation, outcome, note, cite, safety } = step
  return (
    <li>
      <span class="quiet">{words.hop(hop)}</span> <RowLink row={row} table={table} />{' '}
      {relation !== undefined && <Relation relation={relation} language={language} />}{' '}
      {outcome !== undefined && <Badge tone={toneOfOutcome[outcome]}>{outcomeWords[language][outcome]}</Badge>}{' '}
      {safety !== undefined && <Safety safety={safety} language={language} />} <span lang="en">{note}</span>{' '}
      <Citation cite={cite} language={language} />
    </li>
  )
}
