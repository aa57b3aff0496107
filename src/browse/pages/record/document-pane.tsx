import { useState } from 'preact/hooks'
import type { Severity } from '../../../issue/catalogue.ts'
import type { Engine } from '../../engine/client.ts'
import type { Side } from '../../engine/record/plain.ts'
import { useWords } from '../../language.ts'
import { LineView } from './line-view.tsx'
import { NarrativeView } from './narrative-view.tsx'
import { PictureView } from './picture-view.tsx'
import { Tabs } from './tabs.tsx'
import type { AskLines } from './use-lines.ts'
import { type Look, otherSide } from './use-look.ts'
import { recordWords } from './words.ts'

type View = 'json' | 'narrative' | 'picture'

/** One side: the document as lines, as the text that it has for people, or as a picture. */
export function DocumentPane(props: {
  side: Side
  form: string
  engine: Engine
  version: number
  count: number
  ask: AskLines
  look: Look
  marks: ReadonlyMap<number, Severity>
  isShown: boolean
  onCross(): void
}) {
  const { side, form, engine, version, count, ask, look, marks, isShown, onCross } = props
  const words = useWords(recordWords)
  const [view, setView] = useState<View>('json')
  const counterparts = look.leaf?.side === otherSide[side] ? look.leaf.counterparts : []
  const own = look.leaf?.side === side ? [look.leaf.line] : []
  return (
    <section class={isShown ? 'pane' : 'pane away'} aria-labelledby={`pane-${side}`}>
      <h2 id={`pane-${side}`}>
        {words.sides[side]}: {form} <span class="quiet">{words.lines(count)}</span>
      </h2>
      <Tabs<View>
        id={`view-${side}`}
        label={`${words.show}, ${words.sides[side]}`}
        tabs={[
          ['json', words.json],
          ['narrative', words.narrative],
          ['picture', words.picture],
        ]}
        shown={view}
        onShow={setView}
      >
        {view === 'json' && (
          <LineView
            id={`lines-${side}`}
            label={`${words.sides[side]}: ${form}`}
            count={count}
            version={version}
            ask={ask}
            cursor={look.cursor[side]}
            lit={new Set([...counterparts.map(({ line }) => line), ...own])}
            marks={marks}
            reveal={look.reveal[side]}
            onLook={(line, pin) => look.go(side, line, pin)}
            onHover={(line) => look.hover(side, line)}
            onNext={look.next}
            onCross={onCross}
            onFree={look.free}
          />
        )}
        {view === 'narrative' && <NarrativeView engine={engine} side={side} version={version} />}
        {view === 'picture' && <PictureView engine={engine} side={side} version={version} />}
      </Tabs>
    </section>
  )
}
