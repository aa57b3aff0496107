import type { JsonObject } from '../../document/json.ts'
import type { Form } from '../../form/detect.ts'
import { isNdjson } from '../inputs.ts'
import type { DocumentGroup, FoundDocument } from './find-documents.ts'

/** A config for what was found, and a line for each pattern that says what it stands for. */
export interface Proposal {
  readonly config: JsonObject
  readonly lines: readonly string[]
}

/** What is in a folder that a proposal goes by. */
export interface Findings {
  readonly groups: readonly DocumentGroup[]
  /** True if SUSHI makes documents here, though it may not have been run yet (https://fshschool.org/docs/sushi/). */
  readonly hasShorthand: boolean
  /** Where the schema of the config is, if it lies in this folder. */
  readonly schema: string | undefined
}

interface Pattern {
  readonly pattern: string
  readonly files: number
  readonly forms: readonly Form[]
  /** True if some of the files are no documents, and all of them are taken. */
  readonly isMixed?: boolean
}

const shorthandOutput = 'fsh-generated/resources'
/** Files that lie in the root are named one by one up to this number: a pattern there would take in much else. */
const fewFiles = 20

/** A config that validates every document that was found, and converts Norwegian records to summaries, or summaries home. */
export function proposeConfig({ groups, hasShorthand, schema }: Findings): Proposal {
  const patterns = patternsFor(groups)
  const isMissing = hasShorthand && !groups.some(({ folder }) => folder === shorthandOutput)
  const inputs = [...patterns.map(({ pattern }) => pattern), ...(isMissing ? [`${shorthandOutput}/*.json`] : [])]
  return {
    config: {
      ...(schema === undefined ? {} : { $schema: schema }),
      validate: { input: inputs.length === 0 ? ['documents'] : inputs, 'fail-on': 'error' },
      ...conversionOf(patterns),
    },
    lines: [
      ...patterns.map(lineOf),
      ...(isMissing ? [`${shorthandOutput}/*.json: nothing yet; SUSHI writes it`] : []),
      ...(inputs.length === 0 ? ['No documents were found. Put the folder of yours in the place of "documents".'] : []),
    ],
  }
}

/** Where a whole tree holds nothing but documents, one pattern takes in all of a kind: `a/**` + `/*.json`. */
function patternsFor(groups: readonly DocumentGroup[]): Pattern[] {
  const trees = new Map<string, DocumentGroup[]>()
  for (const one of groups) trees.set(treeOf(one), [...(trees.get(treeOf(one)) ?? []), one])
  return [...trees].flatMap(([tree, within]) => {
    const isWhole = tree !== '' && within.length > 1 && within.every(isPure)
    if (!isWhole) return within.flatMap(patternsOf)
    const files = within.reduce((sum, one) => sum + one.files, 0)
    return [{ pattern: tree, files, forms: formsOf(within.flatMap(({ documents }) => documents)) }]
  })
}

/** The pattern of all of a kind in the same tree; empty for what lies in the root. */
function treeOf({ folder, extension }: DocumentGroup): string {
  return folder === '' ? '' : `${folder.split('/')[0]}/**/*${extension}`
}

/** Documents among other files by name, but where not all were looked at: a document that is left out is worse than a file that is none. */
function patternsOf(group: DocumentGroup): Pattern[] {
  const { folder, extension, files, looked, documents } = group
  if (documents.length === 0) return []
  const isListed = files === looked && (!isPure(group) || (folder === '' && files <= fewFiles))
  if (isListed) return documents.map((one) => ({ pattern: one.path, files: 1, forms: [one.form] }))
  const pattern = `${folder === '' ? '' : `${folder}/`}*${extension}`
  return [{ pattern, files, forms: formsOf(documents), isMixed: !isPure(group) }]
}

function isPure({ looked, documents }: DocumentGroup): boolean {
  return documents.length === looked
}

function formsOf(documents: readonly FoundDocument[]): Form[] {
  return [...new Set(documents.map(({ form }) => form))]
}

function lineOf({ pattern, files, forms, isMixed = false }: Pattern): string {
  return `${pattern}: ${countOf(files)} (${forms.join(', ')})${isMixed ? '; some of them are no documents' : ''}`
}

/** Plain R4 is what others convert to as well; only records of Norway and summaries are plainly meant to be converted. */
function conversionOf(patterns: readonly Pattern[]): JsonObject {
  const norwegian = patterns.filter(({ forms }) => forms.includes('ki') || forms.includes('kj'))
  const summaries = patterns.filter(({ forms }) => forms.includes('eps'))
  if (norwegian.length > 0) return { convert: conversion(norwegian, 'eps', 'summaries') }
  if (summaries.length > 0) return { convert: conversion(summaries, 'ki', 'records') }
  return {}
}

/** Lines become lines of one file, files become files of a folder. */
function conversion(patterns: readonly Pattern[], to: Form, output: string): JsonObject {
  const input = patterns.map(({ pattern }) => pattern)
  return { input, to, output: input.every(isNdjson) ? `${output}.ndjson` : output }
}

function countOf(files: number): string {
  return files === 1 ? '1 file' : `${files} files`
}
