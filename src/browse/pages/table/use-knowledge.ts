import { useEffect, useState } from 'preact/hooks'
import { sharedEngine } from '../../engine/shared.ts'
import type { RowKnowledge } from '../../engine/tables.ts'

/** By the ids of rows; `loading` until it is there, `failed` if the engine cannot be had. */
export type Knowledge = 'loading' | 'failed' | Readonly<Record<string, RowKnowledge>>

const known = new Map<string, Readonly<Record<string, RowKnowledge>>>()

/** What profiles and example stories say of the rows of a table. The table is there before it. */
export function useKnowledge(table: string): Knowledge {
  const [answers, setAnswers] = useState<Readonly<Record<string, Knowledge>>>({})
  useEffect(() => {
    if (known.has(table)) return
    let isWanted = true
    const take = (answer: Knowledge) => {
      if (isWanted) setAnswers((before) => ({ ...before, [table]: answer }))
    }
    sharedEngine()
      .ask('tableKnowledge', table)
      .then(
        (answer) => {
          known.set(table, answer)
          take(answer)
        },
        () => take('failed'),
      )
    return () => {
      isWanted = false
    }
  }, [table])
  return known.get(table) ?? answers[table] ?? 'loading'
}
