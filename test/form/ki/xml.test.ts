import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, type Json } from '../../../src/document/json.ts'
import { parseXml } from '../../../src/document/xml-parse.ts'
import { validateKi } from '../../../src/form/ki/validate.ts'
import { kiXmlForm } from '../../../src/form/ki/xml.ts'
import { writeKiXml } from '../../../src/form/ki/xml-write.ts'
import { KritinfoError } from '../../../src/issue/issue.ts'
import { kiDocument } from '../../laws/arbitrary-ki.ts'

const head = '<kritiskInformasjon xmlns="urn:kritinfo:kritisk-informasjon:1" versjon="1.0">'
const readXml = (text: string) => kiXmlForm.read(parseXml(text))
const inDocument = (records: string, patient = ''): string =>
  `${head}\n<pasient>${patient}</pasient>\n<registreringer>${records}</registreringer>\n</kritiskInformasjon>`

function documentWith(record: Json, patient: Json = {}): Json {
  return { format: 'kritisk-informasjon', versjon: '1.0', pasient: patient, registreringer: [record] }
}

function issuesOf(action: () => unknown): unknown {
  try {
    action()
  } catch (problem) {
    if (problem instanceof KritinfoError) return problem.issues
  }
  return undefined
}

describe('ki as XML', () => {
  test('is the same document when it is read again', () => {
    fc.assert(
      fc.property(kiDocument({ empty: true }), (document) => {
        expect(readXml(writeKiXml(document as unknown as Json)).root).toEqual(document)
      }),
      { numRuns: 500 },
    )
  })

  test('is written in the order of the form', () => {
    const document = documentWith(
      {
        status: 'aktiv',
        type: 'smitte',
        kommentar: ' a\r\n<b>&amp; ',
        id: '1',
        hendelse: { alder: { verdi: new Decimal('4.50'), enhet: 'a' } },
      },
      { navn: { mellomnavn: [], fornavn: ['Åse'] } },
    )
    expect(writeKiXml(document)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
${head}
  <pasient>
    <navn>
      <fornavn>
        <navn>Åse</navn>
      </fornavn>
      <mellomnavn/>
    </navn>
  </pasient>
  <registreringer>
    <registrering>
      <id>1</id>
      <type>smitte</type>
      <status>aktiv</status>
      <hendelse>
        <alder>
          <verdi>4.50</verdi>
          <enhet>a</enhet>
        </alder>
      </hendelse>
      <kommentar> a&#xD;
&lt;b&gt;&amp;amp; </kommentar>
    </registrering>
  </registreringer>
</kritiskInformasjon>
`)
  })

  test('has the places of its elements', () => {
    const tree = readXml(inDocument('\n  <registrering>\n    <id>1</id>\n  </registrering>'))
    expect(tree.position(['versjon'])).toEqual({ line: 1, column: 1 })
    expect(tree.position(['registreringer', 0, 'id'])).toEqual({ line: 5, column: 5 })
    expect(tree.position(['registreringer', 0, 'status'])).toEqual({ line: 4, column: 3 })
  })

  const record = '<id>1</id><type>smitte</type><status>aktiv</status>'
  test.each([
    [
      'another root',
      '<b xmlns="urn:kritinfo:kritisk-informasjon:1" versjon="1.0"><pasient/><registreringer/></b>',
      'KI-006',
      '$.format',
    ],
    ['an unknown element', inDocument('', '<alias>x</alias>'), 'KI-002', 'kritiskInformasjon.pasient.alias'],
    ['a foreign element', inDocument('', '<navn xmlns="urn:x"/>'), 'KI-002', 'kritiskInformasjon.pasient.…'],
    [
      'an attribute',
      `${head}<pasient a="1"/><registreringer/></kritiskInformasjon>`,
      'KI-002',
      'kritiskInformasjon.pasient.`@a`',
    ],
    ['stray text', inDocument('', 'x'), 'KI-002', 'kritiskInformasjon.pasient.`#text`'],
    [
      'a member that comes twice',
      inDocument('', '<kjonn>mann</kjonn><kjonn>mann</kjonn>'),
      'KI-006',
      'kritiskInformasjon.pasient.kjonn',
    ],
    ['another item', inDocument('<element/>'), 'KI-005', 'kritiskInformasjon.registreringer'],
    [
      'no number',
      inDocument(
        `<registrering>${record}<hendelse><alder><verdi>fire</verdi><enhet>a</enhet></alder></hendelse></registrering>`,
      ),
      'KI-005',
      'kritiskInformasjon.registreringer[0].hendelse.alder.verdi',
    ],
    [
      'no boolean',
      `${head}<pasient/><innsyn><sperring>ja</sperring></innsyn><registreringer/></kritiskInformasjon>`,
      'KI-005',
      'kritiskInformasjon.innsyn.sperring',
    ],
    [
      'elements in a text',
      inDocument(`<registrering>${record}<kommentar><b/></kommentar></registrering>`),
      'KI-005',
      'kritiskInformasjon.registreringer[0].kommentar',
    ],
  ])('names %s', (_name, text, code, path) => {
    expect(validateKi(readXml(text)).map((one) => [one.code, one.path])).toEqual([[code, path]])
  })

  test.each([['{'], [''], ['<a/>']])('refuses %s as the content of an extension', (text) => {
    const document = inDocument(
      '',
      `\n <utvidelser><utvidelse><url>urn:x</url><verdi>${text}</verdi></utvidelse></utvidelser>`,
    )
    const place = { code: 'KI-018', severity: 'error', path: '', params: {}, line: 3, column: 41 }
    expect(issuesOf(() => readXml(document))).toEqual([place])
  })

  test.each([
    [documentWith({ ukjent: 1 }), 'kritiskInformasjon.registreringer[0].ukjent'],
    [documentWith({ id: 1 }), 'kritiskInformasjon.registreringer[0].id'],
    [documentWith({ kommentar: 'a\u0000' }), 'kritiskInformasjon.registreringer[0].kommentar'],
    [documentWith({ kilder: {} }), 'kritiskInformasjon.registreringer[0].kilder'],
    [{ format: 'x' }, '$.format'],
    [[], '$'],
  ])('is not written when the form has no place for a value', (document, path) => {
    const expected = [{ code: 'KI-017', severity: 'error', path, params: {} }]
    expect(issuesOf(() => writeKiXml(document))).toEqual(expected)
  })
})
