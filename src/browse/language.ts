import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The languages of the interface. What tables say of themselves is English; Norwegian terms keep their names. */
export type Language = 'nb' | 'en'
export const languages: readonly Language[] = ['nb', 'en']

/** The words of one part of the interface, the same ones in each language. */
export type Words<T> = Readonly<Record<Language, T>>

export const LanguageContext = createContext<Language>('en')

/** The words of a part of the interface in the reader's language. */
export function useWords<T>(words: Words<T>): T {
  return words[useContext(LanguageContext)]
}

/** The language that the address names, or else the first of the reader's own that there is. */
export function languageOf(named: string | undefined, preferred: readonly string[]): Language {
  if (languages.includes(named as Language)) return named as Language
  for (const one of preferred) {
    if (/^(nb|nn|no)\b/i.test(one)) return 'nb'
    if (/^en\b/i.test(one)) return 'en'
  }
  return 'en'
}
