/** Text for XHTML: markup characters are escaped, control characters left out. */
export function escape(text: string): string {
  return Array.from(text, (character) => escapes[character] ?? (isControl(character) ? '' : character)).join('')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function isControl(character: string): boolean {
  const code = character.codePointAt(0) as number
  return (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0xd800 && code <= 0xdfff)
}

/** A Norwegian label with its English meaning, each marked with its language. */
export function label(nb: string, en: string): string {
  return `${escape(nb)} <span lang="en" xml:lang="en">(${escape(en)})</span>`
}

/** The narrative of a resource or section, in Norwegian (https://hl7.org/fhir/R4/narrative.html, lang and xml:lang both). */
export function narrative(body: string): { status: string; div: string } {
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml" lang="nb" xml:lang="nb">${body}</div>` }
}
