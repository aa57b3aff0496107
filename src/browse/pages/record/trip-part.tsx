import { useState } from 'preact/hooks'
import { CheckField } from '../../../page/components/filter-bar.tsx'
import { Wide } from '../../../page/components/wide.tsx'
import { Badge, type Tone } from '../../../page/components/badge.tsx'
import type { Engine } from '../../engine/client.ts'
import { type LeafChange, type LeafDiff, type LeafState, leafStates } from '../../engine/record/leaf-diff.ts'
import type { Content, RecordOptions } from '../../engine/record/plain.ts'
import { useWords } from '../../language.ts'
import { useAnswer } from './use-answer.ts'
import { recordWords } from './words.ts'

interface TripPartProps {
  readonly engine: Engine
  readonly content: Content
  readonly options: RecordOptions
  readonly from: string
  readonly version: number
}

/** The record there and back again, compared leaf by leaf, with and without the original at hand. */
export function TripPart({ engine, content, options, from, version }: TripPartProps) {
  const words = useWords(recordWords)
  const [hasBase, setHasBase] = useState(false)
  const [withSame, setWithSame] = useState(false)
  const diff = useAnswer(
    () => engine.ask('recordTrip', { content, options, hasBase, withSame }),
    [engine, version, hasBase, withSame],
  )
  return (
    <>
      <p>{words.tripAbout(from, options.to)}</p>
      <div class="fields">
        <CheckField label={words.withBase} checked={hasBase} onChange={setHasBase} />
        <CheckField label={words.withSame} checked={withSame} onChange={setWithSame} />
      </div>
      <div aria-live="polite">{diff === undefined ? <p>{words.checking}</p> : <Diff diff={diff} />}</div>
    </>
  )
}

const tones: Readonly<Record<LeafState, Tone>> = { same: 'same', changed: 'less', missing: 'lost', added: 'told' }

function Diff({ diff: { counts, changes, others } }: { diff: LeafDiff }) {
  const words = useWords(recordWords)
  const isIdentical = counts.changed + counts.missing + counts.added === 0
  return (
    <>
      <p class="trip-counts">
        {isIdentical && <strong>{words.identical} </strong>}
        {leafStates.map((state) => (
          <span key={state}>
            <Badge tone={counts[state] === 0 ? 'plain' : tones[state]}>
              {counts[state]} {words.states[state]}
            </Badge>{' '}
          </span>
        ))}
      </p>
      {changes.length > 0 && <Changes changes={changes} />}
      {others > 0 && <p class="left">{words.more(others)}</p>}
    </>
  )
}

function Changes({ changes }: { changes: readonly LeafChange[] }) {
  const words = useWords(recordWords)
  return (
    <Wide label={words.trip}>
      <table class="changes">
        <thead>
          <tr>
            {[words.place, words.state, words.before, words.after].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ state, place, before, after }, index) => (
            <tr key={index}>
              <th scope="row">
                <code>{place}</code>
              </th>
              <td>
                <Badge tone={tones[state]}>{words.states[state]}</Badge>
              </td>
              <td>{before !== undefined && <code>{before}</code>}</td>
              <td>{after !== undefined && <code>{after}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
