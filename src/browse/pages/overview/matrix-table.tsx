import { useContext } from 'preact/hooks'
import { kindNames } from '../../../form/kind.ts'
import { LanguageContext, useWords } from '../../language.ts'
import { usePlace } from '../../place.ts'
import { elementGroups } from './groups.ts'
import type { Subject, Way } from './kinds.ts'
import { type Cell, type Fate, fates, type Line } from './matrix.ts'
import { overviewWords } from './words.ts'

/** Seen before it is read, and told without colour. */
const signs: Readonly<Record<Fate, string>> = { same: '=', less: '~', kept: '⇢', lost: '∅' }
const flipSign = '▲'

/** Kinds by groups of elements. A cell leads to its rows. */
export function MatrixTable({ lines, way }: { lines: readonly Line[]; way: Way }) {
  const words = useWords(overviewWords)
  return (
    <table class="matrix">
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          {elementGroups.map((group) => (
            <th scope="col" key={group}>
              {words.groups[group]}
              <span class="members quiet">{words.groupMembers[group]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ subject, cells }) => (
          <tr key={subject}>
            <th scope="row">
              <SubjectName subject={subject} />
            </th>
            {cells.map((cell) => (
              <MatrixCell cell={cell} way={way} key={cell.group} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A kind by its name and NHN's number. */
export function SubjectName({ subject }: { subject: Subject }) {
  const words = useWords(overviewWords)
  const language = useContext(LanguageContext)
  if (subject === 'patient') return <span class="kind">{words.patient}</span>
  const [nb = '', en = ''] = kindNames[subject] ?? []
  const name = language === 'nb' ? nb : `${en.charAt(0).toUpperCase()}${en.slice(1)}`
  return (
    <span class="kind">
      <span class="kind-number quiet">{subject}</span> <span>{name}</span>
    </span>
  )
}

function MatrixCell({ cell: { subject, group, rows, fate, flips }, way }: { cell: Cell; way: Way }) {
  const words = useWords(overviewWords)
  const { to, route } = usePlace()
  const head = words.groups[group]
  if (fate === undefined)
    return (
      <td class="no-rows quiet" data-head={head}>
        <span aria-hidden="true">·</span>
        <span class="unseen">{words.none}</span>
      </td>
    )
  const isChosen = route.query.kind === subject && route.query.group === group
  const weakest = `${words.rows}, ${words.weakest}: ${words.fates[fate]}`
  return (
    <td data-head={head}>
      <a
        class={`cell ${fate}`}
        href={to([], { way, kind: subject, group })}
        aria-current={isChosen ? 'true' : undefined}
      >
        <span class="sign" aria-hidden="true">
          {signs[fate]}
        </span>
        {rows.length}
        <span class="unseen">{weakest}</span>
        {flips > 0 && <Flips count={flips} />}
      </a>
    </td>
  )
}

function Flips({ count }: { count: number }) {
  const words = useWords(overviewWords)
  return (
    <>
      <span class="flips" aria-hidden="true">
        {flipSign}
        {count}
      </span>
      <span class="unseen">{words.canFlip(count)}</span>
    </>
  )
}

/** What the signs and colours of the matrix mean. */
export function Legend() {
  const words = useWords(overviewWords)
  return (
    <ul class="legend">
      {fates.map((fate) => (
        <li key={fate}>
          <span class={`cell ${fate}`} aria-hidden="true">
            {signs[fate]}
          </span>{' '}
          {words.fates[fate]}
        </li>
      ))}
      <li>
        <span class="flips" aria-hidden="true">
          {flipSign}
        </span>{' '}
        {words.flips}
      </li>
    </ul>
  )
}
