import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { PictureParts } from '../../../../src/browse/pages/record/picture-view.tsx'
import { LanguageContext } from '../../../../src/browse/language.ts'
import type { JsonObject } from '../../../../src/document/json.ts'
import type { Language } from '../../../../src/picture/picture.ts'
import { plainData } from '../../../../src/report/picture/plain.ts'
import { allergy, concept, drawn } from '../../../picture/draw.ts'

const base = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-'

function page(root: JsonObject, lang: Language = 'en'): string {
  return render(
    <LanguageContext.Provider value={lang}>
      <PictureParts picture={plainData(drawn(root, lang))} />
    </LanguageContext.Provider>,
  )
}

function status(clinical: string, verification: string): JsonObject {
  return {
    clinicalStatus: concept(`${base}clinical`, clinical),
    verificationStatus: concept(`${base}verification`, verification),
  }
}

const collection = (...resources: JsonObject[]): JsonObject => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
})

test('what was refuted or deleted is not said to be inactive, refuted or deleted once more', () => {
  const refuted = page(allergy(status('inactive', 'refuted')), 'nb')
  expect(refuted).toContain('<s><bdi>Penicillin</bdi></s> <span class="badge state refuted">AVKREFTET</span>')
  const { clinicalStatus: _, ...deleted } = allergy(status('active', 'entered-in-error'))
  for (const html of [refuted, page(deleted, 'nb')]) expect(html).not.toMatch(/<dt>(Status|Sannsynlighet)/)
})

test('gravity has the names of the ki model', () => {
  expect(page(allergy({ criticality: 'high' }), 'nb')).toContain('<dt>Alvorlighetsgrad</dt><dd>Alvorlig</dd>')
})

test('a statement that there is nothing has no mark of a record, and shows its notes and doubts', () => {
  const code = concept('http://snomed.info/sct', '716186003')
  const sure = page(allergy({ code }))
  expect(sure).toContain('<bdi>No known allergy</bdi>')
  expect(sure).not.toContain('class="badge')
  const unsure = page(allergy({ code, ...status('active', 'unconfirmed'), note: [{ text: 'Perhaps penicillin' }] }))
  expect(unsure).toContain('Not confirmed')
  expect(unsure).toContain('<blockquote>Perhaps penicillin</blockquote>')
})

test('nothing in a record turns the text that stands around it', () => {
  const name = [{ family: 'Nord\u202emann' }]
  const patient = { resourceType: 'Patient', id: 'p', name, birthDate: '1970-01-02' }
  const html = page(collection(patient, allergy({ code: { text: 'Peni\u202ecillin' } })))
  expect(html).not.toMatch(/\p{Cf}/u)
  expect(html).toContain('<bdi>Nord\ufffdmann</bdi>')
  expect(html).toContain('<bdi>Peni\ufffdcillin</bdi>')
})

test('what holds stands first, and what is not shown is counted under its name', () => {
  const html = page(collection(allergy(status('inactive', 'refuted')), allergy({ id: 'b' }), { resourceType: 'Basic' }))
  expect(html.indexOf('ACTIVE')).toBeLessThan(html.indexOf('REFUTED'))
  expect(html).toContain('Not shown here: 1 other entry: Basic 1')
})

test('a section of a summary shows its number of entries beside a reason for none, and remarks are there', () => {
  const reason = concept('http://terminology.hl7.org/CodeSystem/list-empty-reason', 'nilknown')
  const section = {
    code: concept('http://loinc.org', '48765-2'),
    entry: [{ reference: 'urn:uuid:1' }],
    emptyReason: reason,
  }
  const resources = [{ resourceType: 'Composition', status: 'final', section: [section] }, allergy()]
  const entry = resources.map((resource, index) => ({ fullUrl: `urn:uuid:${index}`, resource }))
  const html = page({ resourceType: 'Bundle', type: 'document', entry })
  expect(html).toContain('<bdi>1 entry (AllergyIntolerance 1)</bdi>')
  expect(html).toContain('It is stated that nothing is known')
  expect(html).toContain('IMP-003')
})
