import { isObject, type JsonObject } from '../document/json.ts'
import { tryJson } from '../document/json-try.ts'
import { detectForm, type Form } from '../form/detect.ts'
import type { Original } from '../form/eps/import.ts'
import type { Hub } from '../form/hub.ts'
import { identityOf, likeness } from '../form/patient.ts'
import type { Toolkit } from '../toolkit.ts'
import { identityIn } from './demographics.ts'
import type { HopMapper } from './run.ts'

/** An original that came attached, and may be believed. */
export interface Attached {
  readonly root: JsonObject
  readonly form: Form
  /** Nobody has changed the summary that it went out with. */
  readonly isUnchanged: boolean
}

/**
 * The attached original, if it is the one that went out with this summary and is about the summary's patient. Another is not
 * believed: the ledger and an issue say so, and the entries stand alone.
 */
export function believed(kit: Toolkit, original: Original, hub: Hub, mapper: HopMapper): Attached | undefined {
  const found = readable(original)
  if (found !== undefined && isOfPatient(kit, found, original, hub)) return found
  mapper.report('CNV-014', original.holder, 'content')
  if (original.file.data !== undefined) mapper.books.remark('container.original', 'dropped', original.file, 'data')
  return undefined
}

function readable({ text, isUnchanged }: Original): Attached | undefined {
  const root = text === undefined ? undefined : tryJson(text)
  const form = root === undefined ? undefined : detectForm(root)
  return isObject(root) && form !== undefined ? { root, form, isUnchanged } : undefined
}

/** Where no number can be compared, the mark tells: it binds the patient of the summary to the original. */
function isOfPatient(kit: Toolkit, { root, form }: Attached, { isPatientUnchanged }: Original, hub: Hub): boolean {
  const identity = identityIn(kit, root, form)
  if (identity === undefined) return false
  const found = likeness(identity, identityOf(hub))
  return found === 'same' || (found === 'unknown' && isPatientUnchanged)
}
