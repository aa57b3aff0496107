import { issue, KritinfoError } from '../issue/issue.ts'
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

/** ISO 8859-1 from 160 on, in order (https://www.w3.org/TR/xhtml1/dtds.html#a_dtd_Latin-1_characters). */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml'

/** Those of the other HTML entities that word processors write. */
const others: Readonly<Record<string, number>> = {
  OElig: 338,
  oelig: 339,
  Scaron: 352,
  scaron: 353,
  ensp: 8194,
  emsp: 8195,
  thinsp: 8201,
  ndash: 8211,
  mdash: 8212,
  lsquo: 8216,
  rsquo: 8217,
  sbquo: 8218,
  ldquo: 8220,
  rdquo: 8221,
  bdquo: 8222,
  dagger: 8224,
  bull: 8226,
  hellip: 8230,
  permil: 8240,
  euro: 8364,
  trade: 8482,
  larr: 8592,
  rarr: 8594,
  minus: 8722,
  ne: 8800,
  le: 8804,
  ge: 8805,
}

const codePoints = new Map([
  ...latin.split(' ').map((name, index) => [name, 160 + index] as const),
  ...Object.entries(others),
])

function numberedEntity(reference: string, name: string): string {
  const codePoint = codePoints.get(name)
  return codePoint === undefined ? reference : `&#${codePoint};`
}
