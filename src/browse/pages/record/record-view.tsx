import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Issue } from '../../../issue/issue.ts'
import { Fold } from '../../../page/components/fold.tsx'
import type { Content, Converted, Leaf, RecordOptions, Side } from '../../engine/record/plain.ts'
import { useWords } from '../../language.ts'
import { DocumentPane } from './document-pane.tsx'
import { FindingsPart } from './findings-part.tsx'
import type { Given } from './given.ts'
import { LeafStrip } from './leaf-strip.tsx'
import { LedgerPart } from './ledger-part.tsx'
import { IssueLines } from './problems.tsx'
import type { RecordState } from './record-state.ts'
import type { Engines } from './run-record.ts'
import { unlessStopped } from './stopped.ts'
import { Tabs } from './tabs.tsx'
import { TripPart } from './trip-part.tsx'
import { useLook } from './use-look.ts'
import { useMarks } from './use-marks.ts'
import { recordWords } from './words.ts'

interface RecordViewProps {
  readonly given: Given
  readonly state: RecordState
  readonly converted: Converted
  readonly options: RecordOptions
  readonly engines: Engines
  /** The place that the address names, and its side. */
  readonly at: string | undefined
  readonly side: Side
  onPin(leaf: Leaf): void
  onTurn(output: Content, from: Converted['from']): void
}

const sides = ['input', 'output'] as const
type Part = 'ledger' | 'findings' | 'trip'

/** Both sides of a conversion, what ties them, and below what the books and the rules say. */
export function RecordView(props: RecordViewProps) {
  const { state, converted, engines, onPin, onTurn } = props
  const words = useWords(recordWords)
  const { version, findings } = state
  const { view } = engines
  const [shownSide, setShownSide] = useState<Side>(props.side)
  const look = useLook(view, version, onPin)
  const marks = useMarks(view, version, findings)
  const askInput = useCallback(
    (first: number, count: number) => view.ask('recordLines', { side: 'input', first, count }),
    [view, version],
  )
  const askOutput = useCallback(
    (first: number, count: number) => view.ask('recordLines', { side: 'output', first, count }),
    [view, version],
  )
  const go = (side: Side, line: number) => {
    setShownSide(side)
    look.jump(side, line)
    document.getElementById(`lines-${side}`)?.focus()
  }
  const goToPlace = (side: Side, place: string) =>
    void view
      .ask('recordFind', { side, places: [place] })
      .catch(unlessStopped)
      .then(([line] = []) => line !== undefined && go(side, line))
  useAddress(props, look.leaf, (line) => {
    setShownSide(props.side)
    look.jump(props.side, line)
  })
  return (
    <>
      {converted.issues.length > 0 && (
        <Fold title={`${words.issues} (${converted.issueCount})`} open={converted.issues.some(isGrave)}>
          <IssueLines name={props.given.name} issues={converted.issues} />
          {converted.issueCount > converted.issues.length && (
            <p class="left">{words.more(converted.issueCount - converted.issues.length)}</p>
          )}
        </Fold>
      )}
      {converted.isTooMuch && <p class="left">{words.tooMuch}</p>}
      <div class="view-actions">
        <button
          type="button"
          onClick={() => void view.ask('recordOutput', {}).then((text) => onTurn(text, converted.from))}
        >
          ⇄ {words.turn}
        </button>
        <fieldset class="side-switch">
          <legend>{words.shownSide}</legend>
          {sides.map((side) => (
            <label key={side}>
              <input type="radio" name="side" checked={side === shownSide} onChange={() => setShownSide(side)} />
              <span>{words.sides[side]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div class="panes">
        {sides.map((side) => (
          <DocumentPane
            key={side}
            side={side}
            form={side === 'input' ? converted.dialect : converted.to}
            engine={view}
            version={version}
            count={converted.lines[side]}
            ask={side === 'input' ? askInput : askOutput}
            look={look}
            marks={marks[side]}
            isShown={side === shownSide}
            onCross={() => {
              const target = look.cross()
              if (target === undefined) return
              setShownSide(target)
              requestAnimationFrame(() => document.getElementById(`lines-${target}`)?.focus())
            }}
          />
        ))}
      </div>
      <p class="quiet keys">{words.keys}</p>
      <LeafStrip look={look} onGo={go} />
      <Below {...props} onGo={go} onGoToPlace={goToPlace} />
    </>
  )
}

/** Goes to the place in the address once the record is there, and when the address changes. */
function useAddress({ at, side, state, engines }: RecordViewProps, leaf: Leaf | undefined, go: (line: number) => void) {
  useEffect(() => {
    if (at === undefined || (leaf?.place === at && leaf.side === side)) return undefined
    let isWanted = true
    void engines.view
      .ask('recordFind', { side, places: [at] })
      .catch(unlessStopped)
      .then(([line] = []) => {
        if (isWanted && line !== undefined) go(line)
      })
    return () => {
      isWanted = false
    }
  }, [at, side, state.version])
}

/** What is told for information stays folded. */
function isGrave({ severity }: Issue): boolean {
  return severity !== 'information'
}

/** What the books and the rules say. */
function Below(
  props: RecordViewProps & { onGo(side: Side, line: number): void; onGoToPlace(side: Side, place: string): void },
) {
  const { given, state, converted, options, engines, onGo, onGoToPlace } = props
  const words = useWords(recordWords)
  const [part, setPart] = useState<Part>('ledger')
  const { input, output } = state.findings
  const count = (input?.count ?? 0) + (output?.count ?? 0)
  const total = converted.groups.reduce((sum, group) => sum + group.count, 0)
  return (
    <Tabs<Part>
      id="below"
      label={words.below}
      tabs={[
        ['ledger', `${words.ledger} (${total})`],
        ['findings', output === undefined ? words.findings : `${words.findings} (${count})`],
        ['trip', words.trip],
      ]}
      shown={part}
      onShow={setPart}
    >
      {part === 'ledger' && (
        <LedgerPart engine={engines.view} version={state.version} converted={converted} onGo={onGo} />
      )}
      {part === 'findings' && (
        <FindingsPart findings={state.findings} isChecking={state.isChecking} onGo={onGoToPlace} />
      )}
      {part === 'trip' && (
        <TripPart
          engine={engines.check}
          content={given.content}
          options={options}
          from={converted.from}
          version={state.version}
        />
      )}
    </Tabs>
  )
}
