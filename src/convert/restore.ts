import type { Form } from '../form/detect.ts'
import { detectForm } from '../form/detect.ts'
import { isObject, type Json, type JsonObject } from '../document/json.ts'
import { tryJson } from '../document/json-try.ts'
import type { Original } from '../form/eps/import.ts'
import { type Issue, issue, KritinfoError } from '../issue/issue.ts'
import type { Toolkit } from '../toolkit.ts'
import { dialectNamed, dialectOf, dress, normalise } from './dialect.ts'
import { merge } from './merge.ts'
import { convertRoot, type Plain } from './plain.ts'
import { rootName } from './root-name.ts'
import type { ConvertOptions, Settings } from './settings.ts'

/** The output with what an earlier trip lost put back from `--base`, or from the original that came attached. */
export function restored(
  kit: Toolkit,
  plain: Plain,
  from: Form,
  settings: Settings,
  options: ConvertOptions,
): JsonObject {
  const base = options.base ?? attachedOriginal(plain.original, plain.issues)
  if (base === undefined) return plain.dressed
  // An attached original holds only what stood in its summary (`withoutWithheld`): what is missing there was taken out.
  const made: Settings = options.base === undefined ? { ...settings, refuted: 'include' } : settings
  const isUnchanged = options.base === undefined && plain.original?.isUnchanged === true
  const output = restore(kit, base, isUnchanged ? undefined : plain.output, from, made, options.patient)
  return settings.dialect === undefined ? output : redressed(kit, base as JsonObject, output, settings)
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

function attachedOriginal(attached: Original | undefined, issues: Issue[]): Json | undefined {
  const original = attached === undefined ? undefined : tryJson(attached.text)
  if (attached !== undefined && original === undefined) issues.push(issue('CNV-014'))
  return original
}

/**
 * Puts back what an earlier trip lost: the base goes the same way there and back, and what then differs from the
 * base is what the trip costs, not what somebody changed. Nothing `edited` means that nobody changed anything.
 */
function restore(
  kit: Toolkit,
  base: Json,
  edited: JsonObject | undefined,
  via: Form,
  settings: Settings,
  patient: Json | undefined,
): JsonObject {
  const form = detectForm(base)
  if (form === undefined || !isObject(base)) throw new KritinfoError(issue('CNV-001', {}, { root: rootName(base) }))
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
  return (merge(original, ancestor, edited) ?? edited) as JsonObject
}
