import { type ComponentChild, createElement } from 'preact'
import type { Engine } from '../../engine/client.ts'
import type { NarrativePart } from '../../engine/record/narrative.ts'
import type { Side } from '../../engine/record/plain.ts'
import type { NarrativeNode } from '../../engine/record/xhtml.ts'
import { useWords } from '../../language.ts'
import { useAnswer } from './use-answer.ts'
import { recordWords } from './words.ts'

/** What a document says in words for people. */
export function NarrativeView({ engine, side, version }: { engine: Engine; side: Side; version: number }) {
  const words = useWords(recordWords)
  const found = useAnswer(() => engine.ask('recordNarratives', { side }), [engine, side, version])
  if (found === undefined) return <p class="quiet">…</p>
  if (found.parts.length === 0) return <p class="quiet">{words.noNarrative}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard (WCAG 2.1.1)
    <section class="narratives" tabIndex={0} aria-label={`${words.narrative}, ${words.sides[side]}`}>
      {found.parts.map((part) => (
        <Part key={part.place} part={part} />
      ))}
      {found.others > 0 && <p class="left">{words.more(found.others)}</p>}
    </section>
  )
}

function Part({ part: { title, kind, nodes } }: { part: NarrativePart }) {
  const words = useWords(recordWords)
  const Heading = kind === 'section' ? 'h4' : 'h3'
  return (
    <article class="narrative">
      <Heading>{title}</Heading>
      {nodes === undefined ? <p class="left">{words.badNarrative}</p> : nodes.map(drawn)}
    </article>
  )
}

/** Elements of the short list that narratives are reduced to; nothing of the document becomes markup. */
export function drawn(node: NarrativeNode): ComponentChild {
  if (typeof node === 'string') return node
  const { tag, lang, columns, rows, children } = node
  return createElement(tag, { lang, colSpan: columns, rowSpan: rows }, ...children.map(drawn))
}
