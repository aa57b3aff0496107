import { isObject, type Json } from '../document/json.ts'
import type { Form } from '../form/detect.ts'
import { catalogue } from '../issue/catalogue.ts'
import type { Defect, Planted } from './defect.ts'
import { commonDefects } from './defects-common.ts'
import { fhirDefects } from './defects-fhir.ts'
import { epsDefects, kjDefects } from './defects-form.ts'
import { kiDefects } from './defects-ki.ts'
import { textDefects } from './defects-text.ts'
import type { Random } from './random.ts'

/** Every way for a document to be wrong on request. */
export const defects: readonly Defect[] = [
  ...textDefects,
  ...commonDefects,
  ...kiDefects,
  ...fhirDefects,
  ...kjDefects,
  ...epsDefects,
]

/** A document with one defect that its form can have: one is drawn, and others are tried where it finds no place. */
export function plantIn(text: string, form: Form, random: Random): { text: string; planted: Planted } {
  const possible = defectsOf(form)
  const first = random.below(possible.length)
  for (let step = 0; step < possible.length; step++) {
    const defect = possible[(first + step) % possible.length] as Defect
    const planted = plant(defect, text, form, random)
    if (planted !== undefined) return planted
  }
  throw new Error(`No defect finds a place in a document of the form ${form}`)
}

/** The defects that documents of a form can have. */
export function defectsOf(form: Form): Defect[] {
  return defects.filter(({ codes }) => codes[form] !== undefined)
}

/** A document with this defect, and what has to be found in it; undefined where there is no place for it. */
export function plant(
  { name, codes, plant: change }: Defect,
  text: string,
  form: Form,
  random: Random,
): { text: string; planted: Planted } | undefined {
  const root = JSON.parse(text) as Json
  const changed = isObject(root) ? change({ form, root, text, random }) : undefined
  if (changed === undefined || changed === text) return undefined
  const found = codes[form] ?? []
  return { text: changed, planted: { defect: name, codes: found, exit: exitFor(found) } }
}

/** What cannot be read ends with 3, an error with 1; what is only warned of does not change the exit code. */
function exitFor(codes: Planted['codes']): Planted['exit'] {
  if (codes.some((code) => code.startsWith('DOC-'))) return 3
  return codes.some((code) => catalogue[code].severity === 'error') ? 1 : 0
}
