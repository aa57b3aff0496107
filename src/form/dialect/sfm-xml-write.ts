import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { Decimal, getKey, isObject, type Json, type JsonObject, type Path } from '../../document/json.ts'
import { printPath } from '../../document/path.ts'
import { impossibleCharacter } from '../../document/xml-problem.ts'
import { issue, KritinfoError } from '../../issue/issue.ts'
import { codeAttributes, memberOf, sfmNamespace, sfmShape, type SfmShape } from './sfm-xml-shape.ts'

/**
 * Writes an export of SFM, elements in the order of its schema. What `sfmXmlForm` would not give back is refused.
 *
 * @throws KritinfoError (DIA-005) with the place of the first value that has no place in the export.
 */
export function writeSfmXml(root: Json): string {
  const { xmlns, ...documents } = isObject(root) ? root : {}
  const [name] = Object.keys(documents)
  if (name === undefined || xmlns !== sfmNamespace || Object.keys(documents).length !== 1) throw refusal(root, [])
  const shape = memberOf(sfmShape, name)?.shape
  const element = create({ version: '1.0', encoding: 'UTF-8' }).ele(sfmNamespace, name)
  writeInto(root, element, shape, documents[name] as Json, [name])
  // The builder leaves carriage returns as they are, and every reader would turn them into line feeds.
  return `${element.end({ prettyPrint: true }).replaceAll('\r', '&#xD;')}\n`
}

function writeInto(root: Json, element: XMLBuilder, shape: SfmShape | undefined, value: Json, path: Path): void {
  if (typeof shape === 'object') writeMembers(root, element, shape, value, path)
  else if (shape === 'coded') writeCode(root, element, value, path)
  else element.txt(textOf(root, shape, value, path))
}

/** Whatever the order of the members, the schema has one. */
function writeMembers(
  root: Json,
  element: XMLBuilder,
  shape: Exclude<SfmShape, string>,
  value: Json,
  path: Path,
): void {
  if (!isObject(value)) throw refusal(root, path)
  const unknown = Object.keys(value).find((key) => memberOf(shape, key) === undefined)
  if (unknown !== undefined) throw refusal(root, [...path, unknown])
  for (const { name, shape: inner, many } of shape) {
    const content = getKey(value, name)
    if (content === undefined) continue
    if (many !== true) writeInto(root, element.ele(sfmNamespace, name), inner, content, [...path, name])
    else if (!Array.isArray(content)) throw refusal(root, [...path, name])
    else
      for (const [index, one] of content.entries())
        writeInto(root, element.ele(sfmNamespace, name), inner, one, [...path, name, index])
  }
}

function writeCode(root: Json, element: XMLBuilder, value: Json, path: Path): void {
  const code: JsonObject = isObject(value) ? value : {}
  const names: readonly string[] = codeAttributes
  const unknown = Object.keys(code).find((key) => !names.includes(key))
  if (!isObject(value) || unknown !== undefined) throw refusal(root, path)
  for (const name of names) {
    const content = getKey(code, name)
    if (content !== undefined) element.att(name, attributeText(textOf(root, 'text', content, [...path, name])))
  }
}

function textOf(root: Json, shape: SfmShape | undefined, value: Json, path: Path): string {
  const isFit =
    shape === 'boolean'
      ? typeof value === 'boolean'
      : shape === 'number'
        ? typeof value === 'number' || value instanceof Decimal
        : typeof value === 'string'
  if (shape === undefined || !isFit) throw refusal(root, path)
  const text = value instanceof Decimal ? value.text : String(value)
  if (impossibleCharacter.test(text)) throw refusal(root, path)
  // The builder takes `&lt;` in a text for an escape that is already made.
  return text.replaceAll('&', '&amp;')
}

/** A parser makes spaces of line ends and tabs in attributes (XML 1.0 section 3.3.3). */
function attributeText(text: string): string {
  return text.replace(/[\t\n\r]/g, (unit) => `&#${unit.charCodeAt(0)};`)
}

function refusal(root: Json, path: Path): KritinfoError {
  return new KritinfoError(issue('DIA-005', { path: printPath(root, path) }))
}
