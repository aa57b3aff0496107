import { useMemo } from 'preact/hooks'
import { Figures } from '../../../page/components/figures.tsx'
import { useWords } from '../../language.ts'
import { siteMappings } from '../../mappings.ts'
import { usePlace } from '../../place.ts'
import { CellRows } from './cell-rows.tsx'
import { Elements } from './elements.tsx'
import { Forms } from './forms.tsx'
import { usualWay, type Way, ways } from './kinds.ts'
import { countRows, matrixOf } from './matrix.ts'
import { Legend, MatrixTable } from './matrix-table.tsx'
import { overviewWords } from './words.ts'

/** `#/`: the forms and the ways between them, and what becomes of each sort of information on one; `way`, `kind`, `group`. */
export function OverviewPage() {
  const words = useWords(overviewWords)
  const { route } = usePlace()
  const way = Object.keys(ways).find((one): one is Way => one === route.query.way) ?? usualWay
  const lines = useMemo(() => matrixOf(siteMappings(), way), [way])
  const line = lines.find(({ subject }) => subject === route.query.kind)
  const chosen = line?.cells.find(({ group }) => group === route.query.group)
  return (
    <div class="overview">
      <h1>{words.title}</h1>
      <p class="about">{words.about}</p>
      <h2>{words.forms}</h2>
      <Forms />
      <h2>{words.matrix}</h2>
      <ChooseWay way={way} />
      <Counts way={way} />
      <p>{words.matrixAbout}</p>
      <Legend />
      <MatrixTable lines={lines} way={way} />
      {chosen !== undefined && chosen.fate !== undefined && <CellRows cell={chosen} />}
      <Elements />
    </div>
  )
}

function ChooseWay({ way }: { way: Way }) {
  const words = useWords(overviewWords)
  const { to, route } = usePlace()
  return (
    <nav aria-label={words.way} class="ways screen-only">
      <ul>
        {Object.keys(ways).map((one) => (
          <li key={one}>
            <a href={to([], { ...route.query, way: one })} aria-current={one === way ? 'true' : undefined}>
              {one.replace('-', ' ⇄ ')}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Counts({ way }: { way: Way }) {
  const { counts: names } = useWords(overviewWords)
  const counts = useMemo(() => countRows(siteMappings(), way), [way])
  return (
    <Figures
      figures={[
        { name: names.rows, count: counts.rows },
        { name: names.mapped, count: counts.mapped, tone: 'same' },
        { name: names.carried, count: counts.carried, tone: 'kept' },
        { name: names.dropped, count: counts.dropped, tone: 'lost' },
        { name: names.assumed, count: counts.assumed, tone: 'less' },
        { name: names.flips, count: counts.flips, tone: 'told' },
        { name: names.accepted, count: counts.accepted },
      ]}
    />
  )
}
