import { describe, expect, test } from 'vitest'
import { realIdentityNumbers } from '../../src/cli/synthetic.ts'
import type { Json } from '../../src/document/json.ts'

const fnr = 'urn:oid:2.16.578.1.12.4.1.4.1'
const real = '13097248022'
const synthetic = '13897220029'
/** Its check digits are wrong. */
const other = '13097248023'

describe('which numbers are marked as synthetic', () => {
  const table: readonly (readonly [number: string, marked: boolean])[] = [
    [synthetic, true],
    ['10915596784', true],
    ['13717404089', true],
    ['01810112345', true],
    ['01920112345', true],
    ['01660112345', true],
    ['01770112345', true],
    ['53897248016', true],
    ['138972 20029', true],
    [real, false],
    ['53097248016', false],
    ['01800112345', false],
    ['01930112345', false],
    ['01650112345', false],
    ['01780112345', false],
    ['01500112345', false],
    ['', false],
    ['ab', false],
  ]
  test.each(table)('%s', (value, marked) => {
    expect(realIdentityNumbers({ identifier: [{ system: fnr, value }] })).toEqual(marked ? [] : [['identifier', 0]])
  })
})

describe('where they are found', () => {
  const attached = Buffer.from(JSON.stringify({ identifier: { system: fnr, value: real } })).toString('base64')
  const table: readonly (readonly [why: string, document: Json, places: (string | number)[][]])[] = [
    ['ki', { pasient: { identifikator: { type: 'fodselsnummer', verdi: real } } }, [['pasient', 'identifikator']]],
    ['ki, D-number', { pasient: { identifikator: { type: 'dNummer', verdi: real } } }, [['pasient', 'identifikator']]],
    ['ki, of its own system', { identifikator: { type: 'annet', system: fnr, verdi: real } }, [['identifikator']]],
    ['ki, another number', { identifikator: { type: 'fellesHjelpenummer', verdi: other } }, []],
    ['one of a person in its place', { identifikator: { type: 'annet', verdi: real } }, [['identifikator', 'verdi']]],
    ['D-number', { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.2', value: real } }, [['identifier']]],
    ['names of HL7 Norway', { a: { system: 'http://hl7.no/fhir/NamingSystem/FNR', value: real } }, [['a']]],
    ['names of HL7 Norway, D', { a: { system: 'http://hl7.no/fhir/NamingSystem/DNR', value: real } }, [['a']]],
    ['another system', { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.4', value: other } }, []],
    ['no system', { identifier: [{ value: real }, { value: synthetic }] }, [['identifier', 0, 'value']]],
    ['SFM', { Ident: [{ Id: '13097248023', TypeId: { V: 'FNR' } }] }, [['Ident', 0]]],
    ['SFM, D-number', { Ident: { Id: '53097248023', TypeId: { V: 'DNR' } } }, [['Ident']]],
    ['SFM, another number', { Ident: { Id: other, TypeId: { V: 'FHN' } } }, []],
    ['words', { kommentar: `Hører til ${real}.` }, [['kommentar']]],
    ['words, the date apart', { kommentar: '101155 96719' }, [['kommentar']]],
    ['words, a D-number', { navn: 'Prøve 41115596770' }, [['navn']]],
    ['words, not marked as synthetic', { kommentar: synthetic, navn: `(${other})` }, []],
    ['a longer number', { kommentar: `${real}0 0${real}` }, []],
    [
      'a reference and an id',
      { id: real, subject: { reference: `Patient/${real}` } },
      [['id'], ['subject', 'reference']],
    ],
    ['a number without quotes', { id: 13097248022, other: 1309724802, sum: 3 }, [['id']]],
    ['without a value', { identifier: { system: fnr } }, []],
    [
      'nested',
      { contained: [{ link: [{ identifier: { system: fnr, value: real } }] }] },
      [['contained', 0, 'link', 0, 'identifier']],
    ],
    [
      'several',
      [
        { system: fnr, value: real },
        { system: fnr, value: synthetic },
        { system: fnr, value: real },
      ],
      [[0], [2]],
    ],
    [
      'an attached document',
      { attachment: { contentType: 'application/json', data: attached } },
      [['attachment', 'data']],
    ],
    ['an attachment that is no JSON', { contentType: 'application/json', data: 'AAAA' }, []],
    [
      'an attachment in words',
      { contentType: 'text/plain', data: Buffer.from(`Til ${real}`).toString('base64') },
      [['data']],
    ],
  ]
  test.each(table)('%s', (_why, document, places) => {
    expect(realIdentityNumbers(document)).toEqual(places)
  })
})
