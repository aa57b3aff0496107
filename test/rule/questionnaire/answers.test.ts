import { describe, expect, test } from 'vitest'
import { Decimal, type JsonObject } from '../../../src/document/json.ts'
import { answer, extended, told, toldOf } from './told.ts'

const types: readonly (readonly [type: string, key: string, value: JsonObject | string | number | boolean])[] = [
  ['boolean', 'valueBoolean', true],
  ['decimal', 'valueDecimal', 1.5],
  ['integer', 'valueInteger', 1],
  ['date', 'valueDate', '2025-01-01'],
  ['dateTime', 'valueDateTime', '2025-01-01'],
  ['time', 'valueTime', '10:00:00'],
  ['string', 'valueString', 'x'],
  ['text', 'valueString', 'x\ny'],
  ['url', 'valueUri', 'urn:x'],
  ['attachment', 'valueAttachment', { url: 'urn:x' }],
  ['reference', 'valueReference', { reference: 'Patient/1' }],
  ['quantity', 'valueQuantity', { value: 1 }],
]

describe('types', () => {
  test.each(types)('a %s is answered by %s', (type, key, value) => {
    expect(toldOf({ type }, { [key]: value })).toEqual([])
    expect(toldOf({ type }, { valueCoding: { code: 'x' } })).toEqual(['QRS-018 valueCoding'])
  })

  test('a choice is answered by what options may be', () => {
    expect(toldOf({ type: 'choice' }, { valueString: 'x' })).toEqual(['QRS-035 valueString'])
    expect(toldOf({ type: 'choice' }, { valueBoolean: true })).toEqual(['QRS-018 valueBoolean'])
    expect(toldOf({ type: 'open-choice' }, { valueString: 'x' })).toEqual([])
    expect(toldOf({ type: 'open-choice' }, { valueCode: 'x' })).toEqual(['QRS-018 valueCode'])
  })
})

const structure = (type: string, name: string, value: JsonObject) => extended(type, { [name]: value })
const kilo = (value: number, code = 'kg') => ({ value, unit: code, code, system: 'http://unitsofmeasure.org' })
const from = (value: JsonObject) => structure('quantity', 'sdc-questionnaire-minQuantity', { valueQuantity: value })
const to = (value: JsonObject) => structure('quantity', 'sdc-questionnaire-maxQuantity', { valueQuantity: value })
const units = structure('quantity', 'questionnaire-unitOption', { valueCoding: { code: 'kg', system: kilo(1).system } })
const named = structure('quantity', 'questionnaire-unitOption', { valueCoding: { display: 'boxes' } })
const pictures = structure('attachment', 'mimeType', { valueCode: 'image/*' })
const small = structure('attachment', 'maxSize', { valueDecimal: 3 })
const patients = structure('reference', 'questionnaire-referenceResource', { valueCode: 'Patient' })
const quantity = (value: JsonObject) => ({ valueQuantity: value })

