import { useContext } from 'preact/hooks'
import { IssueCode } from '../../../page/components/issue-code.tsx'
import { Severity } from '../../../page/components/severity.tsx'
import { inOrder } from '../../../picture/facts.ts'
import type { Picture, Remark, SectionPicture, SummarySection } from '../../../picture/picture.ts'
import { plainData } from '../../../report/picture/plain.ts'
import { isEmpty, othersText, patientParts, sectionParts } from '../../../report/picture/text.ts'
import { labelOf } from '../../../report/picture/words.ts'
import { type Engine, InputProblem } from '../../engine/client.ts'
import type { Side } from '../../engine/record/plain.ts'
import { type Language, LanguageContext, useWords } from '../../language.ts'
import { AbsenceCard, Parts, RecordCard } from './record-card.tsx'
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
      <PictureParts picture={plainData(found)} />
    </section>
  )
}

/** A picture as the terminal has it: whose it is, the records, the sections of a summary, what is not shown, and remarks. */
export function PictureParts({ picture }: { picture: Picture }) {
  const { lang, sections, summary, others, remarks } = picture
  const rest = othersText(others, lang)
  return (
    <>
      <PatientLine picture={picture} />
      {isEmpty(picture) && (
        <p>
          <strong>{labelOf('noRecords', lang)}</strong>
        </p>
      )}
      {sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      {summary.length > 0 && <Summary summary={summary} lang={lang} />}
      {rest !== undefined && (
        <p class="quiet">
          {labelOf('others', lang)}: {rest}
        </p>
      )}
      {remarks.length > 0 && <Remarks remarks={remarks} lang={lang} />}
    </>
  )
}

/** What is of no form, or about several patients, has none. */
function noPicture(problem: unknown): 'none' {
  if (problem instanceof InputProblem) return 'none'
  throw problem
}

function PatientLine({ picture }: { picture: Picture }) {
  return (
    <>
      <p>
        {labelOf('patient', picture.lang)}:{' '}
        <strong>
          <Parts of={patientParts(picture)} />
        </strong>
      </p>
      {picture.privacy.map(({ text }) => (
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
        <AbsenceCard key={index} absence={absence} />
      ))}
      {inOrder(records)
        .slice(0, most)
        .map((record, index) => (
          <RecordCard key={index} record={record} />
        ))}
      {records.length > most && <p class="left">{words.more(records.length - most)}</p>}
    </section>
  )
}

/** Its sections: how many entries each has, and why there are none. */
function Summary({ summary, lang }: { summary: readonly SummarySection[]; lang: Language }) {
  return (
    <section>
      <h3>{labelOf('sections', lang)}</h3>
      <ul>
        {summary.map((section, index) => (
          <li key={index}>
            <bdi>{section.title}</bdi>
            {section.code !== undefined && <span class="quiet"> [{section.code}]</span>}:{' '}
            <Parts of={sectionParts(section, lang)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Remarks({ remarks, lang }: { remarks: readonly Remark[]; lang: Language }) {
  return (
    <section>
      <h3>{labelOf('remarks', lang)}</h3>
      <ul>
        {remarks.map(({ code, severity, text, path }, index) => (
          <li key={index}>
            <IssueCode code={code} language={lang} /> <Severity of={severity} language={lang} /> <bdi>{text}</bdi>
            {path !== '' && <code> ({path})</code>}
          </li>
        ))}
      </ul>
    </section>
  )
}
