import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { writeJson } from '../../document/json-write.ts'
import { Decimal, getKey, isLeaf, isObject, type Json, type Path } from '../../document/json.ts'
import { printPath } from '../../document/path.ts'
import { issue, KritinfoError } from '../../issue/issue.ts'
import { documentShape, isList, kiNamespace, kiRootName, type ObjectShape, type Shape } from './shape.ts'

/** What one call of `writeKiXml` carries along. */
interface Writer {
  readonly root: Json
}

/**
 * Writes a `ki` document as XML; `ki.xsd` describes the result. A document that holds what the form has no place
 * for is refused (KI-017), with the place of the first such value: nothing is left out unsaid.
 */
export function writeKiXml(root: Json): string {
  const writer: Writer = { root }
  if (!isObject(root)) throw refusal(writer, [])
  const element = create({ version: '1.0', encoding: 'UTF-8' }).ele(kiNamespace, kiRootName)
  const { format, versjon, ...members } = root
  if (format !== 'kritisk-informasjon') throw refusal(writer, ['format'])
  if (versjon !== undefined && typeof versjon !== 'string') throw refusal(writer, ['versjon'])
  if (versjon !== undefined) element.att('versjon', escapeAmpersand(versjon))
  writeMembers(writer, element, documentShape, members, [])
  // The builder leaves carriage returns as they are, and every reader would turn them into line feeds.
  return `${element.end({ prettyPrint: true }).replaceAll('\r', '&#xD;')}\n`
}

function write(writer: Writer, parent: XMLBuilder, name: string, shape: Shape, value: Json, path: Path): void {
  const element = parent.ele(kiNamespace, name)
  if (typeof shape === 'string') {
    addText(element, shape === 'json' ? jsonText(value) : leafText(writer, shape, value, path))
  } else if (isList(shape)) {
    if (!Array.isArray(value)) throw refusal(writer, path)
    value.forEach((item, index) => {
      write(writer, element, shape.item, shape.of, item, [...path, index])
    })
  } else {
    writeMembers(writer, element, shape, value, path)
  }
}

/** Writes in the order of the form, whatever the order of the keys. */
function writeMembers(writer: Writer, element: XMLBuilder, shape: ObjectShape, value: Json, path: Path): void {
  if (!isObject(value)) throw refusal(writer, path)
  const unknown = Object.keys(value).find((key) => !shape.members.has(key))
  if (unknown !== undefined) throw refusal(writer, [...path, unknown])
  for (const [name, member] of shape.members) {
    const content = getKey(value, name)
    if (content !== undefined) write(writer, element, name, member, content, [...path, name])
  }
}

function leafText(writer: Writer, shape: 'text' | 'number' | 'boolean', value: Json, path: Path): string {
  if (!isLeaf(value) || kindOf(value) !== shape) throw refusal(writer, path)
  const text = value instanceof Decimal ? value.text : String(value)
  if (unwritable.test(text)) throw refusal(writer, path)
  return text
}

function kindOf(value: Json): Shape | undefined {
  if (typeof value === 'number' || value instanceof Decimal) return 'number'
  return typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'boolean' : undefined
}

/** What XML 1.0 cannot carry in any way (https://www.w3.org/TR/xml/#charsets). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u

/** JSON can name the two code points that it may hold and XML may not. */
function jsonText(value: Json): string {
  return writeJson(value).replace(/[\uFFFE\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`)
}

function addText(element: XMLBuilder, text: string): void {
  if (text !== '') element.txt(escapeAmpersand(text))
}

/** The builder takes `&lt;` in a text for an escape that is already made; so the ampersand is escaped before. */
function escapeAmpersand(text: string): string {
  return text.replaceAll('&', '&amp;')
}

function refusal(writer: Writer, path: Path): KritinfoError {
  return new KritinfoError(issue('KI-017', { path: printPath(writer.root, path) }))
}
