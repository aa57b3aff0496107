import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../src/definition/model.ts'
import { Decimal } from '../../src/document/json.ts'
import { limitsOf } from '../../src/document/limits.ts'
import { parseXml } from '../../src/document/xml-parse.ts'
import { readFhirXml } from '../../src/document/xml-read.ts'
import { problems } from './problems.ts'

const model = fhirModel()
const of = (type: string, content: string) => parseXml(`<${type} xmlns="http://hl7.org/fhir">\n${content}\n</${type}>`)
const readIn = (type: string, content: string) => readFhirXml(of(type, content), model).root

const extension = '<extension url="u"><valueCode value="x"/></extension>'
const extended = { extension: [{ url: 'u', valueCode: 'x' }] }

const right: [type: string, content: string, json: object][] = [
  ['Patient', '<active value="true"/><multipleBirthInteger value="2"/>', { active: true, multipleBirthInteger: 2 }],
  ['Patient', `<birthDate value="1970">${extension}</birthDate>`, { birthDate: '1970', _birthDate: extended }],
  ['Patient', `<birthDate id="i">${extension}</birthDate>`, { _birthDate: { id: 'i', ...extended } }],
  [
    'Patient',
    `<name id="n"><given value="a"/><given value="b">${extension}</given><given>${extension}</given></name>`,
    { name: [{ id: 'n', given: ['a', 'b', null], _given: [null, extended, extended] }] },
  ],
  ['Patient', `<name><given>${extension}</given></name>`, { name: [{ _given: [extended] }] }],
  [
    'Patient',
    '<contained><Basic><id value="b"/></Basic></contained>',
    { contained: [{ resourceType: 'Basic', id: 'b' }] },
  ],
  [
    'Bundle',
    '<entry><resource><Basic/></resource></entry><entry/>',
    { entry: [{ resource: { resourceType: 'Basic' } }, {}] },
  ],
  [
    'Observation',
    '<valueQuantity><value value="1.50"/></valueQuantity><referenceRange><low><value value="2"/></low></referenceRange>',
    { valueQuantity: { value: new Decimal('1.50') }, referenceRange: [{ low: { value: 2 } }] },
  ],
  ['Questionnaire', '<item><item><linkId value="1"/></item></item>', { item: [{ item: [{ linkId: '1' }] }] }],
  ['Patient', '<active value="yes"/><gender value=" &#10;x"/>', { active: 'yes', gender: ' \nx' }],
]

const wrong: [type: string, content: string, problems: string[]][] = [
  ['Patient', '<nickname value="x"/>\n<active value="true" valeu="x"/>', ['DOC-041 2:1', 'DOC-042 3:1']],
  ['Patient', '<active value="true"/><active value="true"/>', ['DOC-045 2:23']],
  ['Patient', '<name xmlns="urn:other"/>', ['DOC-043 2:1']],
  ['Patient', '<name>Ola</name>', ['DOC-044 2:1']],
  ['Patient', '<name><given/></name>', ['DOC-049 2:7']],
  ['Patient', '<text><div>x</div></text>', ['DOC-048 2:7']],
  ['Patient', '<contained/>', ['DOC-046 2:1']],
  ['Patient', '<contained><Basic/><Basic/></contained>', ['DOC-046 2:1']],
  ['Patient', '<contained><Unknown/></contained>', ['DOC-047 2:12']],
  ['Patient', '<resourceType value="Basic"/>', ['DOC-041 2:1']],
  ['Patient', '<id id="a"><value value="b"/></id>', ['DOC-041 2:12']],
  ['Resource', '<id value="a"/>', ['DOC-047 1:1']],
]

describe('readFhirXml', () => {
  test.each(right)('%s %s', (type, content, json) => {
    expect(readIn(type, content)).toEqual({ resourceType: type, ...json })
  })

  test.each(wrong)('%s %s is refused', (type, content, expected) => {
    expect(problems(() => readIn(type, content))).toEqual(expected)
  })

  test('comments and a schema location are passed over', () => {
    const hint = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"'
    const root = parseXml(`<Basic xmlns="http://hl7.org/fhir" ${hint}><!-- x --><id value="1"/></Basic>`)
    expect(readFhirXml(root, model).root).toEqual({ resourceType: 'Basic', id: '1' })
  })

  test('places are those of the elements', () => {
    const root = of('Patient', `<name>\n<given value="a"/>\n<given>${extension}</given></name>`)
    const tree = readFhirXml(root, model)
    const at = (...path: (string | number)[]) => `${tree.position(path)?.line}:${tree.position(path)?.column}`
    expect([at(), at('name', 0), at('name', 0, 'given', 0), at('name', 0, 'given', 1)]).toEqual([
      '1:1',
      '2:1',
      '3:1',
      '4:1',
    ])
    expect(at('name', 0, '_given', 1, 'extension', 0, 'valueCode')).toBe('4:27')
    expect([at('name', 0, 'none'), at('none')]).toEqual(['2:1', '1:1'])
  })

  test('reading gives up after so many problems', () => {
    const root = of('Patient', '<x/>'.repeat(100))
    expect(problems(() => readFhirXml(root, model, limitsOf({ problems: 3 })))).toHaveLength(3)
  })
})

describe('order', () => {
  const flawsOf = (type: string, content: string) =>
    (readFhirXml(of(type, content), model).flaws ?? []).map(({ code, params, line }) => [code, params.element, line])

  test('of the definitions', () => {
    expect(
      flawsOf('Patient', '<id value="a"/>\n<active value="true"/>\n<name/>\n<name/>\n<gender value="male"/>'),
    ).toEqual([])
  })

  test('elements out of it are read, and are flaws', () => {
    const content = '<gender value="male"/>\n<active value="true"/>\n<birthDate value="1970"/>\n<id value="a"/>'
    expect(readIn('Patient', content)).toMatchObject({ id: 'a', gender: 'male', active: true })
    expect(flawsOf('Patient', content)).toEqual([
      ['DOC-061', 'active', 3],
      ['DOC-061', 'id', 5],
    ])
  })

  test('a repetition interrupted, and order within elements and contained resources', () => {
    expect(flawsOf('Patient', '<name/>\n<gender value="male"/>\n<name/>')).toEqual([['DOC-061', 'name', 4]])
    expect(flawsOf('Patient', '<name><given value="a"/><family value="b"/></name>')).toEqual([['DOC-061', 'family', 2]])
    const inner = '<contained><Basic><code/><id value="b"/></Basic></contained>'
    expect(flawsOf('Patient', inner)).toEqual([['DOC-061', 'id', 2]])
  })
})
