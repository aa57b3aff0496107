import { describe, expect, test } from 'vitest'
import { readJson } from '../../../src/document/json-read.ts'
import { standardLimits } from '../../../src/document/limits.ts'
import { validateKi } from '../../../src/form/ki/validate.ts'
import { describe as say, type Issue } from '../../../src/issue/issue.ts'

const check = (text: string): Issue[] => validateKi(readJson(text, standardLimits))

/** A document around one record; the record begins on line 5, its members on line 6. */
function withRecord(members: string, type = 'smitte', status = 'aktiv'): string {
  const first = `"id": "1", "type": "${type}", "status": "${status}"`
  return `{
"format": "kritisk-informasjon", "versjon": "1.0",
"pasient": {},
"registreringer": [
{ ${first},
${members}}]}`
}

/** A document around a patient, whose members begin on line 3. */
function withPatient(members: string): string {
  return `{ "format": "kritisk-informasjon", "versjon": "1.0", "registreringer": [],
"pasient": {
${members}}}`
}

const record = 'kritiskInformasjon.registreringer[0]'
const dates = 'YYYY | YYYY-MM | YYYY-MM-DD'
const moments = `${dates} | YYYY-MM-DDThh:mm:ss(Z | +hh:mm | -hh:mm)`
const units = 'a | mo | wk | d | h | min'

function found(code: string, path: string, line: number, column: number, params: Issue['params'] = {}): unknown {
  return { code, severity: 'error', path, line, column, params }
}

/** The sketch of the form as it stood in the specification, its comments and omissions (…) filled in or left out. */
const sketch = `{
  "format": "kritisk-informasjon",
  "versjon": "1.0",
  "pasient": {
    "identifikator": { "type": "fodselsnummer", "verdi": "13897200265" },
    "navn": { "fornavn": ["Åse"], "mellomnavn": [], "etternavn": "Nordmann" },
    "fodselsdato": "1972-09-13", "kjonn": "kvinne", "adresse": { }
  },
  "innsyn": { "reservasjon": false, "sperring": false },
  "registreringer": [
    {
      "id": "5b1f7c1e-0000-4000-8000-000000000001", "versjonsnummer": "3",
      "type": "legemiddelreaksjon",
      "status": "aktiv",
      "kilder": [ { "kode": "1", "visning": "Resultat av tester / analyser" } ],
      "registrert": { "tidspunkt": "2019-01-05T10:00:00+01:00", "av": { "hprNummer": "222200063", "navn": "Berg, Tove", "rolle": "LE", "virksomhet": { "organisasjonsnummer": "993187178", "navn": "Prøvevirksomhet" } } },
      "endret": { "tidspunkt": "2020-02-03", "av": { } },
      "hendelse": { "dato": "2018-06" },
      "gyldigTil": "2030-01-01",
      "kommentar": "Oppdiktet",
      "sannsynlighet": "bekreftet",
      "alvorlighetsgrad": "alvorlig",
      "agens": { "koder": [ { "system": "ATC", "kode": "J01CE02", "visning": "Fenoksymetylpenicillin", "valgt": true } ], "tekst": "Oppdiktet", "hjelpestoff": false },
      "reaksjoner": [ { "kode": "1", "visning": "Anafylaktisk reaksjon" } ],
      "utvidelser": [ ]
    }
  ]
}`

