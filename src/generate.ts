/**
 * Invented documents: as many as one likes, each determined by a seed and its number, valid or wrong in a known way. Pure and
 * synchronous.
 *
 * ```ts
 * const make = generator({ form: 'kj', seed: 7 })
 * for (let index = 0; index < 1000; index++) console.log(make(index).text)
 * ```
 */
export type { Planted } from './generate/defect.ts'
export { type GeneratedDocument, type GenerateOptions, generator, mostDocuments } from './generate/documents.ts'
export { kindNames } from './generate/ki-document.ts'
