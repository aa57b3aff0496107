import { conditionWords } from '../../../../mapping/render/entry-other.ts'
import { AssumptionLinks } from '../../../../page/components/assumption-links.tsx'
import { Citation } from '../../../../page/components/citation.tsx'
import { ReviewState } from '../../../../page/components/review-state.tsx'
import { Safety } from '../../../../page/components/safety.tsx'
import { Wide } from '../../../../page/components/wide.tsx'
import { useTables } from '../use-tables.ts'
import { NamedHead, useNamedRow } from './named.tsx'

/** The filter on what comes in from other countries, in its order. */
export function Criteria() {
  const { words, language, mappings, to } = useTables()
  const rowOf = useNamedRow()
  return (
    <Wide label={words.other.criteria}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.other.criteria}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.used}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {mappings.criteria.map(({ id, resource, when, decision, kind, reason, cite, safety, review, assumes }) => (
            <tr key={id} {...rowOf(id)}>
              <NamedHead name={id} />
              <td>
                <code>{resource}</code>
                <ul class="plain-list" lang="en">
                  {when.map(conditionWords).map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
                {when.length === 0 && words.always}
              </td>
              <td>
                {words.decision[decision]}
                {kind !== undefined && (
                  <>
                    {' '}
                    <code>{kind}</code>
                  </>
                )}{' '}
                <Safety safety={safety} language={language} />
              </td>
              <td>
                <span lang="en">{reason}</span>{' '}
                <span class="sources">
                  <Citation cite={cite} language={language} />
                  <AssumptionLinks
                    ids={assumes}
                    language={language}
                    hrefOf={(one) => to(['assumptions'], { id: one })}
                  />
                  <ReviewState review={review} language={language} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
