import { getKey, type JsonObject, type Path, textOf } from '../../document/json.ts'
import type { Report } from '../report.ts'
import { codesOf, codingsOf, kjExtension } from './kj.ts'

/**
 * What clinicalStatus and verificationStatus say together for each state of a record. The pages of NHN give the parts; the
 * combinations are inferred from them, so another one is a warning (A-allergy-status, A-condition-status). Deleted records may keep `inactive` there,
 * which R4 itself rules out (ait-2, con-5) and its invariants report.
 */
const allergy = [
  'active confirmed',
  'active unconfirmed',
  'active presumed',
  'inactive refuted',
  'inactive entered-in-error',
  ' entered-in-error',
]
const condition = ['active confirmed', 'inactive refuted', 'inactive entered-in-error', ' entered-in-error']

/** NOR-020 and NOR-021: the statuses of an allergy or a condition (page kjallergyintolerancemd, kjconditioncriticalmedicalconditionmd). */
export function checkStatus(resource: JsonObject, path: Path, report: Report): void {
  const type = getKey(resource, 'resourceType')
  if (type !== 'AllergyIntolerance' && type !== 'Condition') return
  const status = getKey(resource, 'verificationStatus')
  const isPresumed = kjExtension(status, 'KjPresumed') === true
  const codings = codingsOf(resource, 'verificationStatus')
  const [certainty = ''] = codesOf(resource, 'verificationStatus')
  const [clinical = ''] = codesOf(resource, 'clinicalStatus')
  if (codings.length > 0 && (certainty === '') !== isPresumed) report([...path, 'verificationStatus'], 'NOR-021', {})
  const state = `${textOf(clinical)} ${isPresumed && certainty === '' ? 'presumed' : textOf(certainty)}`
  const known = type === 'Condition' ? condition : allergy
  if (clinical !== '' && (certainty !== '' || isPresumed) && !known.includes(state)) report(path, 'NOR-020', {})
}
