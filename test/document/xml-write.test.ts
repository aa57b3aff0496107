import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../src/definition/model.ts'
import { Decimal, type Json } from '../../src/document/json.ts'
import { read } from '../../src/document/read.ts'
import { writeXml } from '../../src/document/xml-write.ts'
import { problems } from './problems.ts'

const model = fhirModel()
const again = (root: Json, pretty = false) => read(writeXml(root, model, { pretty }), { model }).root
const patient = (members: object) => ({ resourceType: 'Patient', ...members }) as Json

const refused: [members: object, problem: string][] = [
  [{ nickname: 'x' }, 'DOC-051 Patient.nickname'],
  [{ name: [{ _period: {} }] }, 'DOC-051 Patient.name[0]._period'],
  [{ name: { text: 'x' } }, 'DOC-052 Patient.name'],
  [{ name: [] }, 'DOC-052 Patient.name'],
  [{ name: [null] }, 'DOC-052 Patient.name[0]'],
  [{ name: [{ given: [null] }] }, 'DOC-052 Patient.name[0].given[0]'],
  [{ name: [{ resourceType: 'Patient' }] }, 'DOC-051 Patient.name[0].resourceType'],
  [{ active: 'true' }, 'DOC-052 Patient.active'],
  [{ active: 1 }, 'DOC-052 Patient.active'],
  [{ gender: true }, 'DOC-052 Patient.gender'],
  [{ gender: {} }, 'DOC-052 Patient.gender'],
  [{ multipleBirthInteger: Number.NaN }, 'DOC-052 Patient.multipleBirthInteger'],
  [{ gender: '\u0000' }, 'DOC-053 Patient.gender'],
  [{ gender: '\ud800' }, 'DOC-053 Patient.gender'],
  [{ text: { div: '<div>x</div>' } }, 'DOC-054 Patient.text.div'],
  [{ contained: [{ id: 'x' }] }, 'DOC-050 Patient.contained[0]'],
]

describe('writeXml', () => {
  test('elements stand in the order of the definitions, id and url as attributes', () => {
    const root = patient({
      active: true,
      name: [{ given: ['a', null], _given: [null, { id: 'g' }], id: 'n' }],
      id: 'p',
      extension: [{ valueDecimal: new Decimal('1.50'), url: 'u' }],
    })
    expect(writeXml(root, model)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Patient xmlns="http://hl7.org/fhir"><id value="p"/>' +
        '<extension url="u"><valueDecimal value="1.50"/></extension><active value="true"/>' +
        '<name id="n"><given value="a"/><given id="g"/></name></Patient>',
    )
    expect(again(root, true)).toEqual(root)
  })

  test.each(refused)('%j is refused with %s', (members, problem) => {
    expect(problems(() => writeXml(patient(members), model))).toEqual([problem])
  })

  test.each([null, [], 'x', {}, { resourceType: 'Element' }])('%j is no resource', (root) => {
    expect(problems(() => writeXml(root, model))[0]).toMatch(/^DOC-050/)
  })

  test.each([
    '&lt;',
    '&amp;lt;',
    '&#10;',
    'a\n\tb\rc',
    ' a  b ',
    '"\'<>',
    '<?narrative 0?>',
    '$&$1',
    ']]>',
    '😀\u0085',
  ])('the text %j survives', (text) => {
    const root = patient({
      text: { div: '<div xmlns="http://www.w3.org/1999/xhtml">$&amp; <?</div>'.replace('<?', '$1') },
      gender: text,
    })
    expect(again(root)).toEqual(root)
    expect(again(root, true)).toEqual(root)
  })

  test('any text that XML can hold survives', () => {
    const sayable = fc
      .string({ unit: 'binary' })
      .filter((text) => /^[\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text))
    fc.assert(
      fc.property(sayable, (text) => {
        const root = patient({ gender: text, _gender: { extension: [{ url: text }] } })
        expect(again(root)).toEqual(root)
      }),
    )
  })
})
