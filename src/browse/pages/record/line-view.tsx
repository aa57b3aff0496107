import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Severity as SeverityWord } from '../../../issue/catalogue.ts'
import { LanguageContext } from '../../language.ts'
import { LineRow } from './line-row.tsx'
import { scrollFor, windowOf } from './line-window.ts'
import { type AskLines, useLines } from './use-lines.ts'

/** What the keys of a list of lines do besides moving in it. */
export interface LineActions {
  /** The line is where the reader is now; `pin` keeps it there. */
  onLook(line: number, pin: boolean): void
  onHover(line: number): void
  onNext(): void
  onCross(): void
  onFree(): void
}

interface LineViewProps extends LineActions {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly version: number
  readonly ask: AskLines
  /** The line where the keyboard is. */
  readonly cursor: number
  readonly lit: ReadonlySet<number>
  readonly marks: ReadonlyMap<number, SeverityWord>
  /** A line to bring into view; a new object each time. */
  readonly reveal: { readonly line: number } | undefined
}

/** A document as lines, of which only those that are seen are there. One stop of the keyboard; arrows move in it. */
export function LineView(props: LineViewProps) {
  const { id, label, count, version, ask, cursor, lit, marks, reveal } = props
  const box = useRef<HTMLDivElement>(null)
  const pointer = useRef({ x: -1, y: -1 })
  const [top, setTop] = useState(0)
  const [size, setSize] = useState({ lineHeight: 24, boxHeight: 480 })
  const language = useContext(LanguageContext)
  const scroll = { count, top, ...size }
  const { first, count: drawn, offset, height } = windowOf(scroll)
  const lineAt = useLines(ask, version, first, drawn)
  useBoxSize(box, setSize)
  useEffect(() => {
    if (reveal !== undefined && box.current !== null)
      box.current.scrollTop = scrollFor(reveal.line, { ...scroll, top: box.current.scrollTop })
  }, [reveal])
  useEffect(() => {
    if (box.current !== null) box.current.scrollTop = 0
  }, [version])
  const numbers = Array.from({ length: drawn }, (_, index) => first + index)
  return (
    <div
      ref={box}
      id={id}
      class="lines"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={numbers.includes(cursor) ? `${id}-${cursor}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={(event) => onKey(event, props, Math.floor(size.boxHeight / size.lineHeight) - 1)}
      onMouseMove={(event) => {
        // Scrolling moves lines under a pointer that rests: nobody has pointed at them.
        const isSame = pointer.current.x === event.clientX && pointer.current.y === event.clientY
        pointer.current = { x: event.clientX, y: event.clientY }
        if (!isSame) lineOf(event, props.onHover)
      }}
      onClick={(event) => lineOf(event, (line) => props.onLook(line, true))}
    >
      <div role="presentation" class="all-lines" style={{ height: `${height}px` }}>
        <div role="presentation" class="seen-lines" style={{ transform: `translateY(${offset}px)` }}>
          {numbers.map((number) => (
            <LineRow
              key={number}
              id={`${id}-${number}`}
              number={number}
              count={count}
              line={lineAt(number)}
              isCursor={number === cursor}
              isLit={lit.has(number)}
              mark={marks.get(number)}
              language={language}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

/** The height of a line and of the box, as they are with the reader's own size of text. */
function useBoxSize(
  box: { readonly current: HTMLElement | null },
  setSize: (size: { lineHeight: number; boxHeight: number }) => void,
) {
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const measure = () => {
      const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight)
      setSize({ lineHeight, boxHeight: element.clientHeight })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
}

function lineOf(event: Event, use: (line: number) => void): void {
  const row = (event.target as Element).closest('[data-line]')
  if (row !== null) use(Number(row.getAttribute('data-line')))
}

function onKey(event: KeyboardEvent, props: LineViewProps, page: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { cursor, count, onLook, onNext, onCross, onFree } = props
  const move = (line: number) => onLook(Math.min(Math.max(line, 0), count - 1), false)
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(cursor + 1),
    ArrowUp: () => move(cursor - 1),
    PageDown: () => move(cursor + page),
    PageUp: () => move(cursor - page),
    Home: () => move(0),
    End: () => move(count - 1),
    Enter: () => onLook(cursor, true),
    ' ': () => onLook(cursor, true),
    Escape: onFree,
    n: onNext,
    c: onCross,
  }
  if (!Object.hasOwn(actions, event.key)) return
  event.preventDefault()
  actions[event.key]?.()
}
