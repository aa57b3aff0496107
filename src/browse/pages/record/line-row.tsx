import type { Severity as SeverityWord } from '../../../issue/catalogue.ts'
import { Badge } from '../../../page/components/badge.tsx'
import { Severity } from '../../../page/components/severity.tsx'
import { toneOfOutcome } from '../../../page/tones.ts'
import { outcomeWords } from '../../../page/words.ts'
import type { ShownLine } from '../../engine/record/plain.ts'
import type { Language } from '../../language.ts'

interface LineRowProps {
  readonly id: string
  readonly number: number
  readonly count: number
  readonly line: ShownLine | undefined
  readonly isCursor: boolean
  readonly isLit: boolean
  readonly mark: SeverityWord | undefined
  readonly language: Language
}

/** One line of a document: its number, what validating found there, the text, and what the ledger says of it. */
export function LineRow({ id, number, count, line, isCursor, isLit, mark, language }: LineRowProps) {
  const classes = ['line', isCursor ? 'cursor' : '', isLit ? 'lit' : ''].filter(Boolean).join(' ')
  return (
    <div
      id={id}
      class={classes}
      role="option"
      tabIndex={-1}
      aria-selected={isCursor}
      aria-posinset={number + 1}
      aria-setsize={count}
      data-line={number}
      data-place={line?.place}
    >
      <span class="gutter" aria-hidden="true">
        {isLit ? '◆' : number + 1}
      </span>
      <span class="text" style={{ '--depth': String(line?.depth ?? 0) }}>
        {line === undefined ? '…' : <LineText line={line} />}
      </span>
      {mark !== undefined && <Severity of={mark} language={language} />}
      {line?.outcome !== undefined && (
        <Badge tone={toneOfOutcome[line.outcome]}>{outcomeWords[language][line.outcome]}</Badge>
      )}
    </div>
  )
}

function LineText({ line: { name, text, kind, comma } }: { line: ShownLine }) {
  return (
    <>
      {name !== undefined && (
        <>
          <span class="name">{name}</span>:{' '}
        </>
      )}
      {kind === 'leaf' ? <span class="value">{text}</span> : text}
      {comma && ','}
    </>
  )
}
