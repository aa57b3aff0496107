import { equal } from '../document/equal.ts'
import { isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import { detectForm, type Form } from '../form/detect.ts'
import { likeness } from '../form/patient.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import type { Toolkit } from '../toolkit.ts'
import { changedIds, withoutChanged } from './changed.ts'
import { identityIn } from './demographics.ts'
import { dialectNamed, dialectOf, dress, normalise } from './dialect.ts'
import { merge } from './merge.ts'
import { convertRoot, type Plain } from './plain.ts'
import { rootName } from './root-name.ts'
import type { ConvertOptions, Settings } from './settings.ts'

/**
 * The output with what an earlier trip lost put back: from the original that came attached, and then from `--base`, which has
 * what nobody attached, and may be older and hold fewer records.
 */
export function restored(
  kit: Toolkit,
  plain: Plain,
  root: JsonObject,
  from: Form,
  settings: Settings,
  options: ConvertOptions,
): JsonObject {
  const { original } = plain
  const base = options.base === undefined ? undefined : given(kit, options.base, plain)
  const last = base ?? original
  if (last === undefined) return plain.dressed
  let output = plain.output
  if (original !== undefined) {
    // It holds only what stood in its summary (`withoutWithheld`): what is missing there was taken out.
    const whole: Settings = { ...settings, refuted: 'include' }
    output = restore(kit, original, original.isUnchanged ? undefined : output, root, from, whole, options.patient)
  }
  if (base !== undefined) {
    const before = output
    output = restore(kit, base, before, root, from, settings, options.patient)
    if (base.isOfUnknown && !equal(output, before)) plain.issues.push(issue('CNV-025'))
  }
  return settings.dialect === undefined ? output : redressed(kit, last.root, output, settings)
}

/** The document that the input was once made from. */
interface Base {
  readonly root: JsonObject
  readonly form: Form
  /** Nobody has changed what was made from it. */
  readonly isUnchanged: boolean
  /** Nothing shows that it is about the patient of the input, and nothing that it is not. */
  readonly isOfUnknown?: boolean
}

/** @throws KritinfoError (CNV-001, CNV-024) if `--base` is none of the forms, or not about the patient of the input alone. */
function given(kit: Toolkit, base: Json, plain: Plain): Base {
  const form = detectForm(base)
  if (form === undefined || !isObject(base)) throw new KritinfoError(issue('CNV-001', {}, { root: rootName(base) }))
  const identity = identityIn(kit, base, form)
  const own = plain.identity()
  const found = identity === undefined || own === undefined ? 'another' : likeness(identity, own)
  if (found === 'another') throw new KritinfoError(issue('CNV-024'))
  return { root: base, form, isUnchanged: false, isOfUnknown: found === 'unknown' }
}

/** In the dialect asked for; if the base is in the same, with what bringing it to the plain form had cost. */
function redressed(kit: Toolkit, base: JsonObject, output: JsonObject, { dialect, to }: Settings): JsonObject {
  const wanted = dialectNamed(kit, dialect ?? '', to)
  const made = dress(kit, output, wanted).root
  const seen = detectForm(base) === to ? dialectOf(kit, base, to) : undefined
  if (seen !== wanted) return made
  const ancestor = dress(kit, normalise(kit, base, seen).root, wanted).root
  return (merge(base, ancestor, made) ?? made) as JsonObject
}

/**
 * Puts back what an earlier trip lost: the base goes the same way there and back, and what then differs from the
 * base is what the trip costs, not what somebody changed. `edited` is what was made of the `input`; nothing means that nobody
 * changed anything.
 */
function restore(
  kit: Toolkit,
  { root: base, form }: Base,
  edited: JsonObject | undefined,
  input: JsonObject,
  via: Form,
  settings: Settings,
  patient: Json | undefined,
): JsonObject {
  const plainly = { ...settings, dialect: undefined }
  const original = convertRoot(kit, base, form, plainly, patient).output
  if (edited === undefined) return original
  const there = convertRoot(
    kit,
    base,
    form,
    { ...plainly, to: via, carry: 'none' },
    via === 'eps' ? patient : undefined,
  ).output
  const ancestor = convertRoot(kit, there, via, plainly, patient).output
  const whole = equal(ancestor, edited) ? original : inBundle(original, ancestor)
  const merged = (merge(whole, ancestor, edited) ?? edited) as JsonObject
  const brought = normalise(kit, input, dialectOf(kit, input, via)).root
  return withoutChanged(merged, edited, changedIds(there, brought)) ?? edited
}

/** A resource alone, where the way back made a Bundle of it: that is what it can be merged with. */
function inBundle(original: JsonObject, ancestor: JsonObject): JsonObject {
  if (ancestor.resourceType !== 'Bundle' || original.resourceType === 'Bundle') return original
  const entries = objectsIn(ancestor.entry)
  const own = entries.find(({ resource }) => isObject(resource) && resource.id === original.id)
  return { ...ancestor, entry: [{ ...own, resource: original }] }
}
