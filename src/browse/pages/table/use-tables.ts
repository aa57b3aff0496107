import { useContext } from 'preact/hooks'
import { LanguageContext, useWords } from '../../language.ts'
import { siteMappings } from '../../mappings.ts'
import { usePlace } from '../../place.ts'
import { readFilter } from './filter.ts'
import { tableWords } from './words.ts'

/** What every part of the pages of tables needs: words, language, place, tables and the filter that the address states. */
export function useTables() {
  const place = usePlace()
  return {
    ...place,
    words: useWords(tableWords),
    language: useContext(LanguageContext),
    mappings: siteMappings(),
    filter: readFilter(place.route.query),
  }
}
