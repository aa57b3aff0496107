import { useContext } from 'preact/hooks'
import { LanguageContext, useWords } from '../../language.ts'
import { siteMappings } from '../../mappings.ts'
import { usePlace } from '../../place.ts'
import { readCodeFilter } from './code-rows.ts'
import { codesWords } from './words.ts'

/** What every part of the pages of code tables needs. */
export function useCodes() {
  const place = usePlace()
  return {
    ...place,
    words: useWords(codesWords),
    language: useContext(LanguageContext),
    mappings: siteMappings(),
    filter: readCodeFilter(place.route.query),
  }
}
