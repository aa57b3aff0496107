import { useContext, useState } from 'preact/hooks'
import { Badge } from '../../../page/components/badge.tsx'
import { Safety } from '../../../page/components/safety.tsx'
import { Wide } from '../../../page/components/wide.tsx'
import { toneOfOutcome } from '../../../page/tones.ts'
import { gradeMeanings, outcomeWords } from '../../../page/words.ts'
import type { Engine } from '../../engine/client.ts'
import type { Converted, LedgerGroup, LedgerLine, Side } from '../../engine/record/plain.ts'
import { LanguageContext, useWords } from '../../language.ts'
import { RowLink } from './row-link.tsx'
import { useAnswer } from './use-answer.ts'
import { recordWords } from './words.ts'

interface LedgerPartProps {
  readonly engine: Engine
  readonly version: number
  readonly converted: Converted
  onGo(side: Side, line: number): void
}

/** The ledger in groups: first what could flip a meaning. */
export function LedgerPart({ converted, ...rest }: LedgerPartProps) {
  const words = useWords(recordWords)
  if (converted.groups.length === 0) return <p>{words.ledgerEmpty}</p>
  return (
    <>
      {converted.groups.map((group, index) => (
        <Group key={group.safety} group={group} isFirst={index === 0} {...rest} />
      ))}
    </>
  )
}

/** So many entries are shown at first, and with each wish for more. */
const step = 50

function Group({
  group,
  isFirst,
  ...rest
}: Omit<LedgerPartProps, 'converted'> & { group: LedgerGroup; isFirst: boolean }) {
  const language = useContext(LanguageContext)
  const words = useWords(recordWords)
  const [isOpen, setIsOpen] = useState(isFirst)
  const { safety, count, outcomes } = group
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {safety === 'none' ? words.other : <Safety safety={safety} language={language} />} <strong>{count}</strong>{' '}
        {outcomes.map(([outcome, number]) => (
          <span key={outcome}>
            <Badge tone={toneOfOutcome[outcome]}>
              {number} {outcomeWords[language][outcome]}
            </Badge>{' '}
          </span>
        ))}
      </summary>
      {isOpen && <Entries group={group} {...rest} />}
    </details>
  )
}

function Entries({ group, engine, version, onGo }: Omit<LedgerPartProps, 'converted'> & { group: LedgerGroup }) {
  const words = useWords(recordWords)
  const [wanted, setWanted] = useState(step)
  const { safety, count } = group
  const entries = useAnswer(
    () => engine.ask('recordLedger', { safety, first: 0, count: wanted }),
    [engine, version, safety, wanted],
  )
  return (
    <>
      <Wide label={words.ledger}>
        <table class="entries">
          <thead>
            <tr>
              {[words.place, words.outcome, words.row, words.why].map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(entries ?? []).map((entry) => (
              <EntryRow key={`${entry.side} ${entry.path}`} entry={entry} onGo={onGo} />
            ))}
          </tbody>
        </table>
      </Wide>
      {wanted < count && (
        <button type="button" onClick={() => setWanted(wanted + step * 4)}>
          {words.showMore} ({words.more(count - wanted)})
        </button>
      )}
    </>
  )
}

function EntryRow({ entry, onGo }: { entry: LedgerLine; onGo(side: Side, line: number): void }) {
  const language = useContext(LanguageContext)
  const words = useWords(recordWords)
  const { path, row, table, outcome, grade, note, line, side = 'input' } = entry
  return (
    <tr>
      <th scope="row">
        {line === undefined ? (
          <code>{path}</code>
        ) : (
          <button type="button" class="place" onClick={() => onGo(side, line)}>
            {path}
          </button>
        )}
        <span class="quiet"> {words.sides[side]}</span>
      </th>
      <td>
        <Badge tone={toneOfOutcome[outcome]}>{outcomeWords[language][outcome]}</Badge>{' '}
        <span class="quiet">
          {grade} {gradeMeanings[language][grade]}
        </span>
      </td>
      <td>
        <RowLink row={row} table={table} />
      </td>
      <td lang="en">{note}</td>
    </tr>
  )
}
