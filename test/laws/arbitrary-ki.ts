import fc from 'fast-check'
import type { KiDokument, Registreringstype } from '../../src/form/ki/types.ts'
import { type CodeLists, codeOf, hasCode } from './arbitrary-ki-codes.ts'
import { definitionOf, interpreted, resolve, type Schema, schema, variants } from './arbitrary-ki-schema.ts'
import * as values from './arbitrary-ki-values.ts'

/** What a caller may ask for. */
export interface KiDocumentOptions {
  /** Only records of these types; all eleven unless given. */
  readonly types?: readonly Registreringstype[]
  /** Codes to draw from, by code system; systems without a list get generated codes. */
  readonly codes?: CodeLists
  /** At most this many records; 6 unless given. */
  readonly maxRecords?: number
  /** True to also make members that are allowed to be empty, and are: `adresse: {}`, `mellomnavn: []`. */
  readonly empty?: boolean
}

/** Where in the schema we are: what names the value, and what code system belongs here. */
interface Place {
  readonly name: string
  readonly definition: string
  readonly kodeverk: string
  readonly isOptional: boolean
}

type Value = fc.Arbitrary<unknown>

/**
 * Valid documents of the `ki` form, and only such. What may stand where is read off the schema: change it, and this
 * follows; a keyword that it does not know is an error. The one thing added is that an id comes once.
 */
export function kiDocument(options: KiDocumentOptions = {}): fc.Arbitrary<KiDokument> {
  const place = { name: '', definition: '', kodeverk: '', isOptional: false }
  return new Interpreter(options).value(schema, place) as fc.Arbitrary<KiDokument>
}

class Interpreter {
  private readonly made = new Map<string, Value>()
  constructor(private readonly options: KiDocumentOptions) {}

  value(node: Schema | boolean, place: Place): Value {
    if (typeof node === 'boolean') return values.json
    const unknown = Object.keys(node).find((keyword) => !interpreted.has(keyword))
    if (unknown !== undefined) throw new Error(`The schema uses ${unknown}, which is not interpreted here`)
    const here = { ...place, kodeverk: node['x-kodeverk'] ?? place.kodeverk }
    return node.$ref === undefined ? this.plain(node, here) : this.referred(node, node.$ref, here)
  }

  /** A definition is made once for every place that could make it differ. */
  private referred({ $ref: _, ...beside }: Schema, reference: string, place: Place): Value {
    const definition = reference.replace('#/$defs/', '')
    const key = JSON.stringify([definition, place, beside.maxLength])
    const made = this.made.get(key) ?? this.value({ ...definitionOf(definition), ...beside }, { ...place, definition })
    this.made.set(key, made)
    return made
  }

  private plain(node: Schema, place: Place): Value {
    if (node.const !== undefined) return fc.constant(node.const)
    if (node.enum !== undefined) return fc.constantFrom(...node.enum)
    if (node.oneOf !== undefined) return this.choice(node.oneOf, place)
    switch (node.type) {
      case 'boolean':
        return fc.boolean()
      case 'number':
        return values.number
      case 'string':
        return this.string(node, place)
      case 'array':
        return this.array(node, place)
      case 'object':
        return this.object(node, place)
      default:
        return values.json
    }
  }

  private choice(branches: readonly Schema[], place: Place): Value {
    const { types } = this.options
    const wanted = branches.filter((branch) => {
      const type = resolve(resolve(branch).properties?.type ?? true).const
      return types === undefined || types.some((one) => one === type)
    })
    return fc.oneof(...wanted.map((branch) => this.value(branch, place)))
  }

  private string(node: Schema, { name, definition, kodeverk }: Place): Value {
    if (definition === 'id') return values.id
    if (definition === 'dato') return values.date
    if (definition === 'tidspunkt') return values.dateTime
    if (definition === 'uri') return values.uri
    if (definition !== 'tekst') throw new Error(`No values for the string ${name}`)
    if (name === 'rolle') return codeOf(kodeverk, this.options.codes).map((code) => code.kode)
    if (name === 'hprNummer') return values.hprNumber
    if (name === 'organisasjonsnummer') return values.organisationNumber
    const text = values.text(name)
    const { maxLength } = node
    return maxLength === undefined
      ? text
      : text.map((whole) => [...whole].slice(0, maxLength).join('')).filter((part) => part.trim() !== '')
  }

