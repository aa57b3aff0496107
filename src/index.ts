/**
 * kritinfo as a library.
 *
 * ```ts
 * const kit = standardToolkit()
 * const input = readDocument(text)
 * const { output, ledger } = convert(kit, input, { to: 'eps', now: '2026-01-01T00:00:00Z' })
 * ```
 */
export { type Conversion, convert } from './convert.ts'
export type { Leaf } from './convert/ledger.ts'
export type { Carry, ConvertOptions } from './convert/settings.ts'
export { fhirModel } from './definition/model.ts'
export type { Json, JsonObject, Path } from './document/json.ts'
export { Decimal } from './document/json.ts'
export { writeJson } from './document/json-write.ts'
export { parsePath, printPath, resolvePath } from './document/path.ts'
export { type ReadOptions, read } from './document/read.ts'
export { type Position, type Tree, treeOf } from './document/tree.ts'
export { detectForm, type Form, forms } from './form/detect.ts'
export type * from './form/ki/types.ts'
export { validateKi } from './form/ki/validate.ts'
export { kiXmlForm } from './form/ki/xml.ts'
export { catalogue, type IssueCode, type Severity } from './issue/catalogue.ts'
export { describe, type Issue, KritinfoError } from './issue/issue.ts'
export type { Entry, Grade, Safety } from './mapping/ledger.ts'
export type { SourceFile } from './mapping/source.ts'
export { readDocument } from './read-document.ts'
export { overlayToolkit, standardToolkit, type Toolkit } from './toolkit.ts'
export { exceeds, type LossPolicy, lossPolicies } from './convert/policy.ts'
export { canonical } from './convert/equivalence.ts'
export { compare, type Roundtrip, roundtrip } from './roundtrip.ts'
