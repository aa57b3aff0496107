/** Stands for what is not shown, whatever its length. */
export const hidden = '…'

const word = /^[@#]?[A-Za-z_$][\w$-]{0,63}(?:\[x\])?$/
/** A date or an identity number has as many; no name of FHIR or of the `ki` form has. */
const manyDigits = /(?:\d\D*){6}/

/**
 * Whether a name is one word, as the names of FHIR and of the `ki` form are (`@` and `#` stand before what is an attribute
 * or a text in XML, `[x]` after a choice of types). A document decides how its members are called, so any other name may hold a patient's value.
 */
export function isPlainName(name: string): boolean {
  return word.test(name) && !manyDigits.test(name)
}

/** The name of a member, element or attribute as messages, paths and reports show it: itself, or `…` (law 6). */
export function shownName(name: string): string {
  return isPlainName(name) ? name : hidden
}

/** As `shownName`, for an attribute of XML, which may stand in a namespace: `xml:lang`, or `{namespace}name`. */
export function shownAttribute(name: string): string {
  const [, prefix = '', local = ''] = /^(xml:|\{[^}]*\})?(.*)$/s.exec(name) ?? []
  return (prefix === 'xml:' ? prefix : '') + shownName(local)
}

/** A URI as messages show it; what has blanks, letters of no URI or a whole number of a person in it may be a value. */
export function shownAddress(uri: string): string {
  return /^[a-z][a-z0-9+.-]*:[\w./:#?=&%~+|,;@-]{1,300}$/i.test(uri) && !/\d{11}/.test(uri) ? uri : hidden
}
