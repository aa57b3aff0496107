import { getKey, isObject, type Json, type JsonObject } from '../../document/json.ts'
import { numberOf } from '../../fhirpath/compare.ts'
import type { Asking } from './asking.ts'
import { extension, extensions, type Question } from './form.ts'
import { choiceOf, extensionOf, objectsOf, type Typed } from './parts.ts'

/** What may answer a question, as keys: a long list and many answers are held against each other in one pass. */
export interface Lists {
  /** Keys of the options, by `keyOf`. */
  readonly options: ReadonlySet<string>
  readonly exclusive: ReadonlySet<string>
  /** Displays of coded options. */
  readonly displays: ReadonlySet<Json | undefined>
  /** Keys of the units, by `unitKeys`. */
  readonly units: ReadonlySet<string>
  /** Kinds of files in small letters; `image/*` for every kind of image. */
  readonly files: ReadonlySet<string>
  /** Types of resources. */
  readonly types: ReadonlySet<string>
}

const structure = 'http://hl7.org/fhir/StructureDefinition/'

/** The lists of a question, made once. */
export function listsOf(question: Question, { lists }: Asking): Lists {
  const known = lists.get(question)
  if (known !== undefined) return known
  const made = makeLists(question)
  lists.set(question, made)
  return made
}

function makeLists(question: Question): Lists {
  const options = objectsOf(question.json, 'answerOption')
  const exclusive = options.filter((one) => extensionOf(one, `${structure}questionnaire-optionExclusive`) === true)
  const texts = (name: string) => extensions(question, structure + name).filter((one) => typeof one === 'string')
  return {
    options: keysOf(options),
    exclusive: keysOf(exclusive),
    displays: new Set(options.map((one) => getKey(one, 'valueCoding')).flatMap(displayOf)),
    units: new Set(extensions(question, `${structure}questionnaire-unitOption`).filter(isObject).map(optionKey)),
    files: new Set(texts('mimeType').map((one) => one.trim().toLowerCase())),
    types: new Set(texts('questionnaire-referenceResource')),
  }
}

function keysOf(options: readonly JsonObject[]): ReadonlySet<string> {
  return new Set(options.flatMap((one) => choiceOf(one, 'value') ?? []).map(keyOf))
}

function displayOf(coding: Json | undefined): Json[] {
  const display = isObject(coding) ? getKey(coding, 'display') : undefined
  return display === undefined ? [] : [display]
}

/** Of codings system and code count, of references what they say, of numbers what they are worth. */
export function keyOf({ type, value }: Typed): string {
  if (!isObject(value)) return JSON.stringify([type, numberOf(value) ?? value])
  const said = ['reference', 'system', 'code'].map((key) => getKey(value, key) ?? null)
  return JSON.stringify([type, ...(said.every((one) => one === null) ? [getKey(value, 'display') ?? null] : said)])
}

/** An option without a code is met by the unit's name. */
function optionKey(option: JsonObject): string {
  const code = getKey(option, 'code')
  if (code === undefined) return JSON.stringify([getKey(option, 'display') ?? null])
  return JSON.stringify([getKey(option, 'system') ?? null, code])
}

/** The keys that a quantity's unit can be met by. */
export function unitKeys(quantity: JsonObject): string[] {
  const [system, code, unit] = ['system', 'code', 'unit'].map((key) => getKey(quantity, key) ?? null)
  return [JSON.stringify([system, code]), JSON.stringify([unit])]
}

/** The beginning of a list, as messages show it. */
export function shown(list: ReadonlySet<string>): string {
  const some: string[] = []
  for (const one of list) {
    if (some.length === mostShown) return `${some.join(', ')}, …`
    some.push(one)
  }
  return some.join(', ')
}

const mostShown = 20

/** A bound or another single value that an extension of FHIR itself puts on a question. */
export function limitOf(question: Question, name: string): Json | undefined {
  return extension(question, structure + name)
}