  private array(node: Schema, place: Place): Value {
    const item = this.value(node.items ?? true, { ...place, definition: '', isOptional: false })
    const minLength = Math.max(node.minItems ?? 0, place.isOptional && this.options.empty !== true ? 1 : 0)
    if (place.name === 'registreringer') {
      const selector = (record: unknown): string => (record as { readonly id: string }).id
      return fc.uniqueArray(item, { minLength, maxLength: this.options.maxRecords ?? 6, selector })
    }
    const list = fc.array(item, { minLength, maxLength: 2 })
    return place.name === 'koder' ? list.map(chooseOne) : list
  }

  private object(node: Schema, place: Place): Value {
    const least = Math.max(node.minProperties ?? 0, place.isOptional && this.options.empty !== true ? 1 : 0)
    const forms = variants(node).flatMap((form) => this.members(form, place, least, node.maxProperties))
    const object = forms.length === 1 && forms[0] !== undefined ? forms[0] : fc.oneof(...forms)
    return this.realistic(object, place)
  }

  /** The ways to have enough members: as they come, or with each of the optional ones in turn for certain. */
  private members(node: Schema, place: Place, least: number, most: number | undefined): Value[] {
    const names = Object.keys(node.properties ?? {}).filter((name) => node.properties?.[name] !== false)
    const make = (certain: readonly string[], possible: readonly string[]): Value => {
      const parts = possible.map((name) => this.member(node, name, place, certain.includes(name)))
      return fc.tuple(...parts).map((contents) => assemble(possible, contents))
    }
    const required = node.required ?? []
    if (most === 1) return names.map((name) => make([name], [name]))
    if (required.length >= least) return [make(required, names)]
    return names.map((name) => make([...required, name], names))
  }

  private member(node: Schema, name: string, { kodeverk }: Place, isCertain: boolean): Value {
    const isOptional = !(node.required ?? []).includes(name)
    const value = this.value(node.properties?.[name] ?? true, { name, definition: '', kodeverk, isOptional })
    if (isCertain) return value
    const none: Value = fc.constant(absent)
    return fc.oneof({ weight: name === 'utvidelser' ? 5 : 1, arbitrary: none }, value)
  }

  /** Members that belong together get values that do. */
  private realistic(object: Value, { name, definition, kodeverk }: Place): Value {
    if (name === 'identifikator') {
      return fc.tuple(object, values.birth, values.serial).map(([base, birth, serial]) => {
        const { type, ...rest } = base as { readonly type: string }
        return type === 'annet' ? base : { type, ...rest, verdi: values.identityNumber(type, birth, serial) }
      })
    }
    if (kodeverk === '' || kodeverk === '9060') return object
    const own = codeOf(kodeverk, this.options.codes)
    const other = codeOf('SNOMED CT', this.options.codes)
    return fc.tuple(object, own, other).map(([base, code, foreign]) => {
      if (!hasCode(base)) return base
      // Where a list is implied, `system` is there only to name another one.
      const isForeign = definition !== 'kode' && Object.hasOwn(base, 'system')
      return { ...base, ...agree(base, isForeign ? foreign : code) }
    })
  }
}

const absent = Symbol('absent')

function assemble(names: readonly string[], contents: readonly unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  names.forEach((name, index) => {
    if (contents[index] !== absent) object[name] = contents[index]
  })
  return object
}

/** A code, its text and its system are of one code system; which of them are there the schema decided. */
function agree(base: object, code: { system: string; kode: string; visning: string }): Record<string, string> {
  return Object.fromEntries(Object.entries(code).filter(([name]) => Object.hasOwn(base, name)))
}

/** The author chose one code at most. */
function chooseOne(codes: readonly unknown[]): unknown[] {
  let isChosen = false
  return codes.map((code) => {
    const { valgt, ...rest } = code as { readonly valgt?: boolean }
    if (valgt !== true || !isChosen) {
      isChosen ||= valgt === true
      return code
    }
    return rest
  })
}
