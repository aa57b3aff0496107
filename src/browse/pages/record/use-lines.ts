import { useEffect, useReducer, useRef } from 'preact/hooks'
import type { ShownLine } from '../../engine/record/plain.ts'
import { unlessStopped } from './stopped.ts'

/** Lines are asked for so many at a time, and so many times as many are kept. */
const size = 100
const kept = 60

export type AskLines = (first: number, count: number) => Promise<readonly ShownLine[]>

/** Lines of a document that the engine holds, as they are needed. A line that is on its way is undefined. */
export function useLines(ask: AskLines, version: number, first: number, count: number) {
  const chunks = useRef(new Map<number, readonly ShownLine[] | 'asked'>())
  const known = useRef(version)
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0)
  if (known.current !== version) {
    known.current = version
    chunks.current = new Map()
  }
  useEffect(() => {
    const held = chunks.current
    for (let chunk = Math.floor(first / size); chunk * size < first + count; chunk++) {
      if (held.has(chunk)) continue
      held.set(chunk, 'asked')
      void ask(chunk * size, size)
        .catch(unlessStopped)
        .then((lines) => {
          // What was asked of an engine that was stopped is asked for again when it is still wanted.
          if (lines === undefined) held.delete(chunk)
          else held.set(chunk, lines)
          forget(held, chunk)
          redraw(undefined)
        })
    }
  }, [ask, version, first, count])
  return (line: number): ShownLine | undefined => {
    const chunk = chunks.current.get(Math.floor(line / size))
    return chunk === undefined || chunk === 'asked' ? undefined : chunk[line % size]
  }
}

/** Keeps what is near. */
function forget(chunks: Map<number, unknown>, near: number): void {
  if (chunks.size <= kept) return
  for (const chunk of chunks.keys()) if (Math.abs(chunk - near) > kept / 2) chunks.delete(chunk)
}
