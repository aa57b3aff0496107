import { decided } from './membership.ts'
import { ruleSystem } from './rule-system.ts'

/**
 * URIs as codes, `urn:ietf:rfc:3986`: absolute ones, since a relative one names nothing outside of its document
 * (https://www.rfc-editor.org/rfc/rfc3986#section-4.3). The characters are those of the section 2 and beyond ASCII.
 */
export const uris = ruleSystem('urn:ietf:rfc:3986', (code) =>
  decided(/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"\\^`{|}]+$/.test(code)),
)
