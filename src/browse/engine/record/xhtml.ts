import { standardLimits } from '../../../document/limits.ts'
import { markupOf } from '../../../document/xhtml.ts'
import { parseXml, type XmlElement } from '../../../document/xml-parse.ts'
import { KritinfoError } from '../../../issue/issue.ts'

/** A narrative as plain data: text, and elements of a short list with three attributes. A page makes its own nodes of it. */
export type NarrativeNode = string | NarrativeElement

export interface NarrativeElement {
  readonly tag: NarrativeTag
  readonly lang?: string
  readonly columns?: number
  readonly rows?: number
  readonly children: readonly NarrativeNode[]
}

/** Elements that are shown as they are: of https://hl7.org/fhir/R4/narrative.html those that neither load nor lead anywhere. */
export const narrativeTags = [
  'p',
  'br',
  'div',
  'span',
  'b',
  'em',
  'i',
  'strong',
  'small',
  'sub',
  'sup',
  'code',
  'samp',
  'kbd',
  'var',
  'q',
  'cite',
  'dfn',
  'abbr',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'hr',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
] as const
export type NarrativeTag = (typeof narrativeTags)[number]

const known: ReadonlySet<string> = new Set(narrativeTags)

/** What elements that HTML has given up, or that stand for more than their text, are shown as. */
const instead: ReadonlyMap<string, NarrativeTag> = new Map<string, NarrativeTag>([
  ['big', 'span'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
  ['address', 'p'],
  ['bdo', 'span'],
])

/** What is no text for people, with all that it holds. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template', 'object', 'iframe', 'svg', 'math', 'head'])

/** Reads the text of a narrative; undefined for what is not one well formed `div` of XHTML. */
export function narrativeNodes(text: string): readonly NarrativeNode[] | undefined {
  try {
    return parseXml(markupOf(text, '', standardLimits)).children.flatMap(nodesOf)
  } catch (problem) {
    if (problem instanceof KritinfoError) return undefined
    throw problem
  }
}

function nodesOf(child: XmlElement | string): readonly NarrativeNode[] {
  if (typeof child === 'string') return [child]
  const name = child.name.toLowerCase()
  if (silent.has(name)) return []
  if (name === 'img') return [`[${child.attributes.get('alt') ?? 'img'}]`]
  const children = child.children.flatMap(nodesOf)
  if (name === 'a') return linkText(children, child.attributes.get('href'))
  // A heading of a narrative is none of the page.
  if (/^h[1-6]$/.test(name)) return [{ tag: 'p', children: [{ tag: 'strong', children }] }]
  const tag = known.has(name) ? (name as NarrativeTag) : instead.get(name)
  return tag === undefined ? children : [element(tag, child, children)]
}

function element(tag: NarrativeTag, from: XmlElement, children: readonly NarrativeNode[]): NarrativeElement {
  const lang = from.attributes.get('lang') ?? from.attributes.get('xml:lang')
  const columns = span(from.attributes.get('colspan'))
  const rows = span(from.attributes.get('rowspan'))
  return {
    tag,
    ...(lang !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(lang) ? { lang } : {}),
    ...(columns === undefined ? {} : { columns }),
    ...(rows === undefined ? {} : { rows }),
    children: tag === 'br' || tag === 'hr' ? [] : children,
  }
}

function span(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined
}

/** A link is shown as the text that it is; where it leads inside the narrative is of no use there. */
function linkText(children: readonly NarrativeNode[], href: string | undefined): readonly NarrativeNode[] {
  if (href === undefined || href.startsWith('#')) return children
  return [...children, ' (', { tag: 'code', children: [href] }, ')']
}
