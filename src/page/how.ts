import { howOf, inWords } from '../mapping/render/words.ts'
import type { Row } from '../mapping/table.ts'
import type { PageLanguage } from './words.ts'

/** What each name of `via` does, in Norwegian; the English words stand with the renderings of tables. */
export const norwegianMoves: Readonly<Record<string, string>> = {
  same: 'Går uendret over',
  portable: 'Går uendret over, uten utvidelser som mottakeren ville trengt en fremmed pakke for',
  rest: 'Alt som ingen rad over har tatt, går over nøkkel for nøkkel',
  constant: 'Fast verdi: venstre {1}, høyre {2}',
  table: 'Avbildes av tabellen {1}, en liste ledd for ledd',
  reference: 'På stedet på den ene siden, vist til på den andre; avbildes av tabellen {1}, med navnet {2}',
  codings: 'Hver kode avbildes av tabellen {1}; oversettelser fra {2…} legges til på høyre side og tas bort igjen',
  translate: 'Oversettelser fra {1…} legges til på høyre side og tas bort igjen på venstre',
  kind: 'Typen kritisk informasjon: nummer og profil etter kodetabellen {1}',
  absent: 'Er ingenting skrevet, sies grunnen: {1}',
  agent: 'Går uendret over; av et hjelpestoff bare merkenavnet, med en tekst som sier hva som menes',
  code: 'Kode for kode etter kodetabellen {1}; en kode uten rad går ikke over',
  system: 'Adresse for adresse etter kodetabellen {1}; en uten rad går over som den er',
  coded: 'System og kode; uten system til venstre menes {1}; adresser etter kodetabellen {2}',
  identifier: 'Type identifikator og system etter kodetabellen {1}; andre typer har sitt eget system med',
  completed: 'Fylte enheter, og verdi med sammenligningstegn: 0 er mindre enn 1',
  numbered: 'Nummer, og paret av systemet {1} og nummeret',
  given: 'Fornavn og mellomnavn, og én liste der mellomnavn er merket',
  names: 'Fornavn og mellomnavn, én tekst av hver til venstre, og én liste der mellomnavn er merket',
  day: 'En hel dag; av et tidspunkt sier venstre bare dagen, og et årstall eller en måned går ikke over',
  years: 'Fylte år, og en alder i UCUM-år; en alder i en annen enhet går ikke over',
  uuid: 'En identifikator som er en UUID, og den samme som URI; andre går over som de er',
  suffixed: 'Et navn som slutter med nummeret sitt ({1}), og navn og identifikator i systemet {2}',
  value: 'Verdien går uendret over, uten utvidelser ved siden av',
  category:
    'Type og kategoriord etter kodetabellen {1}; ellers det som allergenet ({2}) eller legemiddelsystemet ({3}) tilsier',
}

/** How the values of a row cross, in words. */
export function howWords(row: Row, language: PageLanguage): string {
  if (language === 'en') return howOf(row)
  if (row.cases !== undefined)
    return `${row.cases.length} tilfeller${row.required ? '; uten et tilfelle som passer, holdes oppføringen tilbake' : ''}`
  return row.via === undefined ? 'Går ikke over' : inWords(row.via, norwegianMoves)
}
