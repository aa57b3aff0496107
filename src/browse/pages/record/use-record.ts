import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Given } from './given.ts'
import { type Chosen, idle, type RecordState } from './record-state.ts'
import { Engines, runRecord } from './run-record.ts'

export interface RecordRun {
  readonly state: RecordState
  readonly engines: Engines
  /** Ends what is under way; what is there stays. */
  stop(): void
}

/** Converts the record that is given, anew when it or the options change, and checks both sides. */
export function useRecord(given: Given | undefined, chosen: Chosen): RecordRun {
  const [state, setState] = useState(idle)
  const [engines] = useState(() => new Engines())
  const busy = useRef(false)
  const key = JSON.stringify({ ...chosen, patient: undefined })
  const options = useMemo(() => chosen, [key, chosen.patient])
  useEffect(() => {
    if (given === undefined) {
      setState(idle)
      return undefined
    }
    let isCurrent = true
    setState(({ version }) => ({ ...idle, version: version + 1 }))
    busy.current = true
    void runRecord(engines, given, options, (part) => {
      if (isCurrent) setState((before) => ({ ...before, ...part }))
    }).then(() => {
      if (isCurrent) busy.current = false
    })
    return () => {
      isCurrent = false
      if (busy.current) engines.stop()
    }
  }, [given, options, engines])
  useEffect(() => () => engines.stop(), [engines])
  const stop = () => (state.phase === 'ready' ? engines.check.stop() : engines.stop())
  return { state, engines, stop }
}
