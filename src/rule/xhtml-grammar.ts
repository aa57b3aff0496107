/**
 * What https://hl7.org/fhir/R4/narrative.html allows in a narrative: the basic formatting of chapters 7 to 11 (without
 * section 4 of chapter 9) and 15 of HTML 4.0, `a` elements, images and `style` attributes; and how XHTML 1.0
 * (https://www.w3.org/TR/xhtml1/dtds.html) nests these elements.
 */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const elements = wordsOf(
  'p br div h1 h2 h3 h4 h5 h6 a span b em i strong small big tt dfn q var abbr acronym cite blockquote hr address bdo ' +
    'kbd sub sup ul ol li dl dt dd pre table caption colgroup col thead tr tfoot tbody th td code samp img map area',
)
const attributes = wordsOf(
  'title style class id lang xml:lang xml:space dir accesskey tabindex span width align valign char charoff abbr axis ' +
    'headers scope rowspan colspan',
)
const ownAttributes: Readonly<Record<string, ReadonlySet<string>>> = {
  a: wordsOf('href name charset type hreflang rel rev shape coords'),
  img: wordsOf('src border alt longdesc height width usemap ismap'),
  map: wordsOf('name'),
  area: wordsOf('shape coords href nohref alt'),
  blockquote: wordsOf('cite'),
  q: wordsOf('cite'),
  table: wordsOf('summary width border frame rules cellspacing cellpadding'),
  pre: wordsOf('space'),
  td: wordsOf('nowrap'),
}
/** What runs, loads, or takes input; and the head of a page, whose `base`, `link` and `meta` change the page around. */
const activeElements = wordsOf(
  'script noscript iframe frame frameset noframes object embed applet param form input button select option optgroup ' +
    'textarea label fieldset legend head body html base link meta style title svg math video audio source track canvas ' +
    'template portal dialog slot marquee bgsound isindex',
)

export function isActiveElement(name: string): boolean {
  return activeElements.has(name.toLowerCase())
}

/** Elements that hold the listed ones and no text. */
const contents: Readonly<Record<string, ReadonlySet<string>>> = {
  table: wordsOf('tbody tr caption thead tfoot col colgroup'),
  thead: wordsOf('tr'),
  tfoot: wordsOf('tr'),
  tbody: wordsOf('tr'),
  tr: wordsOf('td th'),
  ul: wordsOf('li'),
  ol: wordsOf('li'),
  dl: wordsOf('dt dd'),
  map: wordsOf('area'),
}
/** Elements that stand in the listed ones only. */
const parents: Readonly<Record<string, ReadonlySet<string>>> = {
  tr: wordsOf('table thead tfoot tbody'),
  tbody: wordsOf('table'),
  thead: wordsOf('table'),
  tfoot: wordsOf('table'),
  caption: wordsOf('table'),
  colgroup: wordsOf('table'),
  col: wordsOf('colgroup table'),
  th: wordsOf('tr thead tfoot'),
  td: wordsOf('tr thead tfoot'),
  li: wordsOf('ul ol'),
  dt: wordsOf('dl'),
  dd: wordsOf('dl'),
}
const lines = wordsOf(
  'p h1 h2 h3 h4 h5 h6 pre address a b em i strong small big sub sup code tt dfn q var abbr acronym cite bdo kbd samp ' +
    'span caption dd dt',
)
const blocks = wordsOf('div pre table ul ol')
const blocksOfParagraphs = wordsOf('blockquote p')
const unnested = wordsOf('a b em i strong small big sub sup code tt dfn q var abbr acronym cite bdo kbd samp')
const empty = wordsOf('br img hr area')

/** What is known of an allowed element, so that one look-up tells all. */
export interface ElementRule {
  readonly name: string
  /** Attributes that it has beyond those of all elements. */
  readonly attributes: ReadonlySet<string> | undefined
  /** If there, it holds these elements and no text. */
  readonly contents: ReadonlySet<string> | undefined
  /** If there, it stands directly in one of these. */
  readonly parents: ReadonlySet<string> | undefined
  readonly isEmpty: boolean
  /** Whether some elements may not stand in it, however deep; and whether it is such an element. */
  readonly bars: boolean
  readonly isBarred: boolean
  /** Which of them: those that no line of text holds, those that no paragraph holds, those that do not hold themselves. */
  readonly isBlock: boolean
  readonly isOutsideParagraphs: boolean
  readonly isUnnested: boolean
}

const rules: ReadonlyMap<string, ElementRule> = new Map([...elements].map((name) => [name, ruleFor(name)]))

function ruleFor(name: string): ElementRule {
  return {
    name,
    attributes: ownAttributes[name],
    contents: contents[name],
    parents: parents[name],
    isEmpty: empty.has(name),
    bars: lines.has(name),
    isBarred: blocks.has(name) || blocksOfParagraphs.has(name) || unnested.has(name),
    isBlock: blocks.has(name),
    isOutsideParagraphs: blocksOfParagraphs.has(name),
    isUnnested: unnested.has(name),
  }
}

/** What is known of the element; undefined for one that is not allowed. */
export function ruleOf(name: string): ElementRule | undefined {
  return rules.get(name)
}

export function isAllowedAttribute(rule: ElementRule | undefined, name: string): boolean {
  return attributes.has(name) || rule?.attributes?.has(name) === true
}

export function fitsParent(element: ElementRule, parent: ElementRule): boolean {
  return parent.contents?.has(element.name) !== false && element.parents?.has(parent.name) !== false
}

/** True if the element may not stand in the ancestor, which bars some, however deep. */
export function isBarredBy(element: ElementRule, ancestor: ElementRule): boolean {
  if (element.isBlock || (element.isUnnested && element === ancestor)) return true
  return element.isOutsideParagraphs && ancestor.name === 'p'
}

/** The name if it is one of HTML; what is not is not shown, since it may be text with a stray angle bracket. */
export function shownElement(name: string): string {
  return elements.has(name) || isActiveElement(name) ? name : '?'
}

export function shownAttribute(name: string): string {
  return /^(?:on[a-z]{3,20}|src|srcset|href|action|data|background|target|name|value|type|xlink:href)$/i.test(name)
    ? name
    : '?'
}
