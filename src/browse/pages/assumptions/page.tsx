import { useMemo } from 'preact/hooks'
import { FilterBar, SearchField } from '../../../page/components/filter-bar.tsx'
import type { Assumption } from '../../../mapping/table.ts'
import { Permalink } from '../../components/permalink.tsx'
import { useWords } from '../../language.ts'
import { anchorOf, useLit } from '../../lit.ts'
import { siteMappings, writtenMappings } from '../../mappings.ts'
import { usePlace } from '../../place.ts'
import { holdsAll, wordsOf } from '../table/filter.ts'
import { type Leaning, leaningOn } from './leaning.ts'
import { assumptionWords } from './words.ts'

/** `#/assumptions?id=&q=`: everything that the tables lean on and public sources do not confirm. */
export function AssumptionsPage() {
  const words = useWords(assumptionWords)
  const { route, choose } = usePlace()
  const { id, q = '' } = route.query
  useLit(id)
  const leaning = useMemo(() => leaningOn(writtenMappings()), [])
  const all = siteMappings().assumptions
  const shown = all.filter((one) => holdsAll(textOf(one), wordsOf(q)))
  const count = shown.length === all.length ? `${all.length}` : `${shown.length} ${words.of} ${all.length}`
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      <FilterBar label={words.filter} count={`${count} ${words.count}`}>
        <SearchField label={words.search} value={q} onInput={(text) => choose({ q: text, id: undefined })} />
      </FilterBar>
      {shown.length === 0 && <p>{words.noOne}</p>}
      {shown.map((one) => (
        <OneAssumption key={one.id} assumption={one} leaning={leaning(one.id)} isLit={one.id === id} />
      ))}
    </>
  )
}

function textOf({ id, statement, basis, breaks, override, value = '' }: Assumption): string {
  return [id, statement, basis, breaks, override, value].join(' ').toLowerCase()
}

function OneAssumption(props: { assumption: Assumption; leaning: Leaning; isLit: boolean }) {
  const { assumption, leaning, isLit } = props
  const { id, statement, basis, breaks, override, value } = assumption
  const words = useWords(assumptionWords)
  const { to } = usePlace()
  return (
    <section id={anchorOf(id)} class={isLit ? 'assumption lit-part' : 'assumption'} aria-label={id}>
      <h2>
        <code>{id}</code> <Permalink name={id} href={to(['assumptions'], { id })} isLit={isLit} />
      </h2>
      <p lang="en">{statement}</p>
      <dl class="sides">
        {value !== undefined && (
          <>
            <dt>{words.value}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </>
        )}
        <dt>{words.basis}</dt>
        <dd lang="en">{basis}</dd>
        <dt>{words.breaks}</dt>
        <dd lang="en">{breaks}</dd>
        <dt>{words.override}</dt>
        <dd>
          <span lang="en">{override}</span>
          <Example assumption={assumption} />
        </dd>
        <dt>{words.leaning}</dt>
        <dd>
          <Leaners leaning={leaning} concerns={assumption.concerns} />
        </dd>
      </dl>
    </section>
  )
}

/** What a user writes to change it: a file of values for an address or code, else rows of an overlay. */
function Example({ assumption: { id, value } }: { assumption: Assumption }) {
  const words = useWords(assumptionWords)
  if (value === undefined) return <p class="quiet">{words.overlay}</p>
  return (
    <details>
      <summary>{words.example}</summary>
      <pre>{`assume:\n  ${id}: ${JSON.stringify(value)}\n\nkritinfo convert patient.json --to eps --assume my-values.yaml`}</pre>
    </details>
  )
}

function Leaners({ leaning, concerns }: { leaning: Leaning; concerns: Assumption['concerns'] }) {
  const words = useWords(assumptionWords)
  const { to } = usePlace()
  const groups = [
    [words.rows, leaning.rows],
    [words.codes, leaning.codes],
    [words.others, leaning.others],
  ] as const
  const isAlone = groups.every(([, names]) => names.length === 0)
  return (
    <>
      {concerns !== undefined && <p>{words.concerns[concerns]}</p>}
      {isAlone && concerns === undefined && <p>{words.none}</p>}
      {groups.map(
        ([word, names]) =>
          names.length > 0 && (
            <p key={word} class="plain-list">
              {word} ({names.length}):{' '}
              {names.map((name, index) => (
                <span key={name}>
                  {index > 0 && ', '}
                  <a href={to(['table'], { row: name })}>{name}</a>
                </span>
              ))}
            </p>
          ),
      )}
    </>
  )
}
