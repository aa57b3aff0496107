import { type JsonObject, wordOf } from '../../document/json.ts'

/** What may not stand in XHTML text as it is: markup characters, control characters, halves of characters. */
const special = /[&<>"]|(?![\t\n\r])\p{Cc}|\p{Cs}/gu

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XHTML: markup characters are escaped, control characters left out. */
export function escapeText(text: string): string {
  return text.replace(special, (character) => escapes[character] ?? '')
}

/** A Norwegian label with its English meaning, each marked with its language. */
export function label(nb: string, en: string): string {
  return `${escapeText(nb)} <span lang="en" xml:lang="en">(${escapeText(en)})</span>`
}

/** A label where there is no markup. */
export function plainText(label: string): string {
  return label.replaceAll(/<[^<>]*>/g, '')
}

const opening = '<div xmlns="http://www.w3.org/1999/xhtml" lang="nb" xml:lang="nb">'
const closing = '</div>'

/** The narrative of a resource or section, in Norwegian (https://hl7.org/fhir/R4/narrative.html, lang and xml:lang both). */
export function narrative(body: string): JsonObject {
  return { status: 'generated', div: `${opening}${body}${closing}` }
}

/** What `narrative` was made of, so that a section says of an entry just what the entry says of itself. */
export function bodyOf(resource: JsonObject): string {
  const { div } = resource.text as JsonObject
  return wordOf(div).slice(opening.length, -closing.length)
}
