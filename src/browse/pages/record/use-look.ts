import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Engine } from '../../engine/client.ts'
import type { Leaf, Side } from '../../engine/record/plain.ts'
import { unlessStopped } from './stopped.ts'

export const otherSide: Readonly<Record<Side, Side>> = { input: 'output', output: 'input' }

/** A line that the list of its side shall bring into view; a new object each time. */
export interface Reveal {
  readonly line: number
}
type Reveals = Readonly<Partial<Record<Side, Reveal>>>

/** Where the reader looks, what is known of it, and what is lit on the other side. */
export interface Look {
  readonly leaf: Leaf | undefined
  readonly isPinned: boolean
  readonly cursor: Readonly<Record<Side, number>>
  readonly reveal: Reveals
  /** Which of the counterparts `next` has come to. */
  readonly counterpart: number
  /** Goes to a line by key or click. */
  go(side: Side, line: number, pin: boolean): void
  /** The pointer rests on a line; nothing happens while another one is pinned. */
  hover(side: Side, line: number): void
  next(): void
  /** Goes to the counterpart. */
  cross(): Side | undefined
  free(): void
  /** Goes to a line from elsewhere on the page: it is brought into view. */
  jump(side: Side, line: number): void
}

interface Seen {
  readonly leaf: Leaf | undefined
  readonly isPinned: boolean
  readonly counterpart: number
}

const nothing: Seen = { leaf: undefined, isPinned: false, counterpart: 0 }
const top: Readonly<Record<Side, number>> = { input: 0, output: 0 }

/** Asks the engine about the line that is looked at. Answers that come late are passed over. */
export function useLook(engine: Engine, version: number, onPin: (leaf: Leaf) => void): Look {
  const [seen, setSeen] = useState(nothing)
  const [cursor, setCursor] = useState(top)
  const [reveal, setReveals] = useState<Reveals>({})
  const bring = useCallback((side: Side, line: number) => setReveals((before) => ({ ...before, [side]: { line } })), [])
  const asked = useRef(0)
  useEffect(() => {
    asked.current += 1
    setSeen(nothing)
    setCursor(top)
    setReveals({})
  }, [version])
  const ask = useCallback(
    (side: Side, line: number, pin: boolean) => {
      const question = ++asked.current
      void engine
        .ask('recordLeaf', { side, line })
        .catch(unlessStopped)
        .then((leaf) => {
          if (question !== asked.current) return
          setSeen({ leaf, isPinned: pin && leaf !== undefined, counterpart: 0 })
          const [first] = leaf?.counterparts ?? []
          if (first !== undefined) bring(otherSide[side], first.line)
          if (pin && leaf !== undefined) onPin(leaf)
        })
    },
    [engine, onPin, bring],
  )
  const go = (side: Side, line: number, pin: boolean) => {
    setCursor((before) => ({ ...before, [side]: line }))
    ask(side, line, pin)
    bring(side, line)
  }
  const counterparts = seen.leaf?.counterparts ?? []
  return {
    ...seen,
    cursor,
    reveal,
    go,
    hover: (side, line) => {
      if (!seen.isPinned && (seen.leaf?.side !== side || seen.leaf.line !== line)) ask(side, line, false)
    },
    next: () => {
      const at = (seen.counterpart + 1) % Math.max(counterparts.length, 1)
      const found = counterparts[at]
      if (found === undefined || seen.leaf === undefined) return
      setSeen({ ...seen, counterpart: at })
      bring(otherSide[seen.leaf.side], found.line)
    },
    cross: () => {
      const found = counterparts[seen.counterpart]
      if (found === undefined || seen.leaf === undefined) return undefined
      const side = otherSide[seen.leaf.side]
      go(side, found.line, false)
      return side
    },
    free: () => setSeen(nothing),
    jump: (side, line) => go(side, line, true),
  }
}