const rows: readonly (readonly [why: string, question: JsonObject, answer: JsonObject, found: string[]])[] = [
  ['at the minimum', structure('integer', 'minValue', { valueInteger: 2 }), { valueInteger: 2 }, []],
  ['below it', structure('integer', 'minValue', { valueInteger: 2 }), { valueInteger: 1 }, ['QRS-022 valueInteger']],
  [
    'above the maximum',
    structure('decimal', 'maxValue', { valueDecimal: 2 }),
    { valueDecimal: new Decimal('2.10') },
    ['QRS-023 valueDecimal'],
  ],
  [
    'a date below',
    structure('date', 'minValue', { valueDate: '2025-02' }),
    { valueDate: '2025-01-31' },
    ['QRS-022 valueDate'],
  ],
  ['a day of the last month', structure('date', 'maxValue', { valueDate: '2025-02' }), { valueDate: '2025-02-28' }, []],
  [
    'a time above',
    structure('time', 'maxValue', { valueTime: '12:00:00' }),
    { valueTime: '12:00:01' },
    ['QRS-023 valueTime'],
  ],
  [
    'decimals',
    structure('decimal', 'maxDecimalPlaces', { valueInteger: 1 }),
    { valueDecimal: new Decimal('1.50') },
    ['QRS-024 valueDecimal'],
  ],
  [
    'decimals by an exponent',
    structure('decimal', 'maxDecimalPlaces', { valueInteger: 1 }),
    { valueDecimal: 1e-7 },
    ['QRS-024 valueDecimal'],
  ],
  ['a whole number', structure('decimal', 'maxDecimalPlaces', { valueInteger: 0 }), { valueDecimal: 3 }, []],
  ['too short', structure('string', 'minLength', { valueInteger: 3 }), { valueString: 'ab' }, ['QRS-025 valueString']],
  ['long enough', structure('string', 'minLength', { valueInteger: 3 }), { valueString: 'abc' }, []],
  ['too long', { type: 'text', maxLength: 2 }, { valueString: 'abc' }, ['QRS-026 valueString']],
  ['a character of two units', { type: 'string', maxLength: 2 }, { valueString: '😀b' }, []],
  [
    'a pattern',
    structure('string', 'regex', { valueString: '\\d{4}' }),
    { valueString: '12345' },
    ['QRS-027 valueString'],
  ],
  ['a pattern that is met', structure('string', 'regex', { valueString: '^\\d{4}$' }), { valueString: '1234' }, []],
  [
    'a pattern that takes long elsewhere',
    structure('string', 'regex', { valueString: '(a+)+b' }),
    { valueString: 'a'.repeat(900) },
    ['QRS-027 valueString'],
  ],
  [
    'a pattern that may take long',
    structure('string', 'regex', { valueString: '(?=a).*b' }),
    { valueString: 'aaaa' },
    ['? QRS-042 valueString'],
  ],
  ['two lines', { type: 'string' }, { valueString: 'a\nb' }, ['QRS-028 valueString']],
  ['a kind of file', pictures, { valueAttachment: { contentType: 'image/png; q=1' } }, []],
  ['another kind', pictures, { valueAttachment: { contentType: 'text/plain' } }, ['QRS-029 valueAttachment']],
  ['no kind', pictures, { valueAttachment: { url: 'urn:x' } }, ['QRS-029 valueAttachment']],
  ['three bytes', small, { valueAttachment: { data: 'AAAA' } }, []],
  ['four bytes', small, { valueAttachment: { data: 'AAAAAA==' } }, ['QRS-030 valueAttachment']],
  ['a stated size', small, { valueAttachment: { size: 4 } }, ['QRS-030 valueAttachment']],
  ['a type of reference', patients, { valueReference: { reference: 'https://example.org/Patient/1' } }, []],
  ['another type', patients, { valueReference: { reference: 'Group/1' } }, ['QRS-031 valueReference']],
  ['a stated type', patients, { valueReference: { type: 'Group' } }, ['QRS-031 valueReference']],
  ['an unknown type', patients, { valueReference: { reference: 'urn:uuid:1' } }, ['? QRS-044 valueReference']],
  ['a unit', units, quantity(kilo(1)), []],
  ['another unit', units, quantity(kilo(1, 'g')), ['QRS-032 valueQuantity']],
  ['a unit by its name', named, quantity({ value: 1, unit: 'boxes' }), []],
  ['a quantity below', from(kilo(5)), quantity(kilo(4)), ['QRS-022 valueQuantity']],
  ['a quantity above', to(kilo(5)), quantity(kilo(6)), ['QRS-023 valueQuantity']],
  ['in another unit', to(kilo(5)), quantity(kilo(5001, 'g')), ['QRS-023 valueQuantity']],
  ['pounds', from(kilo(1)), quantity(kilo(2.3, '[lb_av]')), []],
  ['of another kind', to(kilo(5)), quantity(kilo(1, '[mi_i]')), ['QRS-033 valueQuantity']],
  ['without code', to({ value: 5, unit: 'kg' }), quantity({ value: 4, unit: 'kg' }), ['QRS-033 valueQuantity']],
  ['in a unit of which nothing is known', to(kilo(5)), quantity(kilo(1, '[foz_us]')), ['? QRS-043 valueQuantity']],
  ['with a comparator', to(kilo(5)), quantity({ ...kilo(4), comparator: '>' }), ['? QRS-043 valueQuantity']],
]

