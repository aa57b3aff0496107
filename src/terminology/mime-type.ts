import { ruleSystem } from './rule-system.ts'

/**
 * MIME types, `urn:ietf:bcp:13`: `type/subtype` of restricted names, then parameters as `;name=value`
 * (https://www.rfc-editor.org/rfc/rfc6838#section-4.2, https://www.rfc-editor.org/rfc/rfc2045#section-5.1). R4's own
 * examples have spaces in values without quotes, and so they pass.
 * A type need not be registered to be used, so the form alone decides. `Binary` and capability statements also name the
 * formats of FHIR by `xml`, `json` and `ttl`, which R4 puts into the value set of MIME types
 * (https://hl7.org/fhir/R4/capabilitystatement-definitions.html#CapabilityStatement.format).
 */
export const mimeTypes = ruleSystem('urn:ietf:bcp:13', (code) => {
  if (shortForms.has(code)) return 'in'
  return code.length <= longest && form.test(code) ? 'in' : 'out'
})

const shortForms: ReadonlySet<string> = new Set(['xml', 'json', 'ttl'])
const longest = 1000
const name = '[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*'
const parameter = '\\s*;\\s*[A-Za-z0-9!#$&^_.+-]+=(?:[^;"]+|"[^"]*")'
const form = new RegExp(`^(?:${name}|\\*)/(?:${name}|\\*)(?:${parameter})*;?$`)
