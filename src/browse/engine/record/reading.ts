import type { ConvertOptions } from '../../../convert/settings.ts'
import type { Json } from '../../../document/json.ts'
import type { Tree } from '../../../document/tree.ts'
import { detectForm, type Form } from '../../../form/detect.ts'
import { rootName } from '../../../convert/root-name.ts'
import { issue, KritinfoError } from '../../../issue/issue.ts'
import { readDocument } from '../../../read-document.ts'
import type { Content, RecordOptions } from './plain.ts'

/**
 * Reads a document and tells its form.
 *
 * @throws KritinfoError for what cannot be read, and CNV-001 for what is none of the forms.
 */
export function readRecord(content: Content): { readonly tree: Tree; readonly form: Form } {
  const tree = readDocument(content)
  const form = detectForm(tree.root)
  const { line, column } = tree.position([]) ?? {}
  if (form === undefined) throw new KritinfoError(issue('CNV-001', { line, column }, { root: rootName(tree.root) }))
  return { tree, form }
}

/** The options as `convert` takes them, with the patient read. */
export function convertOptions({ patient, ...options }: RecordOptions): ConvertOptions {
  return patient === undefined ? options : { ...options, patient: rootOf(patient) }
}

function rootOf(content: Content): Json {
  return readDocument(content).root
}
