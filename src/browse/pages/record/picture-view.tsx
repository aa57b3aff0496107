import { useContext } from 'preact/hooks'
import type { Picture, SectionPicture } from '../../../picture/picture.ts'
import { type Engine, InputProblem } from '../../engine/client.ts'
import type { Side } from '../../engine/record/plain.ts'
import { LanguageContext, useWords } from '../../language.ts'
import { AbsenceLine, RecordCard } from './record-card.tsx'
import { useAnswer } from './use-answer.ts'
import { recordWords } from './words.ts'

/** So many records of a section are drawn. */
const most = 100

/** What a document says, for eyes that only glance. */
export function PictureView({ engine, side, version }: { engine: Engine; side: Side; version: number }) {
  const lang = useContext(LanguageContext)
  const words = useWords(recordWords)
  const found = useAnswer(
    () => engine.ask('recordPicture', { side, lang }).catch(noPicture),
    [engine, side, version, lang],
  )
  if (found === undefined) return <p class="quiet">…</p>
  if (found === 'none') return <p class="quiet">{words.noPicture}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard (WCAG 2.1.1)
    <section class="picture" tabIndex={0} aria-label={`${words.picture}, ${words.sides[side]}`}>
      <PatientLine picture={found} />
      {found.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      {found.summary.some(({ absence }) => absence !== undefined) && (
        <ul class="absences">
          {found.summary.flatMap(({ title, absence }) =>
            absence === undefined ? [] : [<li key={title}>{`${title}: ${absence.text}`}</li>],
          )}
        </ul>
      )}
      {found.others.length > 0 && (
        <p class="quiet">{found.others.map(({ type, count }) => `${count} ${type}`).join(', ')}</p>
      )}
    </section>
  )
}

/** What is of no form, or about several patients, has none. */
function noPicture(problem: unknown): 'none' {
  if (problem instanceof InputProblem) return 'none'
  throw problem
}

function PatientLine({ picture: { patient, privacy } }: { picture: Picture }) {
  const said = [patient?.name, patient?.birthDate, patient?.gender?.text].filter((one) => one !== undefined)
  const ids = patient?.identifiers.flatMap(({ code }) => code ?? []) ?? []
  return (
    <>
      {said.length + ids.length > 0 && (
        <p>
          <strong>{said.join(', ')}</strong> <span class="quiet">{ids.join(', ')}</span>
        </p>
      )}
      {privacy.map(({ text }) => (
        <p class="left" key={text}>
          {text}
        </p>
      ))}
    </>
  )
}

function Section({ section: { title, records, absences, nothing } }: { section: SectionPicture }) {
  const words = useWords(recordWords)
  return (
    <section>
      <h3>{title}</h3>
      {nothing !== undefined && <p class="quiet">{nothing.text}</p>}
      {absences.map((absence, index) => (
        <AbsenceLine key={index} absence={absence} />
      ))}
      {records.slice(0, most).map((record, index) => (
        <RecordCard key={index} record={record} />
      ))}
      {records.length > most && <p class="left">{words.more(records.length - most)}</p>}
    </section>
  )
}
