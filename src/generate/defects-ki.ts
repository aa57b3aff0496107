import { isObject, type JsonObject } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Defect } from './defect.ts'
import { at, defect, partsOf, put } from './defect-places.ts'

/** Errors that only a `ki` document can have, by what the schema and the checks beside it say of them. */
export const kiDefects: readonly Defect[] = [
  inRecord('misspelt-element', 'KI-003', (record) => put(record, 'statuss', record.status ?? '')),
  inRecord('element-of-another-kind', 'KI-004', (record) =>
    put(record, record.type === 'behandlingsavklaring' ? 'agens' : 'varighet', { kode: '1' }),
  ),
  inRecord('probability-of-refuted', 'KI-013', (record) => {
    return record.status !== 'aktiv' && isObject(record.agens) && put(record, 'sannsynlighet', 'bekreftet')
  }),
  inRecord(
    'two-times',
    'KI-011',
    ({ hendelse }) =>
      isObject(hendelse) && hendelse.alder === undefined && put(hendelse, 'alder', { verdi: 4, enhet: 'a' }),
  ),
  inRecord('negative-age', 'KI-012', (record) => put(at(record, 'hendelse', 'alder'), 'verdi', -1)),
  inRecord('device-and-transplant', 'KI-015', (record) => {
    return record.implantat !== undefined && put(record, 'tilstand', { spesifisering: 'Transplantert nyre' })
  }),
  inRecord('reason-too-long', 'KI-009', (record) => {
    return record.begrunnelse !== undefined && put(record, 'begrunnelse', 'Svært lang begrunnelse. '.repeat(5))
  }),
  inRecord('half-a-character', 'KI-020', (record) => put(record, 'kommentar', 'Halv \ud83d bokstav')),
  defect('system-not-asked-for', { ki: ['KI-014'] }, (root) =>
    put(at(root, 'pasient', 'identifikator'), 'system', 'urn:oid:2.16.578.1.12.4.1.4.1'),
  ),
]

/** In the first record that has a place for it. */
function inRecord(name: string, code: IssueCode, change: (record: JsonObject) => boolean): Defect {
  return defect(name, { ki: [code] }, (root) => partsOf(root).some(change))
}
