import fc from 'fast-check'
import {
  type Conversion,
  canonical,
  convert,
  fhirModel,
  forms,
  read,
  writeJson,
  type ConvertOptions,
  type Form,
  type Json,
  type JsonObject,
  resolvePath,
  standardToolkit,
  treeOf,
} from '../../src/index.ts'
import { childOf, isLeaf } from '../../src/document/json.ts'
import { countLeaves } from '../../src/document/leaves.ts'
import { kiDocument, type KiDocumentOptions } from './arbitrary-ki.ts'

export const kit = standardToolkit()
export const now = '2026-11-22T12:00:00Z'

/** How many documents a law is tried on; `KRITINFO_RUNS` asks for more, as `npm run test:laws` does. */
export const runs = Number(process.env.KRITINFO_RUNS ?? 5000)

/** The same number of documents, spread over the three forms that `ki` goes to. */
export const runsEach = Math.ceil(runs / 3)

/** One form's share of them; each form draws documents of its own. */
export function shareOf(form: Form): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: runsEach, seed: (fc.readConfigureGlobal().seed ?? 0) + forms.indexOf(form) }
}

export function to(form: Form, root: Json, options: Partial<ConvertOptions> = {}): Conversion {
  return convert(kit, treeOf(root), { now, ...options, to: form })
}

/** The codes that the tables speak of, both the ones they translate and the ones they translate to. */
function listOf(id: string, side: 'left' | 'right') {
  const rows = kit.compiled.codes(id).rows.filter((row) => row[side] !== '')
  return rows.map((row) => {
    const visning = side === 'left' ? row.leftDisplay : row.rightDisplay
    return { kode: row[side], ...(visning === undefined ? {} : { visning }) }
  })
}

const codes = {
  '7514': listOf('7514-snomed', 'left'),
  '7497': listOf('7497-snomed', 'left'),
  '7498': listOf('7498', 'left'),
  '9060': listOf('9060', 'left'),
  'SNOMED CT': [...listOf('7514-snomed', 'right'), ...listOf('7497-snomed', 'right')],
}

/**
 * `ki` documents whose patient has what a European Patient Summary asks for, of at most three records of any kind. Half of
 * them draw their codes from the tables, half have codes that no table knows.
 */
export function documents(wanted: KiDocumentOptions = {}): fc.Arbitrary<JsonObject> {
  const options = { maxRecords: 3, ...wanted }
  const any = fc.oneof(kiDocument(options), kiDocument({ ...options, codes }))
  return (any as unknown as fc.Arbitrary<JsonObject>).map((document) => {
    const patient = document.pasient as JsonObject
    const navn = patient.navn ?? { etternavn: 'Prøve' }
    return { ...document, pasient: { ...patient, navn, fodselsdato: patient.fodselsdato ?? '1970-01-01' } }
  })
}

/** Law 1: every leaf is claimed or stands in the ledger, once. */
export function accountProblem(root: Json, { leaves, ledger }: Conversion): string | undefined {
  const paths = ledger.filter((entry) => entry.side !== 'output').map((entry) => entry.path)
  if (leaves.total !== countLeaves(root)) return `counted ${leaves.total} of ${countLeaves(root)} leaves`
  if (leaves.claimed + leaves.ledger !== leaves.total) return 'claimed and ledger do not make the total'
  if (paths.length !== leaves.ledger || new Set(paths).size !== paths.length)
    return 'the ledger does not name each of its leaves once'
  if (!paths.every((path) => isLeafAt(root, path))) return 'the ledger names what is no leaf of the document'
  return undefined
}

function isLeafAt(root: Json, place: string): boolean {
  const value = resolvePath(root, place).reduce<Json | undefined>(childOf, root)
  return value !== undefined && isLeaf(value)
}

/** Another document with the same content. */
export function clone(root: Json): Json {
  if (typeof root !== 'object' || root === null) return root
  return read(writeJson(root), { model: fhirModel() }).root
}

/** The document without the leaves that a ledger says are gone for good. */
export function without(root: Json, { ledger }: Conversion): Json {
  const copy = clone(root)
  const lost = ledger.filter(({ side, recoverable }) => side !== 'output' && !recoverable)
  for (const path of lost.map((entry) => resolvePath(root, entry.path))) {
    let holder: Json | undefined = copy
    for (const key of path.slice(0, -1)) holder = (holder as JsonObject | undefined)?.[key as string]
    if (holder !== undefined) delete (holder as JsonObject)[path.at(-1) as string]
  }
  return dense(copy)
}

/** Members that were deleted leave holes; a list has none. */
function dense(value: Json): Json {
  if (Array.isArray(value)) return value.filter((member) => member !== undefined).map(dense)
  if (typeof value !== 'object' || value === null) return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dense(inner as Json)]))
}

export function same(one: Json, other: Json): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other))
}
