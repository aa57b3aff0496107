import { issue, KritinfoError } from '../issue/issue.ts'
import { codePointOf } from './html-entity.ts'
import type { Limits } from './limits.ts'
import { parseXml, type XmlElement, xhtmlNamespace } from './xml-parse.ts'

/** A carriage return in XML text must be a reference, or a parser makes it a newline (XML 1.0 section 2.11). */
const carriageReturn = '&#xD;'

/**
 * The text that FHIR JSON holds for a narrative (https://hl7.org/fhir/R4/narrative.html): as it was written, line
 * ends apart, if it stands on its own; else written anew, with the namespace on the outermost element.
 */
export function narrativeOf(div: XmlElement): string {
  if (div.markup === undefined) return writeXhtml(div, true)
  return div.markup.replace(/\r\n?/g, '\n').replaceAll(carriageReturn, '\r')
}

function writeXhtml(element: XmlElement, outermost: boolean): string {
  const namespace = outermost ? ` xmlns="${xhtmlNamespace}"` : ''
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeText(value)}"`).join('')
  const start = `<${element.name}${namespace}${attributes}`
  if (element.children.length === 0) return `${start}/>`
  const content = element.children.map((child) =>
    typeof child === 'string' ? escapeText(child) : writeXhtml(child, false),
  )
  return `${start}>${content.join('')}</${element.name}>`
}

function escapeText(text: string): string {
  const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (unit) => references[unit] ?? unit)
}

/**
 * The XML to write for a narrative's text: the same characters, so that reading gives the same text. Names of HTML
 * entities, which XML does not know, become numbers, as https://hl7.org/fhir/R4/narrative.html says of `&nbsp;`.
 *
 * Throws DOC-054 at `path` for what is not one well formed `div` in the XHTML namespace.
 */
export function markupOf(text: string, path: string, limits: Limits): string {
  const markup = text
    .trim()
    .replace(/&([A-Za-z][A-Za-z0-9]*);/g, numberedEntity)
    .replace(/\r/g, carriageReturn)
  if (!isDiv(markup, limits)) throw new KritinfoError(issue('DOC-054', { path }))
  return markup
}

function isDiv(markup: string, limits: Limits): boolean {
  try {
    const root = parseXml(markup, { ...limits, stringLength: Number.MAX_SAFE_INTEGER })
    return root.name === 'div' && root.namespace === xhtmlNamespace && markup.startsWith('<div')
  } catch {
    return false
  }
}

function numberedEntity(reference: string, name: string): string {
  const codePoint = codePointOf(name)
  return codePoint === undefined ? reference : `&#${codePoint};`
}
