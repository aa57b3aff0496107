import { describe, expect, test } from 'vitest'
import type { Conversion, Json, JsonObject } from '../../src/index.ts'
import { decodeBase64, encodeJson } from '../../src/document/base64.ts'
import { accountProblem, to } from '../laws/kit.ts'
import { document, edited, gone, ofType, recordOf, resourcesOf } from '../form/eps/records.ts'

const codesOf = ({ issues }: Conversion) => issues.map(({ code }) => code)
const recordsOf = ({ output }: Conversion) => (output.root as { registreringer: JsonObject[] }).registreringer
const fileOf = (original: JsonObject) => (original.content as { attachment: JsonObject }[])[0]?.attachment as JsonObject

/** A document of a person, with these records. */
function of(pasient: JsonObject, ...records: JsonObject[]): Json {
  return { ...(document(...records) as JsonObject), pasient }
}

const kari = { navn: { etternavn: 'Prøve', fornavn: ['Kari'] }, fodselsdato: '1970-01-01' }
const ola = { navn: { etternavn: 'Prøve', fornavn: ['Ola'] }, fodselsdato: '1970-01-01' }
const numbered = { ...kari, identifikator: { type: 'fodselsnummer', verdi: '13897220029' } }
const other = { ...ola, identifikator: { type: 'fodselsnummer', verdi: '11886920301' } }

/** The attached original of one summary in the place of another's. */
function exchanged(root: Json, from: Json): Json {
  const [given] = ofType(from, 'DocumentReference')
  return edited(root, 'DocumentReference', (one) => {
    for (const key of Object.keys(one)) if (key !== 'id') delete one[key]
    Object.assign(one, { ...given, id: one.id })
  })
}

/** A refuted record that a receiver has changed does not come back refuted from the attached original, whatever --refuted says. */
test.each(['include', 'omit'] as const)('an entry that can no longer be read is gone with --refuted %s', (refuted) => {
  const input = document(recordOf('5', { status: 'avkreftet', gyldigTil: '2030-01-01' }), recordOf('6'))
  const changed = edited(to('eps', input).output.root, 'Condition', (one) =>
    Object.assign(one, { verificationStatus: { text: 'confirmed' } }),
  )
  const back = to('ki', changed, { refuted })
  expect(back.output.root).toMatchObject({ registreringer: [{ type: 'pagaendeBehandling' }] })
  expect(back.issues.map(({ code }) => code)).toContain('CNV-017')
})

describe('an attached original is not believed', () => {
  const summary = to('eps', of(numbered, recordOf('5', { status: 'avkreftet', gyldigTil: '2030-01-01' }))).output.root

  function refuses(root: Json): void {
    const back = to('ki', root)
    expect(codesOf(back)).toEqual(['CNV-014'])
    expect(accountProblem(root, back)).toBeUndefined()
    expect(back.ledger.map(({ row }) => row)).toContain('container.original')
    expect(recordsOf(back)).toMatchObject([{ type: 'kritiskMedisinskTilstand', status: 'avkreftet' }])
    expect(recordsOf(back)[0]).not.toHaveProperty('gyldigTil')
    expect(back.output.root).toMatchObject({ pasient: { identifikator: { verdi: '13897220029' } } })
  }

  const altered = (root: Json) =>
    edited(root, 'DocumentReference', (one) => {
      const file = fileOf(one)
      const text = decodeBase64(file.data as string) as string
      file.data = encodeJson(text.replace('avkreftet', 'aktiv'))
    })

  test('if it was altered', () => {
    refuses(altered(summary))
  })

  test('if it was altered, and so was an entry', () => {
    const changed = edited(summary, 'Condition', (one) => Object.assign(one, { recordedDate: '2021-01-01' }))
    refuses(altered(changed))
  })

  test('if it was exchanged for that of another patient, with its mark or without', () => {
    const foreign = to('eps', of(other, recordOf('10', { gyldigTil: '2030-01-01' }))).output.root
    refuses(exchanged(summary, foreign))
    const [given] = ofType(foreign, 'DocumentReference')
    refuses(edited(summary, 'DocumentReference', (one) => Object.assign(fileOf(one), fileOf(given as JsonObject))))
  })

  test('if its mark is of an earlier make, and says nothing of it', () => {
    refuses(
      edited(summary, 'DocumentReference', (one) =>
        Object.assign(one, { masterIdentifier: { system: 'urn:kritinfo:digest', value: '0a1b2c3d4e5f6' } }),
      ),
    )
  })

  test('if there are two', () => {
    const foreign = to('eps', of(other, recordOf('10', { gyldigTil: '2030-01-01' }))).output.root
    const [given] = ofType(foreign, 'DocumentReference')
    const bundle = summary as JsonObject & { entry: Json[] }
    refuses({
      ...bundle,
      entry: [
        ...bundle.entry,
        { fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000099', resource: given as JsonObject },
      ],
    })
  })

  test('if it is gone and its mark is not', () => {
    refuses(edited(summary, 'DocumentReference', (one) => delete fileOf(one).data))
  })
})

describe('where no number tells the patient', () => {
  const summaryOf = (pasient: JsonObject, kind: string) =>
    to('eps', of(pasient, recordOf(kind, { gyldigTil: '2030-01-01' }))).output.root
  const summary = summaryOf(kari, '5')
  const changed = edited(summary, 'Condition', (one) => Object.assign(one, { recordedDate: '2021-01-01' }))

  test('an original is believed beside a changed entry if the patient is as it was', () => {
    const back = to('ki', changed)
    expect(codesOf(back)).toEqual([])
    expect(recordsOf(back)).toMatchObject([{ gyldigTil: '2030-01-01', registrert: { tidspunkt: '2021-01-01' } }])
  })

  test('and is not if it came from the summary of another', () => {
    const back = to('ki', exchanged(changed, summaryOf(ola, '10')))
    expect(codesOf(back)).toEqual(['CNV-014'])
    expect(recordsOf(back)).toMatchObject([{ type: 'kritiskMedisinskTilstand' }])
  })
})

test('an original is believed beside a patient who got a new name and another number', () => {
  const summary = to('eps', of(numbered, recordOf('5', { gyldigTil: '2030-01-01' }))).output.root
  const changed = edited(summary, 'Patient', (one) => {
    one.name = [{ family: 'Nyprøve' }]
    one.identifier = [...(one.identifier as Json[]), { system: 'urn:oid:1.2.3', value: '17' }]
  })
  const back = to('ki', changed)
  expect(codesOf(back)).toEqual([])
  expect(recordsOf(back)).toMatchObject([{ gyldigTil: '2030-01-01' }])
})

test('an entry that is gone stays gone, whatever the original says', () => {
  const summary = to('eps', of(numbered, recordOf('5'), recordOf('6'))).output.root
  const back = to(
    'ki',
    edited(summary, 'Procedure', () => gone),
  )
  expect(recordsOf(back).map(({ type }) => type)).not.toContain('pagaendeBehandling')
  expect(resourcesOf(summary)).not.toHaveLength(0)
})
