import type { Outcome } from '../document/books.ts'
import type { Severity } from '../issue/catalogue.ts'
import type { Grade, Safety } from '../mapping/ledger.ts'
import type { Case, CaseValue } from '../mapping/table.ts'
import type { Relation } from '../terminology/code-table.ts'
import type { ReviewState } from '../terminology/review.ts'

/** The languages of pages. What tables say of themselves is English; Norwegian terms keep their names. */
export type PageLanguage = 'nb' | 'en'

/** The words for each member of a closed list, in both languages. Reports take the English ones. */
export type WordsOf<K extends string> = Readonly<Record<PageLanguage, Readonly<Record<K, string>>>>

/** Relations, left being the source (ConceptMap, https://hl7.org/fhir/R5/valueset-concept-map-relationship.html). */
export const relationWords: WordsOf<Relation> = {
  nb: {
    equivalent: 'likeverdig',
    'related-to': 'beslektet',
    'source-is-narrower-than-target': 'venstre snevrere',
    'source-is-broader-than-target': 'venstre videre',
    'no-map': 'går ikke over',
  },
  en: {
    equivalent: 'equivalent',
    'related-to': 'related',
    'source-is-narrower-than-target': 'left narrower',
    'source-is-broader-than-target': 'left broader',
    'no-map': 'no map',
  },
}

/** Classes of meanings that a mistake could turn round. */
export const safetyWords: WordsOf<Safety> = {
  nb: {
    status: 'status',
    certainty: 'sannsynlighet',
    criticality: 'alvorlighet',
    negation: 'negasjon',
    agent: 'agens',
    none: 'ingen',
  },
  en: {
    status: 'status',
    certainty: 'certainty',
    criticality: 'criticality',
    negation: 'negation',
    agent: 'agent',
    none: 'none',
  },
}

/** What each class of safety is about, in a few words. */
export const safetyMeanings: WordsOf<Safety> = {
  nb: {
    status: 'om det gjelder i dag',
    certainty: 'hvor sikkert det er',
    criticality: 'hvor farlig det er',
    negation: 'om det er slik eller ikke er det',
    agent: 'hva det gjelder',
    none: 'ingen mening som kan snus',
  },
  en: {
    status: 'whether it holds today',
    certainty: 'how sure it is',
    criticality: 'how dangerous it is',
    negation: 'whether it is so or is not',
    agent: 'what it is about',
    none: 'no meaning that could flip',
  },
}

/** What became of a value, in one word. */
export const outcomeWords: WordsOf<Outcome> = {
  nb: {
    carried: 'båret med',
    narrowed: 'innsnevret',
    broadened: 'utvidet',
    defaulted: 'antatt verdi',
    derived: 'utledet',
    dropped: 'utelatt',
    withheld: 'holdt tilbake',
  },
  en: {
    carried: 'carried',
    narrowed: 'narrowed',
    broadened: 'broadened',
    defaulted: 'defaulted',
    derived: 'derived',
    dropped: 'dropped',
    withheld: 'withheld',
  },
}

/** What each outcome means, in a few words. */
export const outcomeMeanings: WordsOf<Outcome> = {
  nb: {
    carried: 'følger med der mottakeren ikke trenger å forstå det',
    narrowed: 'resultatet sier mindre',
    broadened: 'resultatet sier det mer generelt',
    defaulted: 'resultatet må si noe som ikke sto i kilden',
    derived: 'regnet ut av andre verdier',
    dropped: 'kom ikke over',
    withheld: 'holdt tilbake med vilje',
  },
  en: {
    carried: 'travels along where the receiver need not understand it',
    narrowed: 'the output says less',
    broadened: 'the output says it more generally',
    defaulted: 'the output must say something that the input did not',
    derived: 'worked out from other values',
    dropped: 'did not cross',
    withheld: 'kept back on purpose',
  },
}

/** How grave a finding is, and that a place was not checked. */
export const severityWords: WordsOf<Severity | 'not checked'> = {
  nb: { error: 'feil', warning: 'advarsel', information: 'opplysning', 'not checked': 'ikke kontrollert' },
  en: { error: 'error', warning: 'warning', information: 'information', 'not checked': 'not checked' },
}

/** What each grade of a ledger means. */
export const gradeMeanings: WordsOf<Grade> = {
  nb: { L: 'ingenting er tapt', C: 'bevart ved siden av', B: 'mindre nøyaktig', X: 'ikke sendt' },
  en: { L: 'nothing is lost', C: 'kept in a carrier', B: 'less exact', X: 'not sent' },
}

export const reviewWords: WordsOf<ReviewState> = {
  nb: { draft: 'utkast', 'in review': 'til gjennomgang', accepted: 'godkjent' },
  en: { draft: 'draft', 'in review': 'in review', accepted: 'accepted' },
}

export const confidenceWords: WordsOf<'high' | 'medium' | 'low'> = {
  nb: { high: 'høy', medium: 'middels', low: 'lav' },
  en: { high: 'high', medium: 'medium', low: 'low' },
}

/** Which ways a case of a grid is used. */
export const wayWords: WordsOf<'both' | NonNullable<Case['only']>> = {
  nb: { both: 'begge veier', forward: 'bare fra venstre til høyre', backward: 'bare fra høyre til venstre' },
  en: { both: 'both ways', forward: 'left to right only', backward: 'right to left only' },
}

const caseWords: WordsOf<'absent' | 'blank' | 'any'> = {
  nb: { absent: 'mangler', blank: 'tom', any: 'hva som helst' },
  en: { absent: 'absent', blank: 'blank', any: 'any' },
}

/** A value of a grid where it is no code; undefined for one that is. */
export function caseWord(value: CaseValue, language: PageLanguage): string | undefined {
  if (value === null) return caseWords[language].absent
  if (value === '') return caseWords[language].blank
  return value === '*' ? caseWords[language].any : undefined
}
