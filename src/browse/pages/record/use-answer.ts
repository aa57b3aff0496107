import { useEffect, useState } from 'preact/hooks'
import { unlessStopped } from './stopped.ts'

/**
 * What the engine answers, asked anew when one of `about` changes; undefined until it is there, and where the engine was stopped
 * before it had answered.
 */
export function useAnswer<T>(ask: () => Promise<T>, about: readonly unknown[]): T | undefined {
  const [answer, setAnswer] = useState<T>()
  useEffect(() => {
    let isWanted = true
    setAnswer(undefined)
    void ask()
      .catch(unlessStopped)
      .then((found) => isWanted && setAnswer(() => found))
    return () => {
      isWanted = false
    }
  }, about)
  return answer
}
