import { parse, type DefaultTreeAdapterTypes, type ParserError } from 'parse5'
import { expect } from 'vitest'

type Element = DefaultTreeAdapterTypes.Element

/** Every element of a page, as a browser reads it; throws for what the HTML standard calls an error. */
export function elementsOfPage(html: string): readonly Element[] {
  const problems: ParserError[] = []
  const elements: Element[] = []
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) elements.push(node)
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(parse(html, { onParseError: (problem) => problems.push(problem) }))
  expect(problems).toEqual([])
  return elements
}

/** What a page needs besides itself, or runs: nothing. Links that somebody has to follow are none of that. */
export function needsOf(elements: readonly Element[]): readonly string[] {
  const loading = ['script', 'link', 'img', 'iframe', 'object', 'embed', 'video', 'audio', 'form', 'base']
  return elements.flatMap(({ tagName, attrs }) => {
    const names = attrs.filter(
      ({ name, value }) => /^(?:on|src|background|style$)/.test(name) || /javascript:/i.test(value),
    )
    return [...(loading.includes(tagName) ? [tagName] : []), ...names.map(({ name }) => `${tagName}.${name}`)]
  })
}

/** The text in an element, or the empty one. */
export function textIn(node: DefaultTreeAdapterTypes.Node | undefined): string {
  if (node === undefined) return ''
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}
