import { describe, expect, test } from 'vitest'
import { terminologyWith, valueSet } from './resources.ts'

const terminology = terminologyWith()

const cases: Readonly<Record<string, { in: readonly string[]; out: readonly string[]; unknown?: readonly string[] }>> =
  {
    'urn:ietf:bcp:47': {
      in: [
        ...['nb', 'no', 'nn', 'se', 'sma', 'en', 'nb-NO', 'NB-no', 'no-bok', 'zh-Hant-TW', 'zh-cmn-Hans', 'sr-Latn-RS'],
        ...[
          'es-419',
          'de-CH-1996',
          'sl-rozaj-biske',
          'en-u-co-phonebk',
          'de-DE-u-co-phonebk-x-foo',
          'x-foo',
          'en-x-a-b',
        ],
        ...['i-klingon', 'qaa', 'qtz-Qaaa-QM', 'en-a-bb-b-aa'],
      ],
      out: [
        ...[
          '',
          'xx',
          'xx-nonsense',
          'norsk',
          'no-',
          '-no',
          'nb_NO',
          'en-nonsense',
          'en-ZZZ',
          'en-US-US',
          'no--NO',
          'x',
          'en-x',
        ],
        ...['en-a', 'en-a-bb-a-cc', 'sl-rozaj-rozaj', 'nb NO', 'a'.repeat(200), 'en-x-toolongone'],
      ],
    },
    'urn:ietf:bcp:13': {
      in: [
        ...['application/pdf', 'text/plain; charset=utf-8', 'application/fhir+json', 'image/svg+xml', 'text/*', 'json'],
        ...['application/hl7-v3+xml;charset="utf-8"', 'application/dicom; variant=DICOM WADO-RS'],
      ],
      out: [
        '',
        'pdf',
        'application',
        '/pdf',
        'application/',
        'text plain',
        'a/b/c',
        'a/b;c',
        `a/b${';c=d'.repeat(9999)}`,
      ],
    },
    'http://unitsofmeasure.org': {
      in: [
        ...[
          'mg',
          'mg/dL',
          'mmol/L',
          '10*3/uL',
          '10*-3',
          'mm[Hg]',
          'cm[H2O]',
          '%',
          '{score}',
          '/min',
          '1',
          '100',
          'm2',
          's-1',
        ],
        ...[
          'mL/min/{1.73_m2}',
          '[degF]',
          'Cel',
          'kg.m/s2',
          '(kg.m)/s2',
          '/(m.s)',
          'm[IU]/mL',
          'ug{FEU}/mL',
          '10^9/L',
          'g%',
        ],
        ...[
          'a',
          'wk',
          'mo',
          'Kibit',
          "'",
          'm[H2O]{a b}',
          '[in_i]',
          "[in_i'Hg]",
          '[m/s2/Hz^0.5]',
          'B[SPL]',
          '{tablet}',
          '2.mg',
        ],
      ],
      out: [
        ...[
          '',
          '/',
          'mg mL',
          'mgg',
          'foo',
          'Kg',
          'kg{x',
          'kg}',
          'mmHg',
          'year',
          '(m',
          'm)',
          'm//s',
          'm.',
          '.m',
          '2mg',
          'µg',
        ],
        ...['k[in_i]', 'mg[', '(', '('.repeat(499), 'm'.repeat(501)],
      ],
      unknown: ['[newUnit]', 'mg/[newUnit]'],
    },
    'urn:iso:std:iso:3166': {
      in: ['NO', 'NOR', '578', 'SS'],
      out: ['no', 'XX', 'Norway', 'XX-01', ''],
      unknown: ['NO-03'],
    },
    'urn:iso:std:iso:4217': { in: ['NOK', 'EUR', 'XXX'], out: ['nok', 'KR', 'QQQ', ''], unknown: ['DEM', 'HRK'] },
    'urn:ietf:rfc:3986': {
      in: ['urn:oid:1.2', 'https://hl7.org/fhir', 'mailto:a@example.org'],
      out: ['', 'RicardianContract', 'a/b', 'urn:', 'urn:a b'],
    },
  }

describe.each(Object.entries(cases))('%s', (system, expected) => {
  const list = Object.entries(expected).flatMap(([answer, codes]) => codes.map((code) => [answer, code] as const))
  test.each(list)('%s: %s', (answer, code) => expect(terminology.code(system, code)).toBe(answer))
})

test('a value set takes them whole, or by a pattern of the code, or by what nobody here can decide', () => {
  const system = 'urn:iso:std:iso:3166'
  const sets = [
    valueSet('all', [{ system }]),
    valueSet('two', [{ system, filter: [{ property: 'code', op: 'regex', value: '[A-Z]{2}' }] }]),
    valueSet('other', [{ system, filter: [{ property: 'region', op: '=', value: 'Europe' }] }]),
  ]
  const found = terminologyWith(...sets)
  const member = (set: string, code: string) => found.member(`urn:v:${set}`, { system, code })
  expect(['NO', 'NOR', 'XX'].map((code) => member('all', code))).toEqual(['in', 'in', 'out'])
  expect(['NO', 'NOR', 'XX'].map((code) => member('two', code))).toEqual(['in', 'out', 'out'])
  expect(['NO', 'NOR', 'XX'].map((code) => member('other', code))).toEqual(['unknown', 'unknown', 'out'])
})

test('an answer does not change when it is asked for again, or after many others', () => {
  const ask = () => ['nb', 'xx'].map((code) => terminology.code('urn:ietf:bcp:47', code))
  const first = ask()
  for (let index = 0; index < 3000; index++) terminology.code('urn:ietf:bcp:47', `nb-x-${index}`)
  expect(ask()).toEqual(first)
})
