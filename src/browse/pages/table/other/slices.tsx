import { Citation } from '../../../../page/components/citation.tsx'
import { Wide } from '../../../../page/components/wide.tsx'
import { useTables } from '../use-tables.ts'
import { NamedHead, useNamedRow } from './named.tsx'

/** Which member of a list is meant by the name of a slice, and the elements that code writes beside the tables. */
export function Slices() {
  return (
    <>
      <SliceTable />
      <ContainerTable />
    </>
  )
}

function SliceTable() {
  const { words, language, mappings } = useTables()
  const rowOf = useNamedRow()
  return (
    <Wide label={words.slice}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.slice}</th>
            <th scope="col">{words.match}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {mappings.slices.map(({ id, match, cite }) => (
            <tr key={id} {...rowOf(id)}>
              <NamedHead name={id} />
              <td>
                {Object.entries(match).map(([path, value]) => (
                  <code class="element" key={path}>{`${path} = ${value}`}</code>
                ))}
              </td>
              <td>
                <Citation cite={cite} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function ContainerTable() {
  const { words, language, mappings } = useTables()
  const rowOf = useNamedRow()
  return (
    <Wide label={words.containers}>
      <table {...rowOf('containers')}>
        <caption>{words.containers}</caption>
        <thead>
          <tr>
            <th scope="col">{words.writes}</th>
            <th scope="col">{words.tables}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {mappings.containers.map(({ id, tables, note, cite }) => (
            <tr key={id} {...rowOf(id)}>
              <NamedHead name={id} />
              <td>{tables.join(', ')}</td>
              <td>
                <span lang="en">{note}</span> <Citation cite={cite} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
