import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isObject, objectsIn } from '../../src/document/json.ts'
import type { Form } from '../../src/form/detect.ts'
import { kindNames } from '../../src/generate/ki-document.ts'
import { generator } from '../../src/generate/documents.ts'
import { picture } from '../../src/picture/make.ts'
import type { Picture, RecordPicture, SectionId } from '../../src/picture/picture.ts'
import { readDocument } from '../../src/read-document.ts'
import { pictureText } from '../../src/report/picture/text.ts'
import { standardToolkit } from '../../src/toolkit.ts'
import { recordsOf } from './draw.ts'
import '../seed.ts'

const kit = standardToolkit()
const runs = Number(process.env.KRITINFO_RUNS ?? 60)

const sections: Readonly<Record<string, SectionId>> = {
  legemiddelreaksjon: 'reactions',
  annenAllergi: 'reactions',
  intubasjonsproblem: 'anaesthesia',
  annetProblemVedAnestesi: 'anaesthesia',
  kritiskMedisinskTilstand: 'conditions',
  pagaendeBehandling: 'treatment',
  implantat: 'implants',
  avgrensningAvLivsforlengendeBehandling: 'limitation',
  annenProsedyreendring: 'procedure-change',
  smitte: 'infection',
  behandlingsavklaring: 'limitation',
}
const tones: Readonly<Record<string, string>> = { aktiv: 'active', avkreftet: 'refuted', slettet: 'entered-in-error' }

function made(form: Form, seed: number, kind: (typeof kindNames)[number]) {
  return readDocument(generator({ form, seed, kinds: [kind] })(0).text)
}

const drawnFrom = (form: Form, seed: number, kind: (typeof kindNames)[number]): Picture =>
  picture(kit, made(form, seed, kind), { lang: 'nb' })

const sameness = ({ type, kind, title, code, tone, status, certainty, criticality, notes }: RecordPicture) => ({
  ...{ type, kind, title, code, tone, status, certainty, criticality, notes },
})

const documents = fc.tuple(fc.nat(1_000_000), fc.constantFrom(...kindNames))

test('every record of a ki document is one record, in its section and with its tone', () => {
  expect(Object.keys(sections).sort()).toEqual([...kindNames].sort())
  fc.assert(
    fc.property(documents, ([seed, kind]) => {
      const tree = made('ki', seed, kind)
      const given = objectsIn(isObject(tree.root) ? tree.root.registreringer : undefined)
      const drawn = picture(kit, tree, { lang: 'nb' })
      const section = drawn.sections.find(({ id }) => id === sections[kind])
      expect(recordsOf(drawn)).toHaveLength(given.length)
      expect(section?.records.map(({ tone }) => tone)).toEqual(given.map(({ status }) => tones[String(status)]))
      expect(drawn.others).toEqual([])
    }),
    { numRuns: runs },
  )
})

/** A `ki` document has no place for how sure a condition is; elsewhere it has to be said. */
const asInKi = (record: RecordPicture): RecordPicture => {
  const { certainty, ...rest } = record
  return record.type === 'Condition' && certainty?.code === 'confirmed' ? rest : record
}

test('the same record says the same in ki, kj, r4 and, unless it may not stand there, in a summary', () => {
  fc.assert(
    fc.property(documents, ([seed, kind]) => {
      const [ki, kj, r4, eps] = (['ki', 'kj', 'r4', 'eps'] as const).map((form) =>
        recordsOf(drawnFrom(form, seed, kind)),
      )
      const plain = ki?.map(sameness) ?? []
      expect(kj?.map(asInKi).map(sameness)).toEqual(plain)
      expect(r4?.map(asInKi).map(sameness)).toEqual(plain)
      for (const one of eps?.map(asInKi) ?? []) {
        const same = ki?.find(({ id }) => id === one.id)
        const told = (record: RecordPicture | undefined) => [
          record?.tone,
          record?.status,
          record?.certainty,
          record?.code,
        ]
        expect(told(one)).toEqual(told(same))
      }
    }),
    { numRuns: runs },
  )
})

test('what a summary does not say of active records is nothing', () => {
  fc.assert(
    fc.property(documents, ([seed, kind]) => {
      const active = (form: Form) =>
        recordsOf(drawnFrom(form, seed, kind))
          .filter(({ tone }) => tone === 'active')
          .map(({ title, code }) => [title, code?.code])
      expect(active('eps')).toEqual(active('ki'))
    }),
    { numRuns: runs },
  )
})

test('a refuted record is never without the word, whatever the colours', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom('ki', 'kj', 'r4', 'eps'), fc.boolean(), ([seed, kind], form, colour) => {
      const drawn = drawnFrom(form, seed, kind)
      const text = pictureText(drawn, 'a', { width: 80, colour })
      const count = recordsOf(drawn).filter(({ tone }) => tone === 'refuted').length
      expect(text.split('[AVKREFTET]').length - 1).toBe(count)
      expect(text.includes('\u001b[9m')).toBe(
        colour && recordsOf(drawn).some(({ tone }) => tone === 'refuted' || tone === 'entered-in-error'),
      )
    }),
    { numRuns: runs },
  )
})

test('whatever stands in a document in FHIR is shown, or counted by type', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom('kj', 'r4', 'eps'), ([seed, kind], form) => {
      const tree = made(form, seed, kind)
      const root = isObject(tree.root) ? tree.root : {}
      const all = root.resourceType === 'Bundle' ? objectsIn(root.entry).length : 1
      const drawn = picture(kit, tree, { lang: 'en' })
      const others = drawn.others.reduce((sum, { count }) => sum + count, 0)
      const types = objectsIn(root.entry).map(({ resource }) =>
        isObject(resource) ? resource.resourceType : undefined,
      )
      const told = types.filter((type) => type === 'Patient' || type === 'Composition').length
      expect(recordsOf(drawn).length + others + told).toBe(all)
    }),
    { numRuns: runs },
  )
})
