import { useContext } from 'preact/hooks'
import type { PackageDiff, ProfileChange, ProfileDiff } from '../../../mapping/diff/package.ts'
import type { EntryChange, TablesDiff } from '../../../mapping/diff/tables.ts'
import { Badge, type Tone } from '../../../page/components/badge.tsx'
import { Safety } from '../../../page/components/safety.tsx'
import { Wide } from '../../../page/components/wide.tsx'
import { safeties } from '../../../mapping/load-row.ts'
import { aspectWords, isSame, titleOf, toldOf } from '../../../report/mapping/diff.ts'
import { LanguageContext, useWords } from '../../language.ts'
import { siteMappings } from '../../mappings.ts'
import { usePlace } from '../../place.ts'
import { whereIs } from '../table/where.ts'
import { versionWords } from './words.ts'

/** What differs, as `kritinfo mapping diff` tells it: what could flip a meaning first. */
export function DiffView({ diff }: { diff: TablesDiff | PackageDiff }) {
  const words = useWords(versionWords)
  return (
    <section class="diff" aria-label={titleOf(diff)}>
      <h2 lang="en">{titleOf(diff)}</h2>
      {isSame(diff) ? <p>{words.same}</p> : diff.kind === 'tables' ? <Tables diff={diff} /> : <Package diff={diff} />}
    </section>
  )
}

function Tables({ diff }: { diff: TablesDiff }) {
  const words = useWords(versionWords)
  const told = toldOf(diff)
  const shown = diff.changes.map((change, index) => ({ change, lines: told[index]?.lines ?? [] }))
  const flips = shown.filter(({ change }) => change.couldFlip)
  const others = shown.filter(({ change }) => !change.couldFlip)
  return (
    <>
      <p role="status">
        {shown.length} {words.statements}, {flips.length} {words.couldFlip}
      </p>
      {flips.length > 0 && <h3>{words.flips}</h3>}
      {flips.map((one, index) => (
        <Entry key={index} {...one} />
      ))}
      {others.length > 0 && <h3>{words.others}</h3>}
      {others.map((one, index) => (
        <Entry key={index} {...one} />
      ))}
    </>
  )
}

const tones: Readonly<Record<EntryChange['change'], Tone>> = { added: 'same', removed: 'lost', changed: 'less' }

function Entry({ change, lines }: { change: EntryChange; lines: readonly string[] }) {
  const words = useWords(versionWords)
  const language = useContext(LanguageContext)
  const meanings = safeties.filter((one) => change.safety.split(', ').includes(one))
  return (
    <article class="diff-entry">
      <p>
        <Badge tone={tones[change.change]}>{words.changes[change.change]}</Badge>{' '}
        <span class="quiet" lang="en">
          {change.kind}
        </span>{' '}
        <Name name={change.kind === 'code' ? `${change.table}#${change.id}` : change.id} />{' '}
        {change.couldFlip && meanings.map((one) => <Safety key={one} safety={one} language={language} />)}
      </p>
      <ul lang="en">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </article>
  )
}

/** A link to where the site explains the name, if it has it: what is new in another version it has not. */
function Name({ name }: { name: string }) {
  const { to } = usePlace()
  const spot = whereIs(name, siteMappings())
  return spot === undefined ? <code>{name}</code> : <a href={to(spot.path, spot.query)}>{name}</a>
}

function Package({ diff: { profiles } }: { diff: PackageDiff }) {
  const words = useWords(versionWords)
  const stricter = profiles.flatMap(({ changes }) => changes).filter(({ isStricter }) => isStricter).length
  return (
    <>
      <p role="status">
        {profiles.length} {words.profiles}, {stricter} {words.stricter}
      </p>
      {profiles.map((one) => (
        <Profile key={one.url} profile={one} />
      ))}
    </>
  )
}

function Profile({ profile: { url, change, changes } }: { profile: ProfileDiff }) {
  const words = useWords(versionWords)
  return (
    <article class="diff-entry">
      <h3>
        <Badge tone={tones[change]}>{words.changes[change]}</Badge> <code>{url}</code>
      </h3>
      {changes.length > 0 && (
        <Wide label={url}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.element}</th>
                <th scope="col">{words.change}</th>
                <th scope="col">{words.from}</th>
                <th scope="col">{words.to}</th>
                <th scope="col">{words.rows}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((one) => (
                <ChangeLine key={`${one.element} ${one.aspect}`} change={one} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </article>
  )
}

function ChangeLine({ change: { element, aspect, isStricter, before, after, rows } }: { change: ProfileChange }) {
  const words = useWords(versionWords)
  return (
    <tr>
      <th scope="row">
        <code>{element}</code>
      </th>
      <td>
        <span lang="en">{aspectWords[aspect]}</span> {isStricter && <Badge tone="lost">{words.stricter}</Badge>}
      </td>
      <td>{before}</td>
      <td>{after}</td>
      <td>
        {rows.map((row, index) => (
          <span key={row}>
            {index > 0 && ', '}
            <Name name={row} />
          </span>
        ))}
      </td>
    </tr>
  )
}
