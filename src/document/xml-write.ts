import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { IssueCode } from '../issue/catalogue.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import { getKey, isObject, type Json, type JsonObject } from './json.ts'
import { type Limits, standardLimits } from './limits.ts'
import { printPath } from './path.ts'
import { markupOf } from './xhtml.ts'
import type { PrimitiveKind, XmlElementModel, XmlModel } from './xml-model.ts'
import { printPrimitive } from './xml-primitive.ts'
import { impossibleCharacter } from './xml-problem.ts'
import { fhirNamespace } from './xml-read.ts'

/**
 * FHIR XML of a resource (https://hl7.org/fhir/R4/xml.html), elements in the order of the definitions. What it
 * writes, `read` gives back; what would not come back the same is refused, never left out.
 *
 * Throws a `KritinfoError` (DOC-050 to DOC-054) with the path.
 */
export function writeXml(root: Json, model: XmlModel, options: { pretty?: boolean } = {}): string {
  return new Writer(root, model, standardLimits).write(options.pretty === true)
}

class Writer {
  /** Where the writer is, for messages. */
  readonly #path: (string | number)[] = []
  readonly #narratives: string[] = []
  constructor(
    readonly root: Json,
    readonly model: XmlModel,
    readonly limits: Limits,
  ) {}

  /**
   * A narrative goes into the text afterwards, in place of a processing instruction (which FHIR has none of), since
   * the builder would write it in its own way. No value can look like one: `<` is escaped in attributes.
   */
  write(pretty: boolean): string {
    const document = create({ version: '1.0', encoding: 'UTF-8' })
    this.#resource(document, this.root)
    const text = document.end({ prettyPrint: pretty })
    return text.replace(/<\?narrative (\d+)\?>/g, (_, index: string) => this.#narratives[Number(index)] ?? '')
  }

  #resource(parent: XMLBuilder, value: Json): void {
    if (this.#path.length > this.limits.depth * 2) this.#fail('DOC-052')
    const type = isObject(value) ? getKey(value, 'resourceType') : undefined
    if (typeof type !== 'string' || !this.model.isResource(type)) this.#fail('DOC-050')
    this.#members(parent.ele(fhirNamespace, type), type, value as JsonObject)
  }

  #members(builder: XMLBuilder, type: string, object: JsonObject): void {
    const models = new Set<XmlElementModel>()
    for (const key of Object.keys(object)) {
      const model = this.#modelOf(type, key)
      if (model !== undefined) models.add(model)
      else if (key !== 'resourceType' || !this.model.isResource(type)) this.#at(key, () => this.#fail('DOC-051'))
    }
    for (const model of [...models].sort((a, b) => a.order - b.order)) this.#member(builder, model, object)
  }

  #modelOf(type: string, key: string): XmlElementModel | undefined {
    if (!key.startsWith('_')) return this.model.child(type, key)
    const model = this.model.child(type, key.slice(1))
    const kind = model && this.model.primitive(model.type)
    return kind === undefined || kind === 'xhtml' || model?.attribute === true ? undefined : model
  }

  #member(builder: XMLBuilder, model: XmlElementModel, object: JsonObject): void {
    const value = getKey(object, model.name)
    const extra = getKey(object, `_${model.name}`)
    const key = value === undefined ? `_${model.name}` : model.name
    this.#at(key, () => {
      if (model.many) this.#list(builder, model, value, extra)
      else this.#one(builder, model, value, extra)
    })
  }

  #list(builder: XMLBuilder, model: XmlElementModel, value: Json | undefined, extra: Json | undefined): void {
    if (!isList(value) || !isList(extra)) this.#fail('DOC-052')
    const length = Math.max(value?.length ?? 0, extra?.length ?? 0)
    if (length === 0 || value?.length === 0 || extra?.length === 0) this.#fail('DOC-052')
    for (let index = 0; index < length; index++) {
      this.#at(index, () => this.#one(builder, model, value?.[index] ?? undefined, extra?.[index] ?? undefined))
    }
  }

  /** One element or attribute. `undefined` stands for what is not there, in arrays for `null` too. */
  #one(builder: XMLBuilder, model: XmlElementModel, value: Json | undefined, extra: Json | undefined): void {
    const kind = this.model.primitive(model.type)
    if (kind === 'xhtml') this.#narrative(builder, value)
    else if (kind === undefined) this.#complex(builder, model, value)
    else this.#primitive(builder, model, kind, value, extra)
  }

  #primitive(
    builder: XMLBuilder,
    model: XmlElementModel,
    kind: PrimitiveKind,
    value: Json | undefined,
    extra: Json | undefined,
  ): void {
    const text = value === undefined ? undefined : this.#escape(printPrimitive(kind, value) ?? this.#fail('DOC-052'))
    if (text === undefined && (model.attribute || !isObject(extra))) this.#fail('DOC-052')
    const element = model.attribute ? builder : builder.ele(model.name)
    if (text !== undefined) element.att(model.attribute ? model.name : 'value', text)
    if (isObject(extra)) this.#members(element, model.type, extra)
    else if (extra !== undefined) this.#fail('DOC-052')
  }

  #complex(builder: XMLBuilder, model: XmlElementModel, value: Json | undefined): void {
    if (!isObject(value)) this.#fail('DOC-052')
    const element = builder.ele(model.name)
    if (model.type === 'Resource') this.#resource(element, value)
    else this.#members(element, model.type, value)
  }

  #narrative(builder: XMLBuilder, value: Json | undefined): void {
    if (typeof value !== 'string') this.#fail('DOC-052')
    if (impossibleCharacter.test(value)) this.#fail('DOC-053')
    builder.ins('narrative', String(this.#narratives.length))
    this.#narratives.push(markupOf(value, printPath(this.root, this.#path), this.limits))
  }

  /**
   * The builder leaves an ampersand alone that looks like a reference, and leaves line ends and tabs, which a parser
   * would make spaces (XML 1.0 section 3.3.3). So both are made references here, which it leaves alone then.
   */
  #escape(text: string): string {
    if (impossibleCharacter.test(text)) this.#fail('DOC-053')
    return text.replace(/&/g, '&amp;').replace(/[\t\n\r]/g, (unit) => `&#${unit.charCodeAt(0)};`)
  }

  #at(step: string | number, act: () => void): void {
    this.#path.push(step)
    act()
    this.#path.pop()
  }

  #fail(code: IssueCode): never {
    throw new KritinfoError(issue(code, { path: printPath(this.root, this.#path) }))
  }
}

function isList(value: Json | undefined): value is Json[] | undefined {
  return value === undefined || Array.isArray(value)
}
