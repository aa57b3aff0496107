import { treeOf } from '../../src/document/tree.ts'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { picture } from '../../src/picture/make.ts'
import type { Language, Picture, RecordPicture } from '../../src/picture/picture.ts'
import { standardToolkit } from '../../src/toolkit.ts'

/** The picture of a document that is given as plain data. */
export function drawn(root: Json, lang: Language = 'en', options: { patient?: boolean } = {}): Picture {
  return picture(standardToolkit(), treeOf(root), { lang, ...options })
}

/** All records of a picture, in the order of its sections. */
export function recordsOf({ sections }: Picture): RecordPicture[] {
  return sections.flatMap(({ records }) => records)
}

/** The picture of one resource. */
export function drawnRecord(resource: JsonObject, lang: Language = 'en'): RecordPicture {
  const [record, ...others] = recordsOf(drawn(resource, lang))
  if (record === undefined || others.length > 0) throw new Error('not one record')
  return record
}

const base = 'http://terminology.hl7.org/CodeSystem/'

/** An allergy to penicillin with these statuses. */
export function allergy(more: JsonObject = {}): JsonObject {
  return {
    resourceType: 'AllergyIntolerance',
    id: 'a',
    clinicalStatus: concept(`${base}allergyintolerance-clinical`, 'active'),
    verificationStatus: concept(`${base}allergyintolerance-verification`, 'confirmed'),
    code: { coding: [{ system: 'http://www.whocc.no/atc', code: 'J01CE', display: 'Penicillin' }] },
    patient: { reference: 'Patient/p' },
    ...more,
  }
}

export function concept(system: string, code: string): JsonObject {
  return { coding: [{ system, code }] }
}
