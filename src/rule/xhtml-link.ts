import type { IssueCode } from '../issue/catalogue.ts'

/** What is wrong with where an attribute of a narrative points. */
export interface LinkProblem {
  readonly code: IssueCode
  readonly scheme?: string
}

/** The place in the document that a link or an image names with `#`. */
export interface LocalTarget {
  readonly id: string
  readonly image: boolean
}

const schemeOf = /^([a-z][a-z0-9+.-]*):/
const active = new Set(['javascript', 'vbscript', 'livescript', 'mocha'])
const activeData = /^data:(?:text\/html|application\/xhtml\+xml|image\/svg\+xml|text\/xml|application\/xml)/
const names = new Set(['urn', 'cid'])
const known = new Set(['http', 'https', 'tel', 'mailto', 'data'])
/** Characters outside of these cannot stand in a url: letters and digits of any script are let pass. */
const notInUrl = /[^\p{Alphabetic}\p{Nd};?:@&=+$.,/%\-_~#[\]!'()*|]/u
const dataUrl = /^data:[^,]*?(;base64)?,([^,]*)$/
const base64 = /^[A-Za-z0-9+/\s]*(?:={1,2}\s*)?$/

/** A place on the page, or an address of the web, in characters that mean themselves: as nearly all are written. */
const plainLink = /^(?:#|https?:\/\/)[A-Za-z0-9\-._~/?#=%+:,]*$/

/** Attributes that hold an address, by element. */
export function isLink(element: string, attribute: string): boolean {
  if (attribute === 'href') return element === 'a' || element === 'area'
  if (attribute === 'src' || attribute === 'longdesc' || attribute === 'usemap') return element === 'img'
  return attribute === 'cite' && (element === 'q' || element === 'blockquote')
}

/**
 * Checks one address. Browsers drop white space and control characters from a scheme and resolve references, so both are
 * undone first: `java&#10;script:` is active too.
 */
export function linkProblem(element: string, attribute: string, raw: string): LinkProblem | undefined {
  if (plainLink.test(raw)) return undefined
  const value = resolveReferences(raw)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a browser drops.
  const bare = value.replace(/[\u0000-\u0020\u007f-\u00a0]/g, '').toLowerCase()
  const scheme = schemeOf.exec(bare)?.[1]
  if (scheme !== undefined && active.has(scheme)) return { code: 'NAR-006' }
  if (attribute === 'href' && activeData.test(bare)) return { code: 'NAR-006' }
  const isMain = (element === 'a' && attribute === 'href') || (element === 'img' && attribute === 'src')
  if (!isMain) return undefined
  if (value === '') return { code: 'NAR-020' }
  if (scheme === 'data') return isGoodData(value) ? undefined : { code: 'NAR-021' }
  if (notInUrl.test(value)) return { code: 'NAR-021' }
  if (element === 'img' || scheme === undefined) return undefined
  if (names.has(scheme)) return { code: 'NAR-022', scheme }
  return known.has(scheme) ? undefined : { code: 'NAR-023' }
}

function isGoodData(value: string): boolean {
  const [, encoding, data = ''] = dataUrl.exec(value) ?? []
  return data !== '' && (encoding === undefined || base64.test(data))
}

/** The `#id` that an address is; `#` alone is the top of the page. */
export function localTarget(element: string, attribute: string, raw: string): LocalTarget | undefined {
  const image = element === 'img' && attribute === 'src'
  if (!raw.startsWith('#') || raw === '#') return undefined
  return image || (element === 'a' && attribute === 'href') ? { id: resolveReferences(raw.slice(1)), image } : undefined
}

/** What a style may not do: run something, or fetch something from outside of the resource. */
export function styleProblem(raw: string): LinkProblem | undefined {
  const style = resolveReferences(raw).toLowerCase()
  if (/expression\s*\(|javascript:|vbscript:|behaviou?r\s*:|-moz-binding/.test(style)) return { code: 'NAR-006' }
  return /url\s*\((?!\s*['"]?data:image\/)|@import|\\/.test(style) ? { code: 'NAR-024' } : undefined
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** References of XML resolved; names of HTML's entities are left, since no scheme can be written with them. */
function resolveReferences(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name as string] ?? whole
    const point = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
    return point > 0x10ffff ? whole : String.fromCodePoint(point)
  })
}
