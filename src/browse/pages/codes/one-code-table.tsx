import { relations } from '../../../mapping/load-row.ts'
import { ChoiceField, FilterBar, SearchField } from '../../../page/components/filter-bar.tsx'
import { confidenceWords, relationWords } from '../../../page/words.ts'
import type { CodeTable } from '../../../terminology/code-table.ts'
import { confidences, filterCodes, usersOf } from './code-rows.ts'
import { CodeRows } from './code-rows-table.tsx'
import { ToLeft } from './to-left.tsx'
import { useCodes } from './use-codes.ts'

/** One code table in both directions. */
export function OneCodeTable({ table }: { table: CodeTable }) {
  const { words, filter } = useCodes()
  const rows = filterCodes(table, filter)
  const isOneSided = table.rows.every(({ right }) => right === '')
  return (
    <>
      <h1>{table.id}</h1>
      <Head table={table} />
      <Filters table={table} left={rows.length} />
      {rows.length === 0 && <p>{words.noRow}</p>}
      {!isOneSided && <h2>{words.toRight}</h2>}
      {rows.length > 0 && <CodeRows table={table} rows={rows} isOneSided={isOneSided} />}
      {isOneSided ? <p>{words.oneSided}</p> : <ToLeft table={table} rows={rows} />}
    </>
  )
}

function Head({ table }: { table: CodeTable }) {
  const { words } = useCodes()
  const sides = [
    [words.left, table.leftSystem],
    [words.right, table.rightSystem],
    [words.rightCodes, table.rightCodes ?? ''],
    [words.rule, table.rule ?? ''],
  ].filter(([, value]) => value !== '')
  return (
    <>
      <dl class="sides">
        {sides.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <UsedBy table={table} />
    </>
  )
}

function UsedBy({ table }: { table: CodeTable }) {
  const { words, mappings, to } = useCodes()
  const users = usersOf(table, mappings)
  if (users.length === 0) return <p class="quiet">{words.byCode}</p>
  return (
    <p>
      {words.usedBy}:{' '}
      {users.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={to(['table'], { row: id })}>{id}</a>
        </span>
      ))}
    </p>
  )
}

function Filters({ table, left }: { table: CodeTable; left: number }) {
  const { words, language, filter, choose } = useCodes()
  const whole = table.rows.length
  const change = (part: Readonly<Record<string, string | undefined>>) => choose({ ...part, code: undefined })
  return (
    <FilterBar label={words.filter} count={`${left === whole ? whole : `${left} ${words.of} ${whole}`} ${words.rows}`}>
      <SearchField label={words.search} value={filter.q} onInput={(q) => change({ q })} />
      <ChoiceField
        label={words.relation}
        all={words.every}
        value={filter.relation}
        options={relations.map((one) => [one, relationWords[language][one]])}
        onChange={(relation) => change({ relation })}
      />
      <ChoiceField
        label={words.confidence}
        all={words.every}
        value={filter.confidence}
        options={confidences.map((one) => [one, confidenceWords[language][one]])}
        onChange={(confidence) => change({ confidence })}
      />
    </FilterBar>
  )
}
