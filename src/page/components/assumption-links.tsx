import type { PageLanguage } from '../words.ts'

const words: Readonly<Record<PageLanguage, string>> = { nb: 'hviler på', en: 'rests on' }

/** The assumptions that a statement rests on, each a link to where it is told. */
export function AssumptionLinks(props: {
  ids: readonly string[]
  language: PageLanguage
  /** The address of an assumption. */
  hrefOf(id: string): string
}) {
  const { ids, language, hrefOf } = props
  if (ids.length === 0) return null
  return (
    <span class="assumptions">
      {words[language]}{' '}
      {ids.map((id, index) => (
        <>
          {index > 0 && ', '}
          <a href={hrefOf(id)}>{id}</a>
        </>
      ))}
    </span>
  )
}
