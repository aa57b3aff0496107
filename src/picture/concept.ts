import { isObject, type Json, type JsonObject, objectsIn, textOf } from '../document/json.ts'
import type { Form } from '../form/detect.ts'
import { headingText, mainCoding } from '../form/eps/narrative-words.ts'
import type { Hub } from '../form/hub.ts'
import type { CodeRow, CodeTable } from '../terminology/code-table.ts'
import type { Toolkit } from '../toolkit.ts'
import type { Code, Language, Said } from './picture.ts'

/** What concepts are told with: the tables, for the names of systems and of codes, and the language. */
export interface Speech {
  readonly kit: Toolkit
  readonly lang: Language
}

/** What records are read with: the hub that they stand in, and the form of the document that brought them there. */
export interface Reader extends Speech {
  readonly hub: Hub
  readonly form: Form
}

/** A coding as it stands, with the name of its system where the tables have one. */
export function codeOf(coding: JsonObject, { kit }: Speech): Code {
  const { system, code, display } = coding
  const name = typeof system === 'string' ? nameOfSystem(system, kit) : undefined
  return {
    ...(typeof system === 'string' ? { system } : {}),
    ...(name === undefined ? {} : { name }),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof display === 'string' ? { display } : {}),
  }
}

/** Systems that the `ki` form has no word for. */
const otherSystems: Readonly<Record<string, string>> = {
  'http://nhn.no/kj/fhir/CodeSystem/ATC': 'ATC',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10 (WHO)',
  'http://loinc.org': 'LOINC',
  'http://www.orpha.net': 'Orphanet',
}

function nameOfSystem(system: string, kit: Toolkit): string | undefined {
  const row = kit.mappings.codes.find(({ id }) => id === 'systems-ki')?.rows.find(({ right }) => right === system)
  // A number alone would not say whose list it is.
  if (row !== undefined) return /^\d+$/.test(row.left) ? `Volven ${row.left}` : row.left
  return Object.hasOwn(otherSystems, system) ? otherSystems[system] : undefined
}

/**
 * A concept in words, and the code that they are of: what its author wrote, else the coding's own words in the language, else its
 * words as they are, else its code with its system. Undefined for a concept that says nothing.
 */
export function saidOf(concept: Json | undefined, speech: Speech): Said | undefined {
  if (!isObject(concept)) return undefined
  const main = mainCoding(concept)
  const code = textOf(main?.code)
  const text = textOf(concept.text).trim()
  const words = text === '' ? wordsOf(main, speech) : (headingText(concept) ?? text)
  return words === undefined ? undefined : { ...(code === '' ? {} : { code }), text: words }
}

/** The words of a coding. */
export function wordsOf(coding: JsonObject | undefined, speech: Speech): string | undefined {
  if (coding === undefined) return undefined
  const words = translated(coding, speech) ?? (textOf(coding.display).trim() || displayOf(coding, speech))
  if (words !== '') return words
  const { system, name, code } = codeOf(coding, speech)
  const place = name ?? system
  return code === undefined ? undefined : [place, code].filter((one) => one !== undefined).join(' ')
}

const translationUrl = 'http://hl7.org/fhir/StructureDefinition/translation'

/** A display in the language: one that the coding brings along, else the one that a code table is sure of. */
function translated(coding: JsonObject, speech: Speech): string | undefined {
  const element = coding._display
  const extensions = isObject(element) ? objectsIn(element.extension).filter(({ url }) => url === translationUrl) : []
  const brought = extensions
    .map(({ extension }) => objectsIn(extension))
    .find((parts) => parts.some((one) => one.url === 'lang' && isLanguage(one.valueCode, speech.lang)))
    ?.find(({ url }) => url === 'content')?.valueString
  return typeof brought === 'string' && brought !== '' ? brought : fromTables(coding, speech)
}

function isLanguage(code: Json | undefined, lang: Language): boolean {
  const tag = textOf(code).toLowerCase().split('-')[0]
  return tag === lang || (lang === 'nb' && tag === 'no')
}

/** What a code that came without words is called in its own list, as far as the tables have it. */
function displayOf({ system, code }: JsonObject, { kit }: Speech): string {
  for (const { leftSystem, rows } of kit.mappings.codes) {
    const row = leftSystem === system ? rows.find(({ left }) => left === code) : undefined
    if (row?.leftDisplay !== undefined) return row.leftDisplay
  }
  return ''
}

/** Displays of the left codes are Norwegian, those of SNOMED CT English; only rows that say the same are taken. */
function fromTables({ system, code }: JsonObject, { kit, lang }: Speech): string | undefined {
  if (typeof system !== 'string' || typeof code !== 'string') return undefined
  for (const table of kit.mappings.codes) {
    if (table.rightSystem !== snomed) continue
    const row = table.rows.find((one) => isSure(one) && isOf(one, table, system, code))
    if (row !== undefined) return lang === 'nb' ? row.leftDisplay : row.rightDisplay
  }
  return undefined
}

const snomed = 'http://snomed.info/sct'

function isSure({ relation, confidence }: CodeRow): boolean {
  return relation === 'equivalent' && confidence === 'high'
}

function isOf(row: CodeRow, table: CodeTable, system: string, code: string): boolean {
  const own = system === table.leftSystem ? row.left : undefined
  return own === code || (system === table.rightSystem && row.right === code)
}

/** What stands under `key` of a list of concepts, each in words. */
export function conceptsIn(value: Json | undefined, speech: Speech): Said[] {
  const list = Array.isArray(value) ? value : [value ?? null]
  return list.flatMap((one) => saidOf(one, speech) ?? [])
}
