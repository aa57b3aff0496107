import { isWebAddress } from '../../mapping/render/web-address.ts'
import type { PageLanguage } from '../words.ts'

const source: Readonly<Record<PageLanguage, string>> = { nb: 'kilde', en: 'source' }

/** Where a statement comes from: a link that says which site it leads to, or the words of a source that has no address. */
export function Citation({ cite, language }: { cite: string; language: PageLanguage }) {
  if (cite === '') return null
  if (!isWebAddress(cite)) return <span class="citation">{`${source[language]}: ${cite}`}</span>
  return (
    <a class="citation" href={cite} rel="noreferrer" title={cite}>
      {`${source[language]}: ${siteOf(cite)}`}
    </a>
  )
}

/** The name of the site in an address, as it is written there. */
function siteOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(address)?.[1] ?? address
}