describe('validateKi', () => {
  test.each([
    ['the sketch', sketch],
    ['a document without records', withPatient('')],
    ['an age with a decimal', withRecord('"hendelse": {"alder": {"verdi": 4.50, "enhet": "a"}}')],
    ['a leap day', withRecord('"gyldigTil": "2024-02-29"')],
    [
      'any content of an extension',
      withRecord('"utvidelser": [{"url": "urn:x", "sti": "a", "verdi": [null, {"dato": "x"}]}]'),
    ],
    ['a reason of 80 characters', withRecord(`"begrunnelse": "${'å\\n'.repeat(40)}"`, 'behandlingsavklaring')],
  ])('accepts %s', (_name, text) => {
    expect(check(text)).toEqual([])
  })

  test.each([
    ['no object', '[]', found('KI-005', '$', 1, 1, { expected: 'object', found: 'array' })],
    [
      'another format',
      sketch.replace('kritisk-informasjon', 'x'),
      found('KI-006', '$.format', 2, 13, { allowed: 'kritisk-informasjon' }),
    ],
    [
      'another version',
      sketch.replace('"1.0"', '"2.0"'),
      found('KI-006', 'kritiskInformasjon.versjon', 3, 14, { allowed: '1.0' }),
    ],
    [
      'a missing member',
      '{"format": "kritisk-informasjon", "versjon": "1.0", "pasient": {}}',
      found('KI-001', 'kritiskInformasjon', 1, 1, { name: 'registreringer' }),
    ],
    [
      'a missing type',
      '{"format": "kritisk-informasjon", "versjon": "1.0", "pasient": {}, "registreringer": [{"id": "1"}]}',
      found('KI-001', record, 1, 87, { name: 'type' }),
    ],
    [
      'an unknown type',
      withRecord('"kommentar": "x"', 'allergi'),
      found('KI-006', `${record}.type`, 5, 22, { allowed: expect.stringContaining('annenAllergi | ') }),
    ],
    [
      'an unknown member',
      withPatient('"favorittfarge": "x"'),
      found('KI-002', 'kritiskInformasjon.pasient.favorittfarge', 3, 18, { name: 'favorittfarge' }),
    ],
    [
      'a misspelt member',
      withPatient('"fødselsdato": "1972"'),
      found('KI-003', 'kritiskInformasjon.pasient.…', 3, 16, {
        name: '…',
        suggestion: 'fodselsdato',
      }),
    ],
    [
      'a misspelt required member',
      withRecord('"kilder": [{"kod": "1"}]'),
      found('KI-003', `${record}.kilder[0].kod`, 6, 20, { name: 'kod', suggestion: 'kode' }),
    ],
    [
      'a misspelt choice',
      withRecord('"hendelse": {"datoo": "2018"}'),
      found('KI-003', `${record}.hendelse.datoo`, 6, 23, { name: 'datoo', suggestion: 'dato' }),
    ],
    [
      'a member of another type',
      withRecord('"agens": {"tekst": "x"}'),
      found('KI-004', `${record}.agens`, 6, 10, { name: 'agens', type: 'smitte' }),
    ],
    [
      'a wrong type',
      withRecord('"kommentar": 4.50'),
      found('KI-005', `${record}.kommentar`, 6, 14, { expected: 'string', found: 'number' }),
    ],
    [
      'null',
      withRecord('"kilder": null'),
      found('KI-005', `${record}.kilder`, 6, 11, { expected: 'array', found: 'null' }),
    ],
    [
      'a wrong word',
      withRecord('"kommentar": "x"', 'smitte', 'inaktiv'),
      found('KI-006', `${record}.status`, 5, 42, { allowed: 'aktiv | avkreftet | slettet' }),
    ],
    [
      'a wrong unit',
      withRecord('"hendelse": {"alder": {"verdi": 4, "enhet": "år"}}'),
      found('KI-006', `${record}.hendelse.alder.enhet`, 6, 45, { allowed: units }),
    ],
    [
      'a wrong date',
      withPatient('"fodselsdato": "13.09.1972"'),
      found('KI-007', 'kritiskInformasjon.pasient.fodselsdato', 3, 16, { form: dates }),
    ],
    [
      'a time without a zone',
      withRecord('"gyldigTil": "2030-01-01T10:00:00"'),
      found('KI-007', `${record}.gyldigTil`, 6, 14, { form: moments }),
    ],
    [
      'a wrong id',
      withRecord('"versjonsnummer": "1/2"'),
      found('KI-007', `${record}.versjonsnummer`, 6, 19, { form: '[A-Za-z0-9.-]{1,64}' }),
    ],
    [
      'a relative URL',
      withRecord('"utvidelser": [{"url": "x", "verdi": 1}]'),
      found('KI-007', `${record}.utvidelser[0].url`, 6, 24, { form: 'scheme:rest' }),
    ],
    ['an empty text', withRecord('"kommentar": ""'), found('KI-008', `${record}.kommentar`, 6, 14)],
    [
      'a text too long',
      withRecord(`"begrunnelse": "${'å'.repeat(81)}"`, 'behandlingsavklaring'),
      found('KI-009', `${record}.begrunnelse`, 6, 16, { limit: 80 }),
    ],
    ['an empty list', withRecord('"kilder": []'), found('KI-010', `${record}.kilder`, 6, 11)],
    ['an empty object', withRecord('"tilstand": {}'), found('KI-010', `${record}.tilstand`, 6, 13)],
    [
      'no event',
      withRecord('"hendelse": {}'),
      found('KI-011', `${record}.hendelse`, 6, 13, { names: 'dato | alder | mangler' }),
    ],
    [
      'two events',
      withRecord('"hendelse": {"dato": "2018", "mangler": "ukjent"}'),
      found('KI-011', `${record}.hendelse`, 6, 13, { names: 'dato | alder | mangler' }),
    ],
    [
      'a negative age',
      withRecord('"hendelse": {"alder": {"verdi": -1.0, "enhet": "a"}}'),
      found('KI-012', `${record}.hendelse.alder.verdi`, 6, 33, { limit: 0 }),
    ],
    [
      'a refuted probability',
      withRecord('"sannsynlighet": "mistenkt"', 'annenAllergi', 'avkreftet'),
      found('KI-013', `${record}.sannsynlighet`, 6, 18, { name: 'sannsynlighet' }),
    ],
    [
      'a system that is known',
      withPatient('"identifikator": {"type": "dNummer", "verdi": "1", "system": "urn:x"}'),
      found('KI-014', 'kritiskInformasjon.pasient.identifikator.system', 3, 62, { name: 'system' }),
    ],
    [
      'a system that is missing',
      withPatient('"identifikator": {"type": "annet", "verdi": "1"}'),
      found('KI-001', 'kritiskInformasjon.pasient.identifikator', 3, 18, { name: 'system' }),
    ],
    [
      'an identifier of no type',
      withPatient('"identifikator": {"verdi": "1", "system": "urn:x"}'),
      found('KI-001', 'kritiskInformasjon.pasient.identifikator', 3, 18, { name: 'type' }),
    ],
    [
      'an implant of both kinds',
      withRecord(
        '"tilstand": {"spesifisering": "x"},\n"implantat": {"spesifisering": "x"}, "implantert": {"dato": "2018"}',
        'implantat',
      ),
      found('KI-015', `${record}.implantat`, 7, 14, { name: 'implantat' }),
    ],
    [
      'a day that is none',
      withRecord('"hendelse": {"dato": "2023-02-29"}'),
      found('KI-019', `${record}.hendelse.dato`, 6, 22),
    ],
    ['a control character', withRecord('"kommentar": "a\\u0000"'), found('KI-020', `${record}.kommentar`, 6, 14)],
    ['half a character', withRecord('"kommentar": "\\ud800"'), found('KI-020', `${record}.kommentar`, 6, 14)],
  ])('finds %s, and nothing else', (_name, text, expected) => {
    expect(check(text)).toEqual([expected])
  })

  test('finds an id that comes twice', () => {
    const text = withRecord('"kommentar": "x"').replace(']}', ',\n{"type": "smitte", "status": "aktiv",\n"id": "1"}]}')
    const path = 'kritiskInformasjon.registreringer[1].id'
    expect(check(text)).toEqual([found('KI-016', path, 8, 7, { first: `${record}.id` })])
  })

  test('finds all problems at once, in the order of the text', () => {
    const text = sketch
      .replace('"kvinne"', '"K"')
      .replace('"gyldigTil": "2030-01-01"', '"gyldigTil": "2030-13"')
      .replace('"status": "aktiv"', '"stauts": "aktiv"')
      .replace('"hjelpestoff": false', '"hjelpestoff": "nei"')
    expect(check(text)).toEqual([
      found('KI-006', 'kritiskInformasjon.pasient.kjonn', 7, 43, { allowed: 'kvinne | mann | annet | ukjent' }),
      found('KI-003', `${record}.stauts`, 14, 17, { name: 'stauts', suggestion: 'status' }),
      found('KI-007', `${record}.gyldigTil`, 19, 20, { form: moments }),
      found('KI-005', `${record}.agens.hjelpestoff`, 23, 160, { expected: 'boolean', found: 'string' }),
    ])
  })

  test('has words in both languages for every finding, and no value of the document in them', () => {
    const [one] = check(withRecord('"kommentar": "x"', 'smitte', 'HEMMELIG'))
    if (one === undefined) throw new Error('nothing found')
    expect(say(one)).toContain('aktiv | avkreftet | slettet')
    expect(say(one, 'nb')).toContain('aktiv | avkreftet | slettet')
    expect(JSON.stringify(one)).not.toContain('HEMMELIG')
  })
})
