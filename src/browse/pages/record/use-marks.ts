import { useEffect, useState } from 'preact/hooks'
import type { Severity } from '../../../issue/catalogue.ts'
import type { Engine } from '../../engine/client.ts'
import type { Findings } from '../../engine/record/check.ts'
import type { Side } from '../../engine/record/plain.ts'
import { unlessStopped } from './stopped.ts'

type Marks = Readonly<Record<Side, ReadonlyMap<number, Severity>>>

const none: Marks = { input: new Map(), output: new Map() }

/** The lines that validating found something on, with the gravest of it. */
export function useMarks(engine: Engine, version: number, findings: Readonly<Partial<Record<Side, Findings>>>): Marks {
  const [marks, setMarks] = useState(none)
  useEffect(() => setMarks(none), [version])
  for (const side of ['input', 'output'] as const) useMarksOf(engine, version, side, findings[side], setMarks)
  return marks
}

function useMarksOf(
  engine: Engine,
  version: number,
  side: Side,
  found: Findings | undefined,
  setMarks: (change: (before: Marks) => Marks) => void,
) {
  useEffect(() => {
    if (found === undefined || found.count === 0) return undefined
    let isWanted = true
    const places = found.issues.map(({ path }) => path)
    void engine
      .ask('recordFind', { side, places })
      .catch(unlessStopped)
      .then((lines = []) => {
        const marked = new Map<number, Severity>()
        // Errors come first, so the first one of a line is the gravest.
        lines.forEach((line, index) => {
          const severity = found.issues[index]?.severity
          if (line !== undefined && severity !== undefined && !marked.has(line)) marked.set(line, severity)
        })
        if (isWanted) setMarks((before) => ({ ...before, [side]: marked }))
      })
    return () => {
      isWanted = false
    }
  }, [engine, version, side, found])
}
