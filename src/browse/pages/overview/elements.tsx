import { useEffect, useState } from 'preact/hooks'
import { coverageStates } from '../../../inspect/coverage.ts'
import { Wide } from '../../../page/components/wide.tsx'
import type { ElementCounts } from '../../engine/overview.ts'
import { sharedEngine } from '../../engine/shared.ts'
import { useWords } from '../../language.ts'
import { overviewWords } from './words.ts'

let known: readonly ElementCounts[] | undefined

/** What becomes of the elements of the profiles, which the engine counts once the rest of the page is there. */
export function Elements() {
  const words = useWords(overviewWords)
  const counts = useElementCounts()
  return (
    <section aria-busy={counts === 'loading'}>
      <h2>{words.elements}</h2>
      <p>{words.elementsAbout}</p>
      {counts === 'loading' ? (
        <p role="status" class="quiet">
          {words.counting}
        </p>
      ) : counts === 'failed' ? (
        <p role="status">{words.notCounted}</p>
      ) : (
        <CountsTable counts={counts} />
      )}
    </section>
  )
}

function CountsTable({ counts }: { counts: readonly ElementCounts[] }) {
  const words = useWords(overviewWords)
  return (
    <Wide label={words.elements}>
      <table class="element-counts">
        <thead>
          <tr>
            <th scope="col">{words.edge}</th>
            <th scope="col">{words.form}</th>
            {coverageStates.map((state) => (
              <th scope="col" class="number" key={state}>
                {words.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map(({ edge, form, counts }) => (
            <tr key={`${edge} ${form}`}>
              <th scope="row">{edge.replace('-', ' ⇄ ')}</th>
              <td>
                <code>{form}</code>
              </td>
              {coverageStates.map((state) => (
                <td class="number" key={state}>
                  {counts[state]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function useElementCounts(): readonly ElementCounts[] | 'loading' | 'failed' {
  const [counts, setCounts] = useState<readonly ElementCounts[] | 'loading' | 'failed'>(known ?? 'loading')
  useEffect(() => {
    if (known !== undefined) return
    let isWanted = true
    const ask = async () => {
      try {
        known = await sharedEngine().ask('elementCounts', undefined)
        if (isWanted) setCounts(known)
      } catch {
        // Whatever it was: the page is whole without these numbers, and says that they are not there.
        if (isWanted) setCounts('failed')
      }
    }
    // The engine is large, and nobody shall wait for it who only came to look.
    const waiting = setTimeout(() => void ask(), 300)
    return () => {
      isWanted = false
      clearTimeout(waiting)
    }
  }, [])
  return counts
}