test.each(rows)('%s', (_why, question, one, found) => {
  expect(toldOf(question, one)).toEqual(found)
})

describe('options', () => {
  const coding = (code: string, system = 'urn:s') => ({ valueCoding: { system, code } })
  const answerOption = [coding('a'), { valueCoding: { system: 'urn:s', code: 'b', display: 'Bee' } }]
  const choice = { type: 'choice', answerOption }
  const gender = 'http://hl7.org/fhir/administrative-gender'

  test.each<readonly [string, JsonObject, JsonObject, string[]]>([
    ['one of them', choice, coding('a'), []],
    ['none of them', choice, coding('c'), ['QRS-019 valueCoding']],
    ['of another system', choice, coding('a', 'urn:t'), ['QRS-019 valueCoding']],
    ['of another type', choice, { valueString: 'a' }, ['QRS-019 valueString']],
    ['words', { ...choice, type: 'open-choice' }, { valueString: 'c' }, []],
    ['a display alone', { ...choice, type: 'open-choice' }, { valueCoding: { display: 'c' } }, []],
    ['the words of an option', { ...choice, type: 'open-choice' }, { valueString: 'Bee' }, ['QRS-034 valueString']],
    ['a code outside', { ...choice, type: 'open-choice' }, coding('c'), ['QRS-019 valueCoding']],
    [
      'an integer',
      { type: 'integer', answerOption: [{ valueInteger: 1 }] },
      { valueInteger: 2 },
      ['QRS-019 valueInteger'],
    ],
    [
      'a reference',
      { type: 'choice', answerOption: [{ valueReference: { reference: 'A/1' } }] },
      {
        valueReference: { reference: 'A/1', display: 'x' },
      },
      [],
    ],
  ])('%s', (_why, question, one, found) => {
    expect(toldOf(question, one)).toEqual(found)
  })

  test('a value set', () => {
    const question = { type: 'choice', answerValueSet: 'http://hl7.org/fhir/ValueSet/administrative-gender' }
    expect(toldOf(question, coding('male', gender))).toEqual([])
    expect(toldOf(question, coding('m', gender))).toEqual(['QRS-020 valueCoding'])
    expect(toldOf({ ...question, answerValueSet: 'urn:none' }, coding('m'))).toEqual(['? QRS-041 valueCoding'])
  })

  test('a value set that the questionnaire contains', () => {
    const include = [{ system: 'urn:s', concept: [{ code: 'a' }] }]
    const contained = [{ resourceType: 'ValueSet', id: 'v', status: 'active', compose: { include } }]
    const ask = (code: string, answerValueSet: string) =>
      told([{ linkId: 'a', type: 'choice', answerValueSet }], [answer('a', coding(code))], {
        questionnaire: { contained },
      })
    expect(ask('a', '#v')).toEqual([])
    expect(ask('b', '#v')).toEqual(['QRS-020 item.0.answer.0.valueCoding'])
    expect(ask('b', '#w')).toEqual(['? QRS-041 item.0.answer.0.valueCoding'])
  })

  test('an exclusive option stands alone', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive'
    const none = { ...coding('none'), extension: [{ url, valueBoolean: true }] }
    const question = { ...choice, answerOption: [...answerOption, none] }
    expect(toldOf(question, coding('a'), coding('b'))).toEqual([])
    expect(toldOf(question, coding('none'))).toEqual([])
    expect(toldOf(question, coding('a'), coding('none'))).toEqual(['QRS-021 answer'])
  })
})

test('a contained target tells its type', () => {
  const resolve = () => ({ resourceType: 'Group' })
  const found = told([{ ...patients, linkId: 'a' }], [answer('a', { valueReference: { reference: '#g' } })], {
    resolve,
  })
  expect(found).toEqual(['QRS-031 item.0.answer.0.valueReference'])
})
